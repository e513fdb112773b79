import { describe, expect, it } from 'vitest';
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import { noticeSession } from '../light/light.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { connect } from './rem.ts';

const dayMs = 86_400_000;

/** What is said on day 0, 1, 2 …, each in a session of its own. */
const themesOf = (said: readonly string[]): readonly Theme[] =>
  connect(
    said.map((text, day): SessionSignals => {
      const name = `s${day}`;
      const head = { id: sessionId('claude-code', name), nativeId: name, project: 'shop' };
      const turn = madeUpTurn(name, 0, { text, atMs: epochMs(day * dayMs + 1) });
      return noticeSession(madeUpTranscript(name, [], head).head, [turn]);
    }),
  );

const standing = (said: readonly string[]): readonly string[] =>
  themesOf(said)
    .filter(({ closedBy }) => closedBy === null)
    .map(({ text }) => text)
    .toSorted();

const old = ['The glaze dries for 12 hours.', 'At our kiln the glaze dries for 12 hours.'];
const fresh = ['The glaze dries for 36 hours.', 'At our kiln the glaze dries for 36 hours.'];

describe('a number that nobody says has changed', () => {
  it('gives way once another is said again and again, and it never more', () => {
    const [now] = standing([...old, ...fresh]);
    expect(now).toContain('36 hours');
    const closers = themesOf([...old, ...fresh]).map(({ closedBy }) => closedBy);
    expect(new Set(closers)).toEqual(new Set([now, null]));
  });

  it.each<readonly [string, readonly string[]]>([
    ['the other is said once', [...old, ...fresh.slice(1)]],
    ['both are said by turns', [old[0], fresh[0], old[1], fresh[1]].flatMap((text) => text ?? [])],
  ])('stands where %s', (_, said) => {
    expect(themesOf(said).filter(({ closedBy }) => closedBy !== null)).toEqual([]);
  });

  it('stands beside that of another thing', () => {
    const said = [
      'The oak planks dry for 12 weeks.',
      'Oak planks: dry them for 12 weeks.',
      'The pine planks dry for 36 weeks now.',
      'Pine planks: dry them for 36 weeks.',
    ];
    expect(standing(said).some((text) => text.includes('12 weeks'))).toBe(true);
    expect(standing(said).some((text) => text.includes('36 weeks'))).toBe(true);
  });
});
