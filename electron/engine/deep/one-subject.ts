// What surely says the same though the two are worded apart: a line whose words a theme's sayings hold all together, a
// line that stands against the same older one with the same value, two sayings that name one seldom thing and value.
import type { Theme } from '../../../shared/dream.ts';
import { languageOf } from '../language/language.ts';
import { readSentence } from '../language/words.ts';
import {
  closing,
  gistOf,
  isAmong,
  isChoice,
  isOpposed,
  overlapOf,
  rivalValues,
  type Gist,
} from './sameness.ts';

const valueKinds = ['number', 'time', 'name'] as const;
const haveRivals = (a: Gist, b: Gist): boolean => valueKinds.some((kind) => rivalValues(a, b, kind) !== null);
/** They want the opposite, or name different things, numbers or times. */
export const areAgainst = (a: Gist, b: Gist): boolean => isOpposed(a, b) || haveRivals(a, b);
const affirmedValuesOf = ({ values }: Gist): readonly string[] =>
  values.filter(({ polarity }) => polarity === 'affirmed').map(({ word }) => word);

// Fewer words than this stand in many themes by chance.
const lineTermsMin = 3;
const coreSharedMin = 2;
const saidShare = 0.8;

/**
 * The line's words are all said in one or another of the theme's sayings, and its values are the theme's: "indent C code
 * with tabs, eight wide" of "C files are indented with tabs" and "tabs, eight wide".
 */
export function isSaidThroughout(theme: Theme, gist: Gist, line: Gist): boolean {
  const shared = [...line.terms].filter((term) => gist.terms.has(term)).length;
  if (line.terms.size < lineTermsMin || shared < coreSharedMin) return false;
  if (areAgainst(gist, line)) return false;
  if (!affirmedValuesOf(line).every((word) => isAmong(word, gist.terms))) return false;
  // "Dr Hale left, our dentist is Dr Moss" holds all words of "our dentist is Dr Hale", and says something else
  const namedToo = gist.values.filter(({ kind, polarity }) => kind === 'name' && polarity === 'affirmed');
  if (!namedToo.every(({ word }) => isAmong(word, line.terms))) return false;
  if (![...line.negated].every((term) => gist.negated.has(term))) return false;
  const quotes = new Set(theme.evidence.map(({ quote }) => quote));
  const said = new Set([
    ...gist.terms,
    ...[...quotes].flatMap((quote) => [...gistOf(quote, theme.language).terms]),
  ]);
  return [...line.terms].filter((term) => isAmong(term, said)).length >= saidShare * line.terms.size;
}

/** The line names the value that the theme names, and takes the place of the same older line with it. */
export function standsAgainst(gist: Gist, line: Gist, older: Gist): boolean {
  const mine = affirmedValuesOf(gist);
  if (!affirmedValuesOf(line).some((word) => mine.includes(word))) return false;
  // "Ann left accounts, bills go to Tom" is no word against "bills go to Tom in accounts"
  if (isOpposed(gist, line) && affirmedValuesOf(line).some((word) => gist.negated.has(word))) return false;
  if (haveRivals(gist, line) || !haveRivals(line, older)) return false;
  return (
    closing({ ...line, closesValues: new Set(), announcesChange: true, isRepeated: false }, older) !== null
  );
}

// One shared word is a trade's noun ("flour"); two are a subject, and so are a word and a value.
const ownWordsMin = 2;
const ownOverlapMin = 0.4;
// A word that more themes of the night hold is nobody's own.
const themesPerOwnMax = 3;

/** Words right behind a number: "15 minutes" is one thing and no subject. */
function unitsOf({ text, language }: Gist): ReadonlySet<string> {
  const { terms } = readSentence(text, languageOf(language));
  return new Set(terms.flatMap(({ kind }, at) => (kind === 'number' ? (terms[at + 1]?.stem ?? []) : [])));
}

/** "Never use malloc" holds of each place where it is forbidden. */
function isFlatBan(gist: Gist, word: string): boolean {
  const { terms } = readSentence(gist.text, languageOf(gist.language));
  const at = terms.find(({ stem, negated }) => stem === word && negated);
  if (at === undefined) return false;
  const from = Math.max(0, ...pausesOf(gist.text).filter((pause) => pause < at.start));
  const until = Math.min(gist.text.length, ...pausesOf(gist.text).filter((pause) => pause > at.start));
  return terms.every((term) => term === at || !term.negated || term.start < from || term.start > until);
}

const pausesOf = (text: string): readonly number[] =>
  [...text.matchAll(/[,،、;；:：—–()（）.!?。！？]/gu)].map(({ index }) => index);

export interface Told {
  readonly gist: Gist;
  readonly announcesChange: boolean;
  /** Said in one wording only, and with no strong word for a rule: it stands by itself where nothing else is of its subject. */
  readonly isPhrase: boolean;
}

/** Two themes that speak of one thing; `other` is the one that stays. `counts`: in how many of the night's themes a word stands. */
export function speakOfOne(one: Told, other: Told, counts: ReadonlyMap<string, number>): boolean {
  const [a, b] = [one.gist, other.gist];
  const shared = [...a.terms].filter((term) => b.terms.has(term));
  if (isChoice(a, b)) return false;
  const own = shared.filter((term) => (counts.get(term) ?? 0) <= themesPerOwnMax && !/^\p{N}+$/u.test(term));
  const isBan = own.some(
    (word) => a.negated.has(word) && b.negated.has(word) && (isFlatBan(a, word) || isFlatBan(b, word)),
  );
  if (isBan && a.language === b.language && !haveRivals(a, b)) return true;
  if (isOpposed(a, b) || (['number', 'time'] as const).some((kind) => rivalValues(a, b, kind) !== null))
    return false;
  const units = new Set([...unitsOf(a), ...unitsOf(b)]);
  const isPart = one.isPhrase && !other.isPhrase && overlapOf(a, b) >= ownOverlapMin;
  if (isPart && own.some((word) => !units.has(word))) return true;
  // "vegetables come from Selgros" is no other way to say that they come from Metro
  const isOwn = own.length >= ownWordsMin && rivalValues(a, b, 'name') === null;
  if (isOwn && overlapOf(a, b) >= ownOverlapMin) return true;
  const values = affirmedValuesOf(a).filter((word) => affirmedValuesOf(b).includes(word));
  if (values.length === 0) return false;
  if (one.announcesChange && other.announcesChange)
    return (
      values.some((word) => own.includes(word)) || (shared.length >= 2 && overlapOf(a, b) >= ownOverlapMin)
    );
  const telling = own.filter((word) => !values.includes(word) && !units.has(word));
  return telling.length > 0 && overlapOf(a, b) >= ownOverlapMin;
}
