import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visiblePieces } from './visible-text.ts';

const shown = (text: string): string =>
  visiblePieces(text)
    .map((piece) => piece.text)
    .join('');

describe('text of others', () => {
  it('shows the kind of a secret in words, and only where one was masked', () => {
    expect(shown('key ⟦masked:github-token⟧\u200B, ⟦masked:⟧')).toBe('key [GitHub token]⟨U+200B⟩, ⟦masked:⟧');
  });

  it('shows what cannot be seen by its number', () => {
    expect(shown('in\u200Bvisible')).toBe('in⟨U+200B⟩visible');
    expect(shown('turned \u202Eround')).toBe('turned ⟨U+202E⟩round');
    expect(shown('tag \u{E0041}')).toBe('tag ⟨U+E0041⟩');
    expect(shown('bell \u0007')).toBe('bell ⟨U+0007⟩');
    expect(shown('filler \u3164')).toBe('filler ⟨U+3164⟩');
    expect(shown('ink\uFE0F')).toBe('ink⟨U+FE0F⟩');
    expect(shown('a\rb')).toBe('a⟨U+000D⟩b');
  });

  it('leaves ordinary writing as it is', () => {
    for (const text of ['two\nlines\tand a tab', 'Windows\r\nline', '中文与 English', '👩‍💻 ❤️ 👍🏽', 'é']) {
      expect(visiblePieces(text)).toEqual([{ kind: 'text', text }]);
    }
  });

  it('leaves no letter out, of any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const back = visiblePieces(text)
          .map((piece) =>
            piece.kind === 'text'
              ? piece.text
              : String.fromCodePoint(Number.parseInt(piece.text.slice(3, -1), 16)),
          )
          .join('');
        expect(back).toBe(text);
      }),
    );
  });
});
