import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, pieceBytesFor, pieceBytesMax, type Piece, type ShownTurn } from './pieces.ts';

const turn = fc.record({
  by: fc.constantFrom('person' as const, 'agent' as const, 'tool' as const),
  text: fc.string({ minLength: 1, maxLength: 300 }),
});
const session = fc
  .array(turn, { minLength: 1, maxLength: 40 })
  .map((turns) =>
    turns.map(({ by, text }, i): ShownTurn => ({ place: `t${i}`, at: null, by, kind: 'said', text })),
  );

const cut = (
  turns: readonly ShownTurn[],
  settled: ReadonlySet<string> = new Set(),
  bytesMax = 1_000,
): readonly Piece[] =>
  piecesOf(
    { session: 's', agent: 'claude-code', project: null, turns },
    { seed: 'a reader', bytesMax, settled: (hashes) => new Set(hashes.filter((one) => settled.has(one))) },
  );

const places = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(({ turns }) => turns.map(({ place }) => place));

describe('a session in pieces', () => {
  it('shows each turn once and in its order, in pieces that a model takes, and none without the person', () => {
    fc.assert(
      fc.property(session, (turns) => {
        const pieces = cut(turns);
        const shown = places(pieces);
        expect(shown).toEqual(turns.map(({ place }) => place).filter((place) => shown.includes(place)));
        for (const { by, place } of turns) if (by === 'person') expect(shown).toContain(place);
        for (const piece of pieces) {
          expect(piece.turns.some(({ by }) => by === 'person')).toBe(true);
          expect(piece.bytes <= 1_000 || piece.turns.length === 1).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('that were read stay as they were cut: when it grows, only what is new is a piece that was not read', () => {
    fc.assert(
      fc.property(session, session, (before, more) => {
        const first = cut(before);
        const settled = new Set(first.map(({ hash }) => hash));
        const grown = [...before, ...more.map((one, i) => ({ ...one, place: `t${before.length + i}` }))];
        const later = cut(grown, settled);
        const known = later.filter(({ isSettled }) => isSettled);
        expect(known.map(({ hash }) => hash)).toEqual(first.map(({ hash }) => hash));
        const sentBefore = new Set(places(first));
        const news = places(later.filter(({ isSettled }) => !isSettled));
        expect(news.filter((place) => sentBefore.has(place))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is another question for another reader, another session, or one word more', () => {
    const turns: readonly ShownTurn[] = [
      { place: 't0', at: null, by: 'person', kind: 'said', text: 'Hello.' },
    ];
    const [one] = cut(turns);
    const [two] = cut([{ place: 't0', at: null, by: 'person', kind: 'said', text: 'Hello!' }]);
    expect(one?.hash).not.toBe(two?.hash);
  });

  it('takes no more at once than the model does', () => {
    expect(pieceBytesFor(null)).toBe(pieceBytesMax);
    expect(pieceBytesFor(200_000)).toBe(pieceBytesMax);
    expect(pieceBytesFor(32_000)).toBe(20_000);
    expect(pieceBytesFor(2_000)).toBe(4_000);
  });
});
