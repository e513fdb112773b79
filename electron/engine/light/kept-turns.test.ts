import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../shared/transcript.ts';
import { madeUpTurn } from '../store/testing/made-up.ts';
import { createKeptTurns } from './kept-turns.ts';
import { isPersons, toolRunsOf } from './tool-runs.ts';

const firstMax = 3;
const kinds = ['person', 'mixed', 'agent', 'call', 'result'] as const;

function turnOf(kind: (typeof kinds)[number], ordinal: number): Turn {
  const text = `said ${ordinal}`;
  const spans = [{ origin: 'person', start: 0, end: text.length }] as const;
  const use = { callId: 'one', tool: 'shell', name: 'Bash', command: text, target: null } as const;
  const drafts: Readonly<Record<typeof kind, Partial<Turn>>> = {
    person: { origin: 'person', spans },
    mixed: { origin: 'injected', spans },
    agent: { origin: 'agent' },
    call: { kind: 'call', origin: 'agent', use },
    result: { kind: 'result', origin: 'tool', use },
  };
  return madeUpTurn(`t${ordinal}`, ordinal, { text, ...drafts[kind] });
}

function keptOf(all: readonly Turn[]): readonly Turn[] {
  const kept = createKeptTurns(firstMax);
  for (const turn of all) kept.add(turn);
  return kept.turns;
}

const sessions = fc
  .array(fc.constantFrom(...kinds), { maxLength: 40 })
  .map((drawn) => drawn.map((kind, ordinal) => turnOf(kind, ordinal)));
const ordinalsOf = (turns: readonly Turn[]): readonly number[] => turns.map(({ ordinal }) => ordinal);

describe('what is kept of a session', () => {
  it('is every call and result, in order, with the runs that all turns give', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const kept = keptOf(all);
        expect(ordinalsOf(kept)).toEqual(ordinalsOf(kept).toSorted((a, b) => a - b));
        const tools = (turns: readonly Turn[]) => ordinalsOf(turns.filter(({ kind }) => kind !== 'message'));
        expect(tools(kept)).toEqual(tools(all));
        expect(toolRunsOf(kept).map((run) => ({ ...run, output: '' }))).toEqual(
          toolRunsOf(all).map((run) => ({ ...run, output: '' })),
        );
      }),
    );
  });

  it('is each message that a tool was called for, and the first ones whatever followed', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const kept = new Set(ordinalsOf(keptOf(all)));
        const persons = all.filter(isPersons);
        for (const { ordinal } of persons.slice(0, firstMax)) expect(kept).toContain(ordinal);
        for (const { askedAt } of toolRunsOf(all)) if (askedAt >= 0) expect(kept).toContain(askedAt);
        for (const call of all.filter(({ kind }) => kind === 'call')) {
          const before = persons.findLast(({ ordinal }) => ordinal < call.ordinal);
          if (before !== undefined) expect(kept).toContain(before.ordinal);
        }
      }),
    );
  });

  it('does not grow with talk that no tool follows', () => {
    const talk = Array.from({ length: 5_000 }, (_, at) => turnOf(at % 2 === 0 ? 'person' : 'agent', at));
    expect(keptOf(talk)).toHaveLength(firstMax + 1);
  });
});
