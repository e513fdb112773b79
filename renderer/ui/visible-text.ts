// Letters that cannot be seen but can carry orders or turn a line around: shown by their number. What belongs to ordinary
// writing stays: line breaks, tabs, and what joins an emoji together.
import { maskedSign, secretInWords } from '../../shared/masked-words.ts';

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invisible'; readonly text: string }
  /** A secret stood here: its kind in words. */
  | { readonly kind: 'masked'; readonly text: string };

/** A secret's kind in words, in the person's language. */
export type TellSecret = (kind: string) => string;

// Format and control characters, unassigned and private ones, line separators, and blanks that look like nothing.
const invisible = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}\u2028\u2029\u115F\u1160\u3164\uFFA0\p{Variation_Selector}]/gu;
const ordinary = /^[\n\t]$/u;
const joinedEmoji =
  /\p{Extended_Pictographic}[\p{Variation_Selector}\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\p{Variation_Selector}\p{Emoji_Modifier}]*)*/gu;

const nameOf = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

export function visiblePieces(text: string, secret: TellSecret = secretInWords): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: sign, 1: kind = '' } of text.matchAll(maskedSign)) {
    pieces.push(...lettersOf(text.slice(from, index)), { kind: 'masked', text: secret(kind) });
    from = index + sign.length;
  }
  return [...pieces, ...lettersOf(text.slice(from))];
}

function lettersOf(text: string): readonly Piece[] {
  const emoji = [...text.matchAll(joinedEmoji)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  const isOfEmoji = (at: number): boolean => emoji.some(([start, end]) => at >= start && at < end);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: letter } of text.matchAll(invisible)) {
    if (ordinary.test(letter) || isOfEmoji(index)) continue;
    if (letter === '\r' && text[index + 1] === '\n') continue;
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) });
    pieces.push({ kind: 'invisible', text: nameOf(letter) });
    from = index + letter.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** All of it as one text, for places that hold no marks, such as a title. */
export const visibleText = (text: string, secret?: TellSecret): string =>
  visiblePieces(text, secret)
    .map((piece) => piece.text)
    .join('');
