import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth, oneLine, padToWidth, plainText } from './plain-text.ts';

describe('plain text', () => {
  it('shows escape sequences as marks, so that no terminal obeys them', () => {
    expect(plainText('a\u001b[31mred\u001b[0m\u0007')).toBe('a⟨U+001B⟩[31mred⟨U+001B⟩[0m⟨U+0007⟩');
    expect(plainText('\u009b2J')).toBe('⟨U+009B⟩2J');
  });

  it('shows direction marks, zero-width signs, tag letters and halves of characters', () => {
    expect(plainText('safe\u202egnp.exe')).toBe('safe⟨U+202E⟩gnp.exe');
    expect(plainText('a\u200bb\ufeff\u2066')).toBe('a⟨U+200B⟩b⟨U+FEFF⟩⟨U+2066⟩');
    expect(plainText('x\u{e0041}')).toBe('x⟨U+E0041⟩');
    expect(plainText('\ud83d!')).toBe('⟨U+D83D⟩!');
  });

  it('leaves lines, tabs, accents, other scripts and joined emoji as they are', () => {
    const text = 'Zeile\n\tnaïve e\u0301 你好 می\u200cخواهم 👩\u200d💻 ❤\ufe0f';
    expect(plainText(text)).toBe(text);
  });

  it('reads a carriage return with its newline as one, and marks a lone one, which would hide what stands before', () => {
    expect(plainText('a\r\nb')).toBe('a\nb');
    expect(plainText('rm -rf\rok')).toBe('rm -rf⟨U+000D⟩ok');
  });

  it('brings any text to one line', () => {
    expect(oneLine('  a\n\n b\tc ')).toBe('a b c');
  });
});

describe('width', () => {
  it('counts columns of a terminal: two for wide signs and emoji, none for what is put on top', () => {
    expect(displayWidth('abc')).toBe(3);
    expect(displayWidth('你好')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('👩\u200d💻')).toBe(2);
    expect(displayWidth('\u001b[31mred\u001b[39m')).toBe(3);
  });

  it('cuts between characters and says so', () => {
    expect(cutToWidth('abcdef', 6)).toBe('abcdef');
    expect(cutToWidth('abcdefg', 6)).toBe('abcde…');
    expect(displayWidth(cutToWidth('你好你好你好', 6))).toBeLessThanOrEqual(6);
    expect(cutToWidth('ab👩\u200d💻cd', 4)).toBe('ab…');
  });

  it('pads to columns', () => {
    expect(padToWidth('你', 4)).toBe('你  ');
  });
});
