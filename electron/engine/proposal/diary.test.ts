import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Receipt, Verdict } from '../../../shared/dream.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { firstNight, madeUpEntry, madeUpEntryId, madeUpReceipt } from '../store/testing/made-up.ts';
import { noonMs } from '../store/testing/temp-store.ts';
import { writeDiary } from './diary.ts';
import { propose } from './propose.ts';
import { madeUpVerdict } from './testing/made-up-verdict.ts';

function diaryOf(
  verdicts: readonly Verdict[],
  receipt: Partial<Receipt> = {},
  entries: readonly MemoryEntry[] = [],
): string {
  const base = {
    number: versionNumber(1),
    parent: null,
    author: 'import',
    reason: '',
    nightId: null,
    changeIds: [],
    createdAtMs: noonMs,
    entries,
  } as const;
  const proposal = propose({ nightId: firstNight, nowMs: noonMs, base, verdicts, repeats: [] });
  return writeDiary({ receipt: madeUpReceipt(firstNight, noonMs, receipt), proposal, verdicts, entries });
}

/** All that a transcript can bring into a diary, in one place each. */
function nightAbout(text: string): string {
  const { theme } = madeUpVerdict('x');
  const evidence = theme.evidence.map((e) => ({ ...e, quote: text, project: text }));
  return diaryOf(
    [
      madeUpVerdict(text, {
        closes: [{ entryId: madeUpEntryId('old'), because: text }],
        theme: { evidence, scope: `project:${text}`, projects: [text], slips: 3 },
      }),
    ],
    {
      nearestMisses: [{ text, score: 0.4, gate: 'score', flip: 'more' }],
      instructions: {
        text,
        isOnly: false,
        projects: [text],
        agents: [],
        kinds: [],
        raise: [text],
        leaveOut: [`project:${text}`],
      },
    },
    [madeUpEntry('old', { text })],
  );
}

describe('the diary', () => {
  it('tells what would change, with the words that prove it', () => {
    const diary = diaryOf(
      [madeUpVerdict('Use Railway.', { closes: [{ entryId: madeUpEntryId('old'), because: 'moved' }] })],
      { proposed: { replace: 1 }, found: { signals: 7, byKind: {}, themes: 3, leftOut: { question: 2 } } },
      [madeUpEntry('old', { text: 'Use Heroku.' })],
    );
    expect(diary).toMatch(/^# Night of 2025-10-01\n/);
    expect(diary).toContain('## Something changed (1)');
    expect(diary).toContain('- **Use Railway.** *(project lantern)*');
    expect(diary).toContain('  - before: “Use Heroku.”');
    expect(diary).toContain('  > “Use Railway.” (lantern, claude-code, 2025-10-01)');
    expect(diary).toContain('question 2');
    expect(diary).toContain('7 things caught my eye; they came together into 3 themes.');
  });

  it('says what an empty night is', () => {
    expect(diaryOf([])).toContain('Nothing was worth proposing tonight.');
  });

  it('says that a sample is a sample, and why a night ended early', () => {
    expect(diaryOf([], { sample: true })).toContain('A sample');
    expect(diaryOf([], { outcome: 'woken', because: 'You woke it.' })).toContain('You woke it.');
  });

  it('is the same for the same night, however long it took', () => {
    const verdicts = [madeUpVerdict('Use Railway.')];
    expect(diaryOf(verdicts, { tookMs: 12_345 })).toBe(diaryOf(verdicts, { tookMs: 1 }));
  });
});

describe('text of a transcript in the diary', () => {
  it.each<readonly [string, string, RegExp]>([
    ['moves no cursor', 'a\u001b[2J\u0007b\u009bc', /[\u0007\u001b\u009b]/u],
    ['turns no direction', 'a\u202eb\u2066c', /[\u202e\u2066]/u],
    ['hides nothing', 'a\u200bb\u{e0041}c\ufeffd', /[\u200b\ufeff\u{e0041}]/u],
    ['begins no line', 'a\n# Heading\r\n- item\u2028> quote', /^(?:# Heading|- item|> quote)/mu],
    ['is no element', 'a <img src=x> <!-- b --> </p>', /(?<!\\)<[a-z/!]/u],
    ['is no image and no link', '![a](http://x/y.png) [b](javascript:c) [d][e]', /(?<!\\)\][([]/u],
    ['is no end of half a character', `${'a'.repeat(158)}😀${'b'.repeat(300)}`, /[\ud800-\udfff]/u],
  ])('%s', (_, text, never) => {
    expect(nightAbout(text)).not.toMatch(never);
  });

  it('stays readable', () => {
    expect(nightAbout('When a < b, see [1] and `x<y>` – 不要用它 👨‍👩‍👧')).toContain(
      'When a < b, see [1] and `x\\<y>` – 不要用它 👨‍👩‍👧',
    );
  });

  it('is cut where it is long', () => {
    const longest = Math.max(
      ...diaryOf([madeUpVerdict('word '.repeat(400))])
        .split('\n')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThan(700);
  });

  it('leaves the diary’s own lines as they are, whatever it is', () => {
    const shape = (diary: string): readonly string[] =>
      diary.split('\n').map((line) => /^(?:#+ |- \*\*|\s+- |\s*> “|- )?/u.exec(line)?.[0] ?? '');
    const plain = shape(nightAbout('plain words'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        const diary = nightAbout(`x${text}`);
        expect(shape(diary)).toEqual(plain);
        expect(diary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\ud800-\udfff]/u);
      }),
    );
  });
});
