// Cuts text into words and marks, each with its place. One way for patterns and for text, so that they always meet.

export interface Token {
  /** Lower case, full-width letters made plain, apostrophes straight. */
  readonly text: string;
  /** As it was written. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

// Hangul stands apart from a name in Latin letters that its particle is written on, but for a file's ending. A word may hold an apostrophe or, between letters and digits, the marks of paths, versions, addresses and times.
const tokenPattern =
  /\p{Script=Hangul}+(?:\.[a-z]{1,5}(?![\p{L}\p{N}]))?|(?:(?!\p{Script=Hangul})[\p{L}\p{N}\p{M}_])+(?:(?:['’]|[./:@+#\\]+)(?:(?!\p{Script=Hangul})[\p{L}\p{N}\p{M}_])+)*|[^\s\p{L}\p{N}\p{M}_]/gu;

const beyondAscii = /[^\u0000-\u007F]/;

/** In ASCII only case is to be made plain. */
export const plainCase = (text: string): string =>
  beyondAscii.test(text) ? plainCaseOfAny(text) : text.toLowerCase();

const plainCaseOfAny = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replaceAll('’', "'")
    // NFKC parts the Thai vowel "am" into two, which nobody types
    .replaceAll('\u0E4D\u0E32', '\u0E33');

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const raw = match[0];
    tokens.push({
      text: plainCase(raw),
      raw,
      start: match.index,
      end: match.index + raw.length,
      isWord: /[\p{L}\p{N}]/u.test(raw),
    });
  }
  return tokens;
}

// "3月15日", "13点", "2時30分": a date or an hour is one word, or its digits would mean something else.
const dated = /^[年月日号號点點时時分秒週周回件円元月間間次版]+$/u;

function joinDates(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isPart = last?.end === token.start && /\p{N}/u.test(last.text);
    if (
      last &&
      isPart &&
      (dated.test(token.text) || (/^\p{N}/u.test(token.text) && dated.test(last.text.slice(-1))))
    ) {
      joined[joined.length - 1] = {
        text: last.text + token.text,
        raw: last.raw + token.raw,
        start: last.start,
        end: token.end,
        isWord: true,
      };
    } else joined.push(token);
  }
  return joined;
}

// "src/a.ts", "node.js:8": what a segmenter cuts into pieces is one word, as in a language with spaces.
const runTogether = /[\p{Script=Latin}\p{N}_]+(?:[./:@+#\\]+[\p{Script=Latin}\p{N}_]+)+/gu;

/** Pieces of one Latin name are put together again, in one pass over both. */
function joinNames(text: string, tokens: readonly Token[]): readonly Token[] {
  const names = [...text.matchAll(runTogether)];
  if (names.length === 0) return tokens;
  const joined: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    while (at < names.length && (names[at]?.index ?? 0) + (names[at]?.[0].length ?? 0) <= token.start) at++;
    const name = names[at];
    const start = name?.index ?? Infinity;
    const end = start + (name?.[0].length ?? 0);
    if (name !== undefined && token.start === start)
      joined.push({ text: plainCase(name[0]), raw: name[0], start, end, isWord: true });
    else if (token.start >= (joined.at(-1)?.end ?? 0)) joined.push(token);
  }
  return joined;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words of a script without spaces, found by the dictionary of Intl.Segmenter. */
export function segmentsOf(text: string, language: string): readonly Token[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!segment.trim()) continue;
    tokens.push({
      text: plainCase(segment),
      raw: segment,
      start: index,
      end: index + segment.length,
      isWord: isWordLike ?? false,
    });
  }
  return joinDates(joinNames(text, tokens));
}
