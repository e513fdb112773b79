// Four things at once on one store, each a process of its own: a dream, an apply into agents' files, searches, and a
// review. Whoever must wait is told so; nothing that was read, decided or written is lost.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeSample } from '../electron/engine/night/sample.ts';
import { root, Stranger } from './stranger.ts';

const nowMs = Date.UTC(2026, 10, 20, 3);
const now = ['--now', new Date(nowMs).toISOString()];

interface Answered {
  readonly status: unknown;
  readonly value: {
    readonly error?: { readonly kind: string };
    readonly applied?: readonly string[];
    readonly search?: unknown;
  };
}

interface Standing {
  readonly id: string;
  readonly state: string;
}

let stranger: Stranger;

test.beforeEach(() => {
  stranger = new Stranger();
  const sample = path.join(root, 'resources', 'sample');
  expect(writeSample({ sample, out: stranger.home, nowMs }).ok).toBe(true);
});

test.afterEach(() => {
  stranger.leave();
});

/** Done, or turned away because another one is at work; nothing else may happen. */
async function answer(...typed: readonly string[]): Promise<Answered> {
  const child = stranger.start(...typed, '--json');
  let out = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [status]: unknown[] = await once(child, 'close');
  expect({ typed, out: out === '' ? errors : 'an answer' }).toEqual({ typed, out: 'an answer' });
  const value = JSON.parse(out) as Answered['value'];
  if (status !== 0)
    expect({ typed, status, kind: value.error?.kind }).toEqual({ typed, status: 1, kind: 'store-busy' });
  return { status, value };
}

/** Asks until it is done: what a person who was told to wait does. */
async function answerInTheEnd(...typed: readonly string[]): Promise<Answered['value']> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const { status, value } = await answer(...typed);
    if (status === 0) return value;
  }
  throw new Error(`${typed.join(' ')} never had its turn`);
}

const reviewed = (): ReadonlyMap<string, string> => {
  const { value } = stranger.json('review', 'list');
  return new Map(
    (value as { readonly review: readonly Standing[] }).review.map(({ id, state }) => [id, state]),
  );
};

test('a dream, an apply, searches and a review at once on one store', async () => {
  expect(stranger.run('dream', ...now).status).toBe(0);
  const [first = '', second = '', third = '', ...others] = [...reviewed().keys()];
  expect(others.length).toBeGreaterThan(2);
  expect(stranger.run('review', 'approve', first, second).status).toBe(0);
  // Some work for the second night, so that it lasts.
  stranger.writeHistory(250);
  const [dreamt, applied, , ...found] = await Promise.all([
    answerInTheEnd('dream', '--now', '2026-11-21T03:00:00Z'),
    answerInTheEnd('review', 'apply', '--files', ...now),
    answerInTheEnd('review', 'reject', third, ...now),
    ...['deposit', 'kilometres', 'aisle', 'Montag'].map((word) => answerInTheEnd('search', word)),
  ]);
  expect(dreamt).toHaveProperty('memory');
  expect(applied.applied?.toSorted()).toEqual([first, second].toSorted());
  expect(found.length).toBe(4);
  expect(stranger.run('check').out).toContain('sound');
  const after = reviewed();
  expect(after.get(third)).toBe('rejected');
  expect([after.has(first), after.has(second)]).toEqual([false, false]);
  // What was read is all there: to read it again finds nothing new.
  expect(stranger.json('import').value).toMatchObject({ import: { newFiles: 0, newTurns: 0 } });
  expect(readFileSync(path.join(stranger.home, '.claude', 'CLAUDE.md'), 'utf8')).toContain('slowwave:begin');
  expect(stranger.json('files', 'plan').value).toMatchObject({ plan: { files: [], questions: [] } });
  // Every version has the one before it as its parent: nobody published over somebody else.
  const { value } = stranger.json('memory', 'history');
  const { history } = value as {
    readonly history: readonly { readonly number: number; readonly parent: number | null }[];
  };
  for (const { number, parent } of history) expect(parent).toBe(number === 1 ? null : number - 1);
});
