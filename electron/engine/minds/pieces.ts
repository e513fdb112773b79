// A session as a reader sees it: turn by turn, long texts cut short, in pieces that a model takes at once. A piece that was
// read before stays as it was cut then: what came since is a piece of its own, and nothing paid for is sent again.
import { contentHash } from '../../../shared/ids.ts';
import type { Origin } from '../../../shared/origin.ts';
import type { AgentKind, Turn } from '../../../shared/transcript.ts';
import type { Asker } from './consolidator.ts';

export interface ShownTurn {
  /** "t12": the turn's ordinal. */
  readonly place: string;
  readonly at: string | null;
  readonly by: Origin;
  readonly kind: 'said' | 'ran' | 'printed';
  readonly text: string;
}

/** A session, cut down to what is shown of it. */
export interface ShownSession {
  /** The agent's own id. */
  readonly session: string;
  readonly agent: AgentKind;
  readonly project: string | null;
  readonly turns: readonly ShownTurn[];
}

export interface Piece {
  /** Of all that is shown, and of who is asked how. */
  readonly hash: string;
  readonly session: ShownSession;
  readonly turns: readonly ShownTurn[];
  readonly bytes: number;
  /** It was read before, or is being read. */
  readonly isSettled: boolean;
}

// A person's words are why it is read; of the rest as much as tells what they speak of.
const charsMax: Readonly<Record<'person' | 'agent' | 'ran' | 'printed' | 'other', number>> = {
  person: 8_000,
  agent: 1_200,
  ran: 400,
  printed: 200,
  other: 400,
};
// About 15,000 tokens of English: a small model still reads it closely, and a cap of cents pays for several.
export const pieceBytesMax = 60_000;
// A model with a small window still gets a page or two at a time.
const pieceBytesMin = 4_000;
// What stands around a piece: our own words, the schema, the answer. Every token is at least a byte.
const aroundBytes = 12_000;

/** `window`: how many tokens the model takes; null where nobody says. */
export const pieceBytesFor = (window: number | null): number =>
  window === null ? pieceBytesMax : Math.min(pieceBytesMax, Math.max(pieceBytesMin, window - aroundBytes));

const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max).toWellFormed()} …`;

const shownAt = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString().slice(0, 16);

/** Nothing for what is neither said nor done: reasoning, summaries, notices. */
export function shownTurn(turn: Turn, mask: Asker['mask']): readonly ShownTurn[] {
  const at = shownAt(turn.atMs);
  const place = `t${turn.ordinal}`;
  if (turn.kind === 'call') {
    const text = turn.use?.command ?? turn.use?.target ?? turn.text;
    return text === ''
      ? []
      : [{ place, at, by: turn.origin, kind: 'ran', text: mask(cut(text, charsMax.ran)) }];
  }
  if (turn.kind === 'result') {
    // What went well is told by what came next.
    if (turn.outcome !== 'failed') return [];
    return [{ place, at, by: turn.origin, kind: 'printed', text: mask(cut(turn.text, charsMax.printed)) }];
  }
  if (turn.kind !== 'message') return [];
  return turn.spans.flatMap(({ origin, start, end }): readonly ShownTurn[] => {
    const text = turn.text.slice(start, end).trim();
    const max = origin === 'person' || origin === 'agent' ? charsMax[origin] : charsMax.other;
    // What the harness put in says nothing of anybody.
    if (text === '' || origin === 'injected' || origin === 'own') return [];
    return [{ place, at, by: origin, kind: 'said', text: mask(cut(text, max)) }];
  });
}

const bytesOf = (turn: ShownTurn): number => new TextEncoder().encode(JSON.stringify(turn)).length;

const holdsPerson = (turns: readonly ShownTurn[]): boolean => turns.some(({ by }) => by === 'person');

/** Where the person says nothing, nothing is to be learnt that could become a rule: such pieces are not made. */
export function piecesOf(
  session: ShownSession,
  how: {
    readonly seed: string;
    readonly bytesMax: number;
    readonly settled: (hashes: readonly string[]) => ReadonlySet<string>;
  },
): readonly Piece[] {
  const { turns } = session;
  const sizes = turns.map(bytesOf);
  const pieces: Piece[] = [];
  for (let from = 0; from < turns.length;) {
    let hash = contentHash('reader-piece', how.seed, session.agent, session.session);
    const chain: string[] = [];
    let bytes = 0;
    for (let at = from; at < turns.length; at++) {
      const size = sizes[at] ?? 0;
      if (chain.length > 0 && bytes + size > how.bytesMax) break;
      bytes += size;
      hash = contentHash(hash, JSON.stringify(turns[at]));
      chain.push(hash);
    }
    const settled = how.settled(chain);
    const before = chain.findLastIndex((one) => settled.has(one));
    const length = before === -1 ? chain.length : before + 1;
    const some = turns.slice(from, from + length);
    if (holdsPerson(some)) {
      pieces.push({
        hash: chain[length - 1] ?? hash,
        session,
        turns: some,
        bytes: sizes.slice(from, from + length).reduce((sum, n) => sum + n, 0),
        isSettled: before !== -1,
      });
    }
    from += length;
  }
  return pieces;
}
