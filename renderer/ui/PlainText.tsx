// Somebody else's words, as inert text: no links, no markup, and what cannot be seen is shown as a mark.
import { Fragment, type ReactNode } from 'react';
import styles from './PlainText.module.css';
import { useWords } from '../app/AppContext.tsx';
import { languageOfText } from './text-language.ts';
import { visiblePieces, type TellSecret } from './visible-text.ts';

export interface PlainTextProps {
  readonly text: string;
  /** Parts to mark, in UTF-16 units, in order and without overlap. */
  readonly marks?: readonly { readonly start: number; readonly end: number }[];
}

const piecesOf = (text: string, secret: TellSecret): readonly ReactNode[] =>
  visiblePieces(text, secret).map((piece, i) =>
    piece.kind === 'text' ? (
      <Fragment key={i}>{piece.text}</Fragment>
    ) : (
      <span key={i} className={styles[piece.kind]}>
        {piece.text}
      </span>
    ),
  );

/** The text cut at its marks. Marks that make no sense are left out, the text never. */
export function cutAtMarks(
  text: string,
  marks: NonNullable<PlainTextProps['marks']>,
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const parts: { readonly text: string; readonly isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), isMarked: false });
  return parts.filter((part) => part.text !== '');
}

/** Where a text says the words looked for, in large or small letters. */
export function marksOf(text: string, words: string): NonNullable<PlainTextProps['marks']> {
  const [said, wanted] = [text.toLowerCase(), words.trim().toLowerCase()];
  // A few letters are of another length when small: their places would be wrong.
  if (wanted === '' || said.length !== text.length) return [];
  const marks: { readonly start: number; readonly end: number }[] = [];
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + wanted.length)) {
    marks.push({ start: at, end: at + wanted.length });
  }
  return marks;
}

export function PlainText({ text, marks = [] }: PlainTextProps) {
  const { secret } = useWords();
  return (
    <bdi className={styles['plain']} lang={languageOfText(text)}>
      {cutAtMarks(text, marks).map((part, i) =>
        part.isMarked ? (
          <mark key={i}>{piecesOf(part.text, secret)}</mark>
        ) : (
          <span key={i}>{piecesOf(part.text, secret)}</span>
        ),
      )}
    </bdi>
  );
}
