// How much one night weighs at once. A history may be of any size, and a computer's memory is not: of more than that the
// night weighs what says most. All the rest stays noticed, is counted, and is chosen from anew by every night.
import { onlySupports, type Receipt, type SessionSignals, type Signal } from '../../../shared/dream.ts';

/**
 * Things noticed, and sessions that they are of. Measured: of things that nobody said twice, 20,000 in as many sessions
 * peak below 400 MB, all in all; 10,652 sessions of everyday use hold 7,371.
 */
export const weighedMax = 20_000;

/** Numbers by their place, in one piece of memory: a million of them as a plain list would be many times as much. */
function createNumbers(): { push(value: number): void; all(): Uint32Array } {
  let numbers = new Uint32Array(4096);
  let count = 0;
  return {
    push(value) {
      if (count === numbers.length) {
        const wider = new Uint32Array(count * 2);
        wider.set(numbers);
        numbers = wider;
      }
      numbers[count++] = value;
    },
    all: () => numbers.subarray(0, count),
  };
}

/** FNV-1a. Two that fall together are both taken for repeated, and so weighed the sooner. */
function hashOf(words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}

/** What is the same in two sayings of one thing. */
const saidBy = ({ kind, terms, negated, error, task }: Signal): number =>
  hashOf(error === null && task === null ? [...terms, '|', ...negated] : [kind, error ?? '', task ?? '']);

// Above how strongly it is worded stands that it was said again.
const levels = 1024;
const levelOfRepeated = 200;
const levelPerTime = 10;
const timesMax = 50;
const levelOfWording = 100;

/** 0 for what may only support another saying; more for what is worded like a rule, most for what was said again. */
function levelOf(isFaint: boolean, strength: number, times: number): number {
  if (isFaint) return 0;
  const repeated = times < 2 ? 0 : levelOfRepeated + levelPerTime * Math.min(times, timesMax);
  return 1 + repeated + Math.round(levelOfWording * Math.min(1, Math.max(0, strength)));
}

/** How often each of the hashes is there, in their order. */
function timesOf(hashes: Uint32Array): (hash: number) => number {
  const sorted = hashes.slice().sort();
  const firstFrom = (hash: number): number => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((sorted[middle] ?? 0) < hash) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return (hash) => {
    const first = firstFrom(hash);
    let times = 0;
    while (times < timesMax && sorted[first + times] === hash) times++;
    return times;
  };
}

/** By place, 1 for each of the highest numbers; of equals, the last ones. */
function highest(numbers: Uint32Array, most: number): Uint8Array {
  const counts = new Uint32Array(levels);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  let [edge, above] = [levels - 1, 0];
  while (edge > 0 && above + (counts[edge] ?? 0) <= most) above += counts[edge--] ?? 0;
  const chosen = new Uint8Array(numbers.length);
  let atEdge = most - above;
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at] ?? 0;
    if (number > edge || (number === edge && atEdge-- > 0)) chosen[at] = 1;
  }
  return chosen;
}

/** What is weighed of a session: null for nothing. To be asked once for each, in the order in which they were read. */
export type Choosing = (session: SessionSignals) => SessionSignals | null;

/**
 * Chooses among the sessions, oldest first: what was said more than once, then what is worded most like a rule, of equals
 * the newest. Of sessions that keep no word, what was done in the newest is kept.
 */
export function chooseStrongest(sessions: Iterable<SessionSignals>, most: number = weighedMax): Choosing {
  const [hashes, strengths, sizes] = [createNumbers(), createNumbers(), createNumbers()];
  const worked: boolean[] = [];
  // a faint one says so by the highest of numbers
  const faint = 0xffff;
  for (const { signals, work } of sessions) {
    for (const signal of signals) {
      hashes.push(saidBy(signal));
      strengths.push(onlySupports(signal) ? faint : Math.round(signal.strength * 1000));
    }
    sizes.push(signals.length);
    worked.push(work !== '');
  }
  const timesSaid = timesOf(hashes.all());
  const all = strengths.all();
  const ranks = hashes
    .all()
    .map((hash, at) => levelOf(all[at] === faint, (all[at] ?? 0) / 1000, timesSaid(hash)));
  const chosen = highest(ranks, most);
  const isKept = keptSessions(chosen, sizes.all(), worked, most);
  let [place, session] = [0, 0];
  return (one) => {
    const from = place;
    place += one.signals.length;
    if (isKept[session++] !== 1) return null;
    return { ...one, signals: one.signals.filter((_, at) => chosen[from + at] === 1) };
  };
}

/** By place: 1 for those with a word that is weighed, and for the newest others in which something was done. */
function keptSessions(
  chosen: Uint8Array,
  sizes: Uint32Array,
  worked: readonly boolean[],
  most: number,
): Uint8Array {
  const kept = new Uint8Array(sizes.length);
  let [place, count] = [0, 0];
  for (const [session, size] of sizes.entries()) {
    if (chosen.subarray(place, place + size).includes(1)) {
      kept[session] = 1;
      count++;
    }
    place += size;
  }
  for (let session = sizes.length - 1; session >= 0 && count < most; session--) {
    if (kept[session] === 1 || worked[session] !== true) continue;
    kept[session] = 1;
    count++;
  }
  return kept;
}

/** Figures of what was noticed and not weighed. */
export type Unweighed = Pick<Receipt['found'], 'signals' | 'byKind' | 'leftOut'>;

/** Sums them up session by session. */
export function createUnweighed(): {
  add(session: SessionSignals, weighed: SessionSignals | null): void;
  sums(): Unweighed;
} {
  const [byKind, leftOut]: [Record<string, number>, Record<string, number>] = [{}, {}];
  let signals = 0;
  return {
    add(session, weighed) {
      if (session === weighed) return;
      const kept = new Set(weighed?.signals);
      for (const signal of session.signals) {
        if (kept.has(signal) || onlySupports(signal)) continue;
        signals++;
        byKind[signal.kind] = (byKind[signal.kind] ?? 0) + 1;
      }
      if (weighed !== null) return;
      for (const [reason, n] of Object.entries(session.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + n;
    },
    sums: () => ({ signals, byKind, leftOut }),
  };
}
