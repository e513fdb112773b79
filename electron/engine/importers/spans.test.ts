import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../shared/transcript.ts';
import { wordsInEnvelope } from './command-text.ts';
import { injectedMarks } from './injected.ts';
import { pathParts, projectName } from './project-name.ts';
import { overlay, ownMarks, wholeSpan, withoutBlankWords } from './spans.ts';

const shown = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map((span) => `${span.origin}:${text.slice(span.start, span.end)}`);

describe('spans', () => {
  it('let marks win and keep the rest', () => {
    const text = 'hello <system-reminder>psst</system-reminder> world';
    expect(shown(text, overlay(wholeSpan(text, 'person'), injectedMarks(text)))).toEqual([
      'person:hello ',
      'injected:<system-reminder>psst</system-reminder>',
      'person: world',
    ]);
  });

  it('give white space to the block beside it', () => {
    const text = '<ide_selection>x</ide_selection>\n\nDo it.';
    const spans = withoutBlankWords(text, overlay(wholeSpan(text, 'person'), injectedMarks(text)));
    expect(shown(text, spans)).toEqual(['injected:<ide_selection>x</ide_selection>\n\n', 'person:Do it.']);
  });

  it('take a mention of a tag for a mention', () => {
    expect(injectedMarks('Why do I see <system-reminder> here?')).toEqual([]);
    expect(injectedMarks('<system-reminder>never closed')).toHaveLength(1);
  });

  it('know our own fences, the unclosed one too', () => {
    expect(ownMarks('a <!-- slowwave:begin --> b <!-- slowwave:end --> c')).toEqual([
      { origin: 'own', start: 2, end: 49 },
    ]);
    expect(ownMarks('a <!-- slowwave:begin --> b')).toEqual([{ origin: 'own', start: 2, end: 27 }]);
  });

  it('cover the text without a gap, whatever is laid over them', () => {
    const cuts = fc.uniqueArray(fc.nat(40), { maxLength: 10 }).map((all) => all.sort((a, b) => a - b));
    const marksOf = (points: readonly number[]): readonly Span[] =>
      points.flatMap((start, i) => {
        const end = points[i + 1];
        return i % 2 === 0 && end !== undefined ? [{ origin: 'injected' as const, start, end }] : [];
      });
    fc.assert(
      fc.property(cuts, cuts, (first, second) => {
        const text = 'ab c'.repeat(10);
        const once = overlay(wholeSpan(text, 'person'), marksOf(first));
        const laid = overlay(once, marksOf(second));
        const spans = withoutBlankWords(text, laid);
        expect(
          shown(text, spans)
            .map((part) => part.slice(part.indexOf(':') + 1))
            .join(''),
        ).toBe(text);
        for (const mark of marksOf(second)) {
          expect(
            laid.every((s) => s.end <= mark.start || s.start >= mark.end || s.origin === 'injected'),
          ).toBe(true);
        }
      }),
    );
  });

  it('does not slow down on a text full of openers', () => {
    expect(injectedMarks(`x ${'<system-reminder>'.repeat(50_000)}`)).toEqual([]);
  });
});

describe('a command’s arguments', () => {
  const words = (name: string, args: string): readonly string[] => {
    const text = `<command-message>m</command-message>\n<command-name>/${name}</command-name>\n<command-args>${args}</command-args>`;
    return wordsInEnvelope(text).map((span) => text.slice(span.start, span.end));
  };

  it('are the person’s where they are words', () => {
    expect(words('tidy', ' sort the list by name ')).toEqual(['sort the list by name']);
    expect(words('orchestrator', '@CLAUDE.md を最新の状態にアップデートしてください')).toHaveLength(1);
  });

  it('are nobody’s where they are settings, flags or paths', () => {
    expect(words('test', '--verbose --output /tmp/test.log')).toEqual([]);
    expect(words('model', 'the largest one there is')).toEqual([]);
    expect(words('clear', '')).toEqual([]);
  });
});

describe('a project', () => {
  it('is the last part of its folder on any system', () => {
    const folders = [
      '/home/sam/shop',
      '/home/sam/shop/',
      'D:\\code\\shop',
      '/home/sam/shop/.claude/worktrees/fix-3',
    ];
    expect(folders.map(projectName)).toEqual(['shop', 'shop', 'shop', 'shop']);
    expect([projectName('/'), projectName('C:\\'), projectName(null)]).toEqual([null, null, null]);
    expect(pathParts('/home/a\\b')).toEqual(['home', 'a\\b']);
  });
});
