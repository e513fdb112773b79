// Turns verdicts into changes against one memory version, each with its evidence and one sentence that says why.
import type { Repeat, Verdict } from '../../../shared/dream.ts';
import { changeId, entryId, type EntryId, type EpochMs, type NightId } from '../../../shared/ids.ts';
import {
  isDoneByTools,
  type Evidence,
  type MemoryEntry,
  type MemoryVersion,
} from '../../../shared/memory.ts';
import { mayRule } from '../../../shared/origin.ts';
import type { Change, ChangeFlag, Operation, Proposal } from '../../../shared/proposal.ts';

export interface ProposeInput {
  readonly nightId: NightId;
  readonly nowMs: EpochMs;
  readonly base: MemoryVersion;
  readonly verdicts: readonly Verdict[];
  readonly repeats: readonly Repeat[];
  /** Entries that what was done since speaks against. */
  readonly ended?: readonly { readonly entryId: EntryId; readonly because: string }[];
  /** Entries that have not earned their place, and why. */
  readonly demotions?: readonly {
    readonly entryId: EntryId;
    readonly because: string;
    readonly evidence: readonly Evidence[];
  }[];
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function whyOf({ theme, score, mind }: Verdict): string {
  const where = theme.projects.length ? ` in ${theme.projects.join(', ')}` : '';
  const seen =
    theme.kind === 'error-fix'
      ? `Mended the same failure in ${plural(theme.sessions, 'session')}`
      : theme.kind === 'workflow'
        ? `${theme.isUnasked ? 'Seen in what tools did' : 'Done by the same steps'} in ${plural(theme.sessions, 'session')}`
        : theme.kind === 'playbook'
          ? `Told by how work went in ${plural(theme.sessions, 'session')}`
          : `Said in ${plural(theme.sessions, 'session')} on ${plural(theme.days, 'day')}`;
  const by = ` (${theme.agents.join(', ')})`;
  const helped =
    mind === undefined ? '' : ` ${mind.by} changed it (the engine alone: ${mind.engine}): ${mind.because}`;
  const slips = theme.slips > 0 ? `; ${plural(theme.slips, 'slip')} put right` : '';
  const ways = theme.wordings > 1 && !isDoneByTools(theme.kind) ? `, in ${theme.wordings} wordings` : '';
  return `${seen}${ways}${where}${by}${slips}. Score ${score.toFixed(2)}.${helped}`;
}

/** The entry as it would stand if the theme were remembered. */
export function entryOf({ theme, score, dimensions }: Verdict, nowMs: EpochMs): MemoryEntry {
  return {
    id: entryId('dream', theme.scope, theme.text),
    text: theme.text,
    kind: theme.kind,
    scope: theme.scope,
    origin: 'dream',
    taint: theme.taint,
    score,
    dimensions,
    evidence: theme.evidence,
    places: [],
    validity: { trueFromMs: theme.firstAtMs, trueUntilMs: null, knownFromMs: nowMs, retiredAtMs: null },
    status: 'active',
    closedBecause: null,
  };
}

function flagsOf(verdict: Verdict): readonly ChangeFlag[] {
  const flags: ChangeFlag[] = [];
  if (verdict.contradicts) flags.push('contradiction');
  if (verdict.isWeak) flags.push('weak-evidence');
  if (verdict.mind !== undefined) flags.push('by-model');
  return flags;
}

function changeOf(verdict: Verdict, input: ProposeInput): Change {
  const operation: Operation = verdict.closes.length ? 'replace' : 'add';
  const after = entryOf(verdict, input.nowMs);
  return {
    id: changeId(operation, after.id, ...verdict.closes.map((c) => c.entryId)),
    nightId: input.nightId,
    operation,
    title: after.text,
    why: whyOf(verdict),
    after,
    closes: verdict.closes,
    flags: flagsOf(verdict),
  };
}

const isWider = (verdict: Verdict, entry: MemoryEntry): boolean =>
  verdict.theme.scope === 'global' && entry.scope !== 'global' && verdict.theme.sessions >= 3;

/** Each quote of each place once, the first of equals. */
function distinctEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return all.filter(({ session, turn, quote }) => {
    const key = `${session}|${turn}|${quote}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** What one place knew and others say too becomes everyone's. */
function shareOf(verdict: Verdict, known: MemoryEntry, input: ProposeInput): Change {
  const after: MemoryEntry = {
    ...known,
    scope: 'global',
    score: known.origin === 'file' ? null : verdict.score,
    dimensions: known.origin === 'file' ? null : verdict.dimensions,
    evidence: distinctEvidence([...known.evidence, ...verdict.theme.evidence]),
  };
  return {
    id: changeId('share', known.id, 'global'),
    nightId: input.nightId,
    operation: 'share',
    title: known.text,
    why: `Known in ${known.scope.replace(':', ' ')} and said elsewhere too. ${whyOf(verdict)}`,
    after,
    closes: [],
    flags: widened(known, after.scope),
  };
}

/**
 * Words of a project's file or of an agent's notes go nowhere that they do not stand already unless their owner has seen
 * it; and what only others say too makes nothing wider by itself.
 */
const widened = (keep: MemoryEntry, scope: MemoryEntry['scope']): readonly ChangeFlag[] =>
  scope === keep.scope || isOwners(keep) ? [] : ['untrusted'];

const isOwners = ({ taint, kind }: MemoryEntry): boolean => mayRule(taint, isDoneByTools(kind));

/**
 * What stands in the files of two places is known in both. Where not all of them are the owner's own words it stays what
 * it is in the one place, and nothing gets wider: each file keeps its line, so that nobody loses any.
 */
const scopeOfMerged = (keep: MemoryEntry, closed: readonly MemoryEntry[]): MemoryEntry['scope'] => {
  const isWider = closed.some((entry) => entry.scope !== keep.scope);
  return isWider && [keep, ...closed].every(isOwners) ? 'global' : keep.scope;
};

function mergeOf(
  repeat: Repeat,
  entries: ReadonlyMap<EntryId, MemoryEntry>,
  input: ProposeInput,
): Change | null {
  const keep = entries.get(repeat.keep);
  const closed = repeat.close.flatMap((id) => entries.get(id) ?? []);
  if (!keep || !closed.length) return null;
  const after: MemoryEntry = {
    ...keep,
    scope: scopeOfMerged(keep, closed),
    evidence: distinctEvidence([...keep.evidence, ...closed.flatMap((e) => e.evidence)]),
    places: [...keep.places, ...closed.flatMap((e) => e.places)],
  };
  return {
    id: changeId('merge', keep.id, ...closed.map((e) => e.id)),
    nightId: input.nightId,
    operation: 'merge',
    title: keep.text,
    why: `${plural(closed.length + 1, 'line')} say the same: ${closed.map((e) => `“${e.text}”`).join(', ')}.`,
    after,
    closes: closed.map(({ id }) => ({ entryId: id, because: repeat.because })),
    flags: [],
  };
}

/** Memory knows the new already: what it takes the place of ends, and nothing is added. */
function retireOf(
  verdict: Verdict,
  closes: Change['closes'],
  active: ReadonlyMap<EntryId, MemoryEntry>,
  input: ProposeInput,
): Change {
  return {
    id: changeId('retire', ...closes.map((c) => c.entryId)),
    nightId: input.nightId,
    operation: 'retire',
    title: `No longer true: ${closes.map((c) => `“${active.get(c.entryId)?.text ?? ''}”`).join(', ')}`,
    why: closes.map((c) => c.because).join('; '),
    after: null,
    closes,
    flags: flagsOf(verdict),
  };
}

/** Nothing new is said: what was done since speaks against it. */
function endOf(entry: MemoryEntry, because: string, { nightId }: ProposeInput): Change {
  return {
    id: changeId('retire', entry.id),
    nightId,
    operation: 'retire',
    title: `No longer helps: “${entry.text}”`,
    why: `${because.charAt(0).toUpperCase()}${because.slice(1)}.`,
    after: null,
    closes: [{ entryId: entry.id, because }],
    // memory never lets go of what its owner let in without them
    flags: ['weak-evidence'],
  };
}

/** Nothing newer is known: it goes because of what came of it. Always for a person to see. */
function demotedBy(
  demotion: NonNullable<ProposeInput['demotions']>[number],
  entry: MemoryEntry,
  input: ProposeInput,
): Change {
  const { entryId: id, because, evidence } = demotion;
  return {
    id: changeId('retire', id),
    nightId: input.nightId,
    operation: 'retire',
    title: `Not worth its place: “${entry.text}”`,
    why: `${because.charAt(0).toUpperCase()}${because.slice(1)}.`,
    after: null,
    closes: [{ entryId: id, because }],
    flags: ['weak-evidence'],
    against: { text: because, evidence },
  };
}

/** Pure. An entry is closed by one change at most; the best-scored verdict comes first. */
export function propose(input: ProposeInput): Proposal {
  const active = new Map(input.base.entries.filter((e) => e.status === 'active').map((e) => [e.id, e]));
  const changes: Change[] = [];
  const touched = new Set<EntryId>();
  const take = (verdict: Verdict): Change['closes'] => {
    const closes = verdict.closes.filter((c) => !touched.has(c.entryId) && active.has(c.entryId));
    for (const { entryId: id } of closes) touched.add(id);
    return closes;
  };
  for (const verdict of input.verdicts) {
    const known = verdict.knownAs === null ? undefined : active.get(verdict.knownAs);
    if (verdict.decision === 'known' && known) {
      if (isWider(verdict, known) && !touched.has(known.id)) {
        changes.push(shareOf(verdict, known, input));
        touched.add(known.id);
      }
      const closes = take(verdict);
      if (closes.length) changes.push(retireOf(verdict, closes, active, input));
    }
    if (verdict.decision === 'promote') changes.push(changeOf({ ...verdict, closes: take(verdict) }, input));
  }
  for (const { entryId: id, because } of input.ended ?? []) {
    const entry = active.get(id);
    if (entry === undefined || touched.has(id)) continue;
    touched.add(id);
    changes.push(endOf(entry, because, input));
  }
  for (const repeat of input.repeats) {
    const ids = [repeat.keep, ...repeat.close];
    const change = ids.some((id) => touched.has(id)) ? null : mergeOf(repeat, active, input);
    if (!change) continue;
    for (const id of ids) touched.add(id);
    changes.push(change);
  }
  for (const demotion of input.demotions ?? []) {
    const entry = touched.has(demotion.entryId) ? undefined : active.get(demotion.entryId);
    if (entry === undefined) continue;
    touched.add(entry.id);
    changes.push(demotedBy(demotion, entry, input));
  }
  return { nightId: input.nightId, base: input.base.number, changes };
}
