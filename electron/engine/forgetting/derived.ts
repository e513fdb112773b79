// What was derived from something that is forgotten: it loses the quotes that came from it, and where nothing is left that
// proves it, it is void. Works on entries, themes and whatever else stands as JSON in the store. Pure.
import { isDoneByTools } from '../../../shared/memory.ts';
import { maskClose, maskOpen } from '../masking/masker.ts';
import { blanked, fold, type PhraseFinder } from './phrases.ts';

/** Stands where something was forgotten; a secret leaves the same kind of mark. */
export const mark = `${maskOpen}forgotten${maskClose}`;

export interface ForgettingRules {
  /** In statements and their quotes, in transcripts and in files. */
  readonly phrases: PhraseFinder;
  /** In what we told about them: titles, reasons, the diary. Knows the phrases as well. */
  readonly prose: PhraseFinder;
  /** A quote that comes from what is forgotten, by its session or file. */
  isGone(evidence: EvidenceLike): boolean;
  /** An entry that is forgotten itself. */
  isEntryGone(id: string): boolean;
  /** What is void keeps no word of its text; else only the phrases are taken out of it. */
  readonly blanksVoid: boolean;
}

export interface EvidenceLike {
  readonly session: string;
  readonly agent: string;
  readonly quote: string;
}

interface Statement {
  readonly text: string;
  readonly evidence: readonly EvidenceLike[];
  readonly kind?: unknown;
  readonly id?: unknown;
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEvidence = (value: unknown): value is EvidenceLike & Plain =>
  isPlain(value) &&
  typeof value['quote'] === 'string' &&
  typeof value['session'] === 'string' &&
  typeof value['agent'] === 'string';
const isStatement = (value: Plain): value is Plain & Statement =>
  typeof value['text'] === 'string' &&
  Array.isArray(value['evidence']) &&
  value['evidence'].every(isEvidence);

/** Fields whose words are ours: what a thing is, its id, a number in words. */
const ownFields = new Set([
  'agent',
  'agents',
  'change',
  'changeId',
  'changeIds',
  'cues',
  'decision',
  'entryId',
  'flags',
  'gate',
  'id',
  'kind',
  'kinds',
  'knownAs',
  'language',
  'name',
  'nightId',
  'operation',
  'origin',
  'outcome',
  'polarity',
  'signalIds',
  'status',
  'taint',
]);

export const blankWith = (finder: PhraseFinder, text: string): string =>
  blanked(text, finder.ranges(text), mark);

/** The same value where nothing changes. */
export function withoutForgotten(value: unknown, rules: ForgettingRules): unknown {
  if (typeof value === 'string') return blankWith(rules.prose, value);
  if (Array.isArray(value)) {
    const next = value.map((one) => withoutForgotten(one, rules));
    return next.some((one, index) => one !== value[index]) ? next : value;
  }
  if (!isPlain(value)) return value;
  return isStatement(value) ? statementWithout(value, rules) : fieldsWithout(value, rules, new Set());
}

function fieldsWithout(value: Plain, rules: ForgettingRules, except: ReadonlySet<string>): Plain {
  const entries = Object.entries(value).map(([name, one]) => {
    const isOurs = except.has(name) || (ownFields.has(name) && !isPlain(one));
    return [name, isOurs ? one : withoutForgotten(one, rules)] as const;
  });
  return entries.some(([name, one]) => one !== value[name]) ? Object.fromEntries(entries) : value;
}

/** How a statement stands once its quotes are sorted out. */
export interface Support {
  readonly evidence: readonly EvidenceLike[];
  readonly lost: number;
  readonly isVoid: boolean;
}

export function supportOf(statement: Statement, rules: ForgettingRules): Support {
  const evidence = statement.evidence.filter((one) => !rules.isGone(one) && !rules.phrases.holds(one.quote));
  const lost = statement.evidence.length - evidence.length;
  const isForgotten = typeof statement.id === 'string' && rules.isEntryGone(statement.id);
  const isVoid =
    isForgotten || rules.phrases.holds(statement.text) || (lost > 0 && !proves(statement, evidence));
  return { evidence, lost, isVoid };
}

function statementWithout(statement: Plain & Statement, rules: ForgettingRules): Plain {
  const { evidence, lost, isVoid } = supportOf(statement, rules);
  const others = fieldsWithout(statement, rules, new Set(['evidence', 'text']));
  const text = blankWith(rules.phrases, statement.text);
  const rest = text === statement.text ? others : { ...others, text };
  if (isVoid && (rules.blanksVoid || isForgottenItself(statement, rules))) return voided(rest);
  // A quote's project and session may tell it though its words do not.
  const quotes = evidence.map((one) => fieldsWithout({ ...one }, rules, new Set(['quote'])));
  const isSameEvidence = lost === 0 && JSON.stringify(quotes) === JSON.stringify(statement.evidence);
  if (isSameEvidence && rest === statement) return statement;
  return { ...rest, evidence: isSameEvidence ? statement.evidence : quotes };
}

const isForgottenItself = ({ id }: Statement, rules: ForgettingRules): boolean =>
  typeof id === 'string' && rules.isEntryGone(id);

/** Its row stays, and what it was; not a word of what it said. */
const voided = (statement: Plain): Plain => ({
  ...statement,
  text: mark,
  evidence: [],
  ...('places' in statement ? { places: [] } : {}),
  ...('terms' in statement ? { terms: [], negated: [], values: [], closesValues: [] } : {}),
});

/** Whether what is left still says it: every word of it stands in one of the quotes. */
function proves(statement: Statement, evidence: readonly EvidenceLike[]): boolean {
  if (evidence.length === 0) return false;
  // what tools did is told in our own words around the commands; one run that is left still proves it
  if (typeof statement.kind === 'string' && isDoneByTools(statement.kind)) return true;
  const said = new Set(evidence.flatMap(({ quote }) => wordsOf(quote)));
  return wordsOf(statement.text).every((word) => said.has(word));
}

const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Short words tie others together and say nothing themselves. */
const wordsOf = (text: string): readonly string[] =>
  (fold(text.normalize('NFKC')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) =>
    spaceless.test(word) ? Array.from(word) : word.length < 3 ? [] : [word],
  );

/** What the store tells about what is forgotten, before anything is changed. */
export interface Traces {
  /** Texts of what is forgotten or void. */
  readonly texts: ReadonlySet<string>;
  /** Quotes that go, and those that stay because they come from elsewhere as well. */
  readonly goneQuotes: ReadonlySet<string>;
  readonly keptQuotes: ReadonlySet<string>;
  /** Where the quotes of a forgotten entry stand. */
  readonly places: readonly QuotePlace[];
  /** Words of our own that hold one of the phrases: a name of a field, an agent, a kind. */
  readonly ownWords: ReadonlySet<string>;
}

export interface QuotePlace extends EvidenceLike {
  readonly turn: number;
}

export interface Tracing {
  see(value: unknown): void;
  readonly traces: Traces;
}

export function traceForgotten(rules: ForgettingRules): Tracing {
  const texts = new Set<string>();
  const goneQuotes = new Set<string>();
  const keptQuotes = new Set<string>();
  const ownWords = new Set<string>();
  const places: QuotePlace[] = [];
  const seeOwn = (word: unknown): void => {
    if (typeof word === 'string' && rules.phrases.holds(word)) ownWords.add(word);
  };
  const seeStatement = (statement: Plain & Statement): void => {
    const isForgotten = isForgottenItself(statement, rules);
    for (const one of statement.evidence) {
      (rules.isGone(one) || isForgotten ? goneQuotes : keptQuotes).add(one.quote);
      if (isForgotten && 'turn' in one && typeof one.turn === 'number')
        places.push({ ...one, turn: one.turn });
    }
    if (isForgotten || (rules.blanksVoid && supportOf(statement, rules).isVoid)) texts.add(statement.text);
  };
  const see = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) see(one);
    if (!isPlain(value)) return;
    if (isStatement(value)) seeStatement(value);
    for (const [name, one] of Object.entries(value)) {
      seeOwn(name);
      if (ownFields.has(name)) seeOwn(one);
      see(one);
    }
  };
  return { see, traces: { texts, goneQuotes, keptQuotes, places, ownWords } };
}

// A shorter one stands in talk that has nothing to do with it.
const charactersMin = 12;
// Scripts without spaces say more with less, and one long word is an address or a name.
const charactersMinSpaceless = 6;
const charactersMinOfOneWord = 16;

/** Long enough to be this and nothing else wherever it stands. */
export function isTelling(phrase: string): boolean {
  const { length } = phrase.trim();
  if (spaceless.test(phrase)) return length >= charactersMinSpaceless;
  return length >= (/\S\s+\S/u.test(phrase.trim()) ? charactersMin : charactersMinOfOneWord);
}
