// Whether a wording by a model says only what the quotes say: each of its content words stands in them, and nothing is
// turned down that they do not turn down. Invented names, numbers and exceptions cannot pass.
import type { Theme } from '../../../shared/dream.ts';
import { languageOf } from '../language/language.ts';
import { readSentence } from '../language/words.ts';

/** What of a theme, or of one saying, a wording is held against. */
type SaidTheme = Pick<Theme, 'language' | 'text' | 'terms' | 'negated'>;

const charsMin = 8;
const charsMax = 400;

export function wordingHolds(wording: string, theme: SaidTheme, quotes: readonly string[]): boolean {
  if (wording.length < charsMin || wording.length > charsMax || /[\n\r<>]/u.test(wording)) return false;
  const language = languageOf(theme.language);
  const read = (text: string) => readSentence(text, language).terms;
  const said = [...quotes, theme.text].flatMap(read);
  const known = new Set([...said.map(({ stem }) => stem), ...theme.terms]);
  const turnedDown = new Set([
    ...said.filter((term) => term.negated).map(({ stem }) => stem),
    ...theme.negated,
  ]);
  const affirmed = new Set(said.filter((term) => !term.negated).map(({ stem }) => stem));
  const terms = read(wording);
  if (terms.length === 0) return false;
  return (
    terms.every((term) => known.has(term.stem)) &&
    terms.every((term) => (term.negated ? turnedDown.has(term.stem) : affirmed.has(term.stem))) &&
    // what was turned down everywhere stays in, or the exception is gone
    [...theme.negated].every((stem) => terms.some((term) => term.stem === stem && term.negated))
  );
}
