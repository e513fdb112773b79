// Cuts what a person typed into sentences, each with its place, and tells what in it is not the person's own: code,
// quotations, pasted logs, other people's mails.
import type { Language } from './language.ts';

export interface Sentence {
  readonly text: string;
  /** Places in the whole text, UTF-16 units; `text` is what stands between them. */
  readonly start: number;
  readonly end: number;
  /** Ends with a question mark. */
  readonly asks: boolean;
  /** The paragraph's number, from 0: what belongs together stands in one. */
  readonly paragraph: number;
  /** The first of a line of its own. */
  readonly isNewLine: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

// A short quotation names a thing ("licence", not "license"); a long one is somebody's sentence.
const quotedWordsMax = 3;
const quotedSignsMax = 8;
// An opening mark inside ends the search, so that a row of them costs no more than its length.
const quotePairs =
  /"([^"\n]{1,2000})"|“([^”“]{1,2000})”|„([^“”„]{1,2000})[“”]|«([^»«]{1,2000})»|»([^«»]{1,2000})«|「([^」「]{1,2000})」|『([^』『]{1,2000})』|《([^》《]{1,2000})》/gu;

const isLongQuote = (inner: string): boolean => {
  const signs = inner.match(/[\p{Script=Han}\p{Script=Kana}]/gu)?.length ?? 0;
  return inner.trim().split(/\s+/u).length > quotedWordsMax || signs > quotedSignsMax;
};

const codeFence = /^[ \t]*(```|~~~)/u;
const quoteLine = /^\s*>/u;
// a prompt, a stack trace, a log's time, a diff, a table, a Markdown heading
const pastedLine =
  /^(?: {2,}\S|\t+\S|\S*[~/]\S*\s+[$%#❯]\s|\s*\d{1,5}[\s→:|]+["'{}<([/]|\s*⏺|\s*⎿)|^\s*(?:[$%#❯➜]\s|at\s+\S+\s*\(|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[\d\d:\d\d|[+-]{3}\s|@@\s|\||#{1,6}\s|[\w.-]+@[\w.-]+[:~\s].*[%$#]|npm (?:warn|err)|Traceback|File ")/iu;

// A message this long with headings in it is a document that was handed over, not something typed.
const documentCharsMin = 1_500;
// A paragraph with this share of signs that no prose has is code or output.
const codeShareMin = 0.18;
const codeSigns = /[{}[\]<>=;|\\$^~*_/]/gu;

function notOwnLines(text: string): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  let inFence = false;
  let inDocument = false;
  let afterLeadIn = false;
  for (const line of text.split('\n')) {
    const range = { start: at, end: at + line.length };
    at += line.length + 1;
    const isFence = codeFence.test(line);
    if (isFence) inFence = !inFence;
    if (text.length >= documentCharsMin && /^#{1,6}\s/u.test(line)) inDocument = true;
    const signs = line.match(codeSigns)?.length ?? 0;
    const looksLikeCode = line.length > 20 && signs / line.length > codeShareMin;
    if (isFence || inFence || inDocument || quoteLine.test(line) || pastedLine.test(line) || looksLikeCode) {
      ranges.push(range);
    }
    // an indented line under one that ended with a colon is what was pasted
    if (afterLeadIn && /^(?:\t| {2,})\S/u.test(line)) ranges.push(range);
    else if (line.trim() !== '') afterLeadIn = /[:：]\s*$/u.test(line);
  }
  return ranges;
}

/** What in the text is not the speaker's own words. */
export function notOwn(text: string): readonly Range[] {
  const ranges = notOwnLines(text);
  for (const match of text.matchAll(quotePairs)) {
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    if (isLongQuote(inner)) ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  return ranges;
}

const blankOut = (text: string, ranges: readonly Range[]): string => {
  const letters = text.split('');
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i++) if (letters[i] !== '\n') letters[i] = '\u0000';
  }
  return letters.join('');
};

const ends =
  /[.!?。！？؟।]+["'”’)\]»]*(?=\s|$|\p{Script=Han}|\p{Script=Kana})|[。！？][”」』）]*|[;；](?=\s|\p{Script=Han})/gu;

// No abbreviation is longer; looking further back would cost the square of a line.
const abbreviationCharsMax = 24;

function isAbbreviation(line: string, at: number, language: Language): boolean {
  if (line[at] !== '.') return false;
  const word = /([\p{L}.]+)$/u
    .exec(line.slice(Math.max(0, at - abbreviationCharsMax), at))?.[1]
    ?.toLowerCase();
  if (word === undefined) return false;
  if (word.length === 1 && /\p{Lu}/u.test(line[at - 1] ?? '')) return true;
  // "No. 5" is a number, "no. it is" ends a sentence
  const next = line.slice(at + 1).trimStart()[0] ?? '';
  const isOpener = language.functionWords.has(word);
  return language.abbreviations.has(word) && (!isOpener || /\p{N}/u.test(next));
}

// "run `git add ... && git commit`": no sentence ends within a command.
const codeSpan = /`[^`\n]{1,300}`/gu;

function* cutLine(line: string, language: Language): Generator<Range> {
  let from = 0;
  const spans = line.includes('`') ? [...line.matchAll(codeSpan)] : [];
  for (const match of line.matchAll(ends)) {
    if (spans.some((span) => span.index < match.index && match.index < span.index + span[0].length - 1))
      continue;
    if (isAbbreviation(line, match.index, language)) continue;
    const to = match.index + match[0].length;
    yield { start: from, end: to };
    from = to;
  }
  if (from < line.length) yield { start: from, end: line.length };
}

// A line that ends in the middle of a sentence goes on in the next one: a soft wrap, as in a mail.
const softWrapCharsMin = 60;

function joinSoftWraps(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      const goesOn = line.length >= softWrapCharsMin && /[^.!?:;。！？：；\s]\s*$/u.test(line.slice(-40));
      const next = lines[i + 1];
      if (next === undefined) return line;
      return line + (goesOn && /^\p{Ll}/u.test(next) ? ' ' : '\n');
    })
    .join('');
}

/** A sentence that closes a bracket it never opened was cut out of a text that somebody else laid out. */
const isBalanced = (text: string): boolean => {
  let open = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '（') open++;
    if ((sign === ')' || sign === '）') && --open < 0)
      return /[:;=8]-?\)/u.test(text) || /(?:^|\s)\w\)/u.test(text);
  }
  return open === 0;
};

// "~/work $ make": a prompt, wherever on a line it begins
const prompted = /^\S*[~/]\S*\s+[$%❯➜]\s/u;

const listMark = /^\s*(?:[-*•·]|\d{1,2}[.)])\s+/u;

function asksIn(sentence: string, { lexicon }: Language): boolean {
  const end = sentence.replace(/["'”’)\]]+$/u, '');
  return /[?？؟]$/u.test(end) || (lexicon.questionMark !== undefined && end.endsWith(lexicon.questionMark));
}

/**
 * The sentences that the speaker wrote. A sentence with something blanked out in its middle is left out: what it says
 * cannot be told apart from what it quotes.
 */
export function sentencesOf(text: string, language: Language): readonly Sentence[] {
  const own = joinSoftWraps(blankOut(text, notOwn(text)));
  const sentences: Sentence[] = [];
  let at = 0;
  let paragraph = 0;
  for (const line of own.split('\n')) {
    if (line.trim() === '') paragraph++;
    const mark = listMark.exec(line)?.[0].length ?? 0;
    const before = sentences.length;
    for (const range of cutLine(line.slice(mark), language)) {
      const raw = line.slice(mark).slice(range.start, range.end);
      // what stands in front or behind is another's; what stands in the middle spoils the sentence
      const trimmed = raw.replace(/^[\s\u0000]+|[\s\u0000]+$/gu, '');
      if (!/[\p{L}\p{N}]/u.test(trimmed) || prompted.test(trimmed)) continue;
      const start = at + mark + range.start + (raw.length - raw.replace(/^[\s\u0000]+/u, '').length);
      const whole = text.slice(start, start + trimmed.length);
      const isMixed = trimmed.includes('\u0000');
      if (!isMixed && isBalanced(trimmed)) {
        sentences.push({
          text: whole,
          start,
          end: start + trimmed.length,
          asks: asksIn(trimmed, language),
          paragraph,
          isNewLine: sentences.length === before,
        });
      }
    }
    at += line.length + 1;
  }
  return sentences;
}
