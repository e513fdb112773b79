import { describe, expect, it } from 'vitest';
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import { noticeSession } from '../light/light.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { connect } from './rem.ts';

const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 0, 1, 9);

function day(n: number, ...said: readonly string[]): SessionSignals {
  const name = `s${n}`;
  const atMs = epochMs(firstMs + n * dayMs);
  const turns = said.map((text, ordinal) => madeUpTurn(`${name}-${ordinal}`, ordinal, { atMs, text }));
  const head = { id: sessionId('codex', name), agent: 'codex', nativeId: name, project: 'tax' } as const;
  return noticeSession(madeUpTranscript(name, [], head).head, turns);
}

const about = (themes: readonly Theme[], term: string): readonly Theme[] =>
  themes.filter((theme) => theme.terms.includes(term));

describe('what is said in one breath', () => {
  it('is one subject where both sentences come together in other words', () => {
    const themes = connect([
      day(0, 'Cents matter to the tax office. Rounding is for the supermarket.'),
      day(3, 'My cents were eaten again. No rounding in a declaration.'),
      day(6, 'The cents are missing. I said no rounding.'),
    ]);
    const [theme, ...more] = about(themes, 'cent');
    expect(more).toEqual([]);
    expect(theme?.terms).toContain('round');
    expect(theme?.sessions).toBe(3);
    const quotes = theme?.evidence.map(({ quote }) => quote).join(' ') ?? '';
    for (const sentence of theme?.text.split(/(?<=\.) /u) ?? [])
      expect(quotes).toContain(sentence.replace(/\.$/u, ''));
  });

  it('is two where they stood together on one day only', () => {
    const themes = connect([
      day(0, 'Cents matter to the tax office. Rounding is for the supermarket.'),
      day(3, 'My cents were eaten again.'),
      day(6, 'No rounding in a declaration.'),
    ]);
    expect(about(themes, 'cent').some(({ terms }) => terms.includes('round'))).toBe(false);
  });

  it('is two where the same text is pasted into every session', () => {
    const pasted = 'Always use pnpm, never npm. Commit messages are written in English.';
    const themes = connect([day(0, pasted), day(2, pasted), day(4, pasted), day(6, pasted)]);
    expect(about(themes, 'pnpm').some(({ terms }) => terms.includes('english'))).toBe(false);
  });

  it('is two where one follows everything that is said', () => {
    const filler = ['Tea is ready downstairs.', 'Our tea got cold.', 'More tea then.'];
    const other = ['Open the gate log.', 'Sort the plants by height.', 'Move the fence post.'];
    const themes = connect([
      day(0, `Invoices carry the order number. ${filler[0]}`),
      day(2, `Put the order number on invoices. ${filler[1]}`),
      ...other.flatMap((text, n) =>
        filler.map((tea, m) => day(10 + n * 3 + m, `${text.replace('.', ` ${n}${m}.`)} ${tea}`)),
      ),
    ]);
    expect(about(themes, 'invoic').some(({ terms }) => terms.includes('tea'))).toBe(false);
  });
});
