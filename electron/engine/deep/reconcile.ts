// Holds themes and entries against one another: what memory says already, what a newer statement closes, what repeats.
import type { Repeat, Theme } from '../../../shared/dream.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { isDoneByTools, type Evidence, type MemoryEntry, type Scope } from '../../../shared/memory.ts';
import { isWorse, mayRule } from '../../../shared/origin.ts';
import { indexWords } from '../language/shared-words.ts';
import { areTwoThings } from '../language/two-things.ts';
import { createLightener } from './light-gist.ts';
import { isPhrase } from './gates.ts';
import { givenUpIn, givenUpOf, type GivenUp } from './given-up.ts';
import { areAgainst, isSaidThroughout, speakOfOne, standsAgainst, type Told } from './one-subject.ts';
import { createSaidAlike } from './said-alike.ts';
import { createSameAbroad } from './same-abroad.ts';
import { createToldTwice } from './told-twice.ts';
import {
  closing,
  gistOf,
  isAmong,
  isSame,
  overlapOf,
  rivalWord,
  sameAs,
  type Gist,
  type Newer,
  type Words,
} from './sameness.ts';

/** An active entry, read once. */
export interface KnownEntry {
  readonly entry: MemoryEntry;
  readonly gist: Gist;
  /** Its owner chose its words: no night words it better. */
  readonly keepsWords: boolean;
  /** Other wordings that are known to say the same. */
  readonly alike: readonly Gist[];
}

// One for the fifty thousand that have none.
const noWordings: readonly Gist[] = [];

/** What is known of entries besides themselves. */
export interface Kept {
  readonly keepsWords: ReadonlySet<EntryId>;
  readonly otherWordings: ReadonlyMap<EntryId, readonly string[]>;
}

const nothingKept: Kept = { keepsWords: new Set(), otherWordings: new Map() };

/** Entries by the words that they hold, so that a theme meets only those that share one. */
export interface Shelf {
  readonly all: readonly KnownEntry[];
  /** What nights made and one of these quotes proves, in the order of `all`. */
  provenBy(evidence: readonly Evidence[]): readonly KnownEntry[];
  near(terms: Iterable<string>): readonly KnownEntry[];
  /** Of what is closed, that which shares a word. */
  gone(terms: Iterable<string>): readonly KnownEntry[];
  /** Those that could say the same as a statement with these words: they share a good part of them. */
  likely(terms: Words): readonly KnownEntry[];
}

// A word that more entries than this hold leads to none of them.
const entriesPerTermMax = 2_000;
// What says the same shares two thirds of the smaller one's words, and the smaller has half of the larger one's.
const likelyShare = 1 / 3;
// Fifty thousand lines of three words each must not all be held against one another.
const likelyMax = 40;

export function shelve(entries: readonly MemoryEntry[], kept: Kept = nothingKept): Shelf {
  const lighten = createLightener();
  const read = (isActive: boolean): readonly KnownEntry[] =>
    entries
      .filter((entry) => (entry.status === 'active') === isActive)
      .map((entry): KnownEntry => ({
        entry,
        gist: lighten(gistOf(entry.text)),
        keepsWords: kept.keepsWords.has(entry.id),
        alike: kept.otherWordings.get(entry.id)?.map((text) => lighten(gistOf(text))) ?? noWordings,
      }));
  const [all, closed] = [read(true), read(false)];
  const index = indexWords(all.map(wordsOf), entriesPerTermMax);
  const closedIndex = indexWords(closed.map(wordsOf), entriesPerTermMax);
  return {
    all,
    provenBy: byQuote(all),
    near: (terms) => inOrder(all, index.sharing(terms, 1)),
    gone: (terms) => inOrder(closed, closedIndex.sharing(terms, 1)),
    likely: (terms) => inOrder(all, index.nearest(terms, Math.ceil(terms.size * likelyShare), likelyMax)),
  };
}

const wordsOf = ({ gist, alike }: KnownEntry): Iterable<string> =>
  alike.length === 0 ? gist.terms : [gist, ...alike].flatMap(({ terms }) => [...terms]);

const quoteKey = ({ session, turn, quote }: Evidence): string => `${session}|${turn}|${quote}`;

/** Five thousand themes must not all be held against the quotes of five thousand entries. */
function byQuote(all: readonly KnownEntry[]): Shelf['provenBy'] {
  const proven = new Map<string, number[]>();
  for (const [place, { entry }] of all.entries()) {
    if (entry.origin !== 'dream') continue;
    for (const key of entry.evidence.map(quoteKey)) {
      const list = proven.get(key);
      if (list) list.push(place);
      else proven.set(key, [place]);
    }
  }
  return (evidence) => {
    const places = new Set(evidence.flatMap((one) => proven.get(quoteKey(one)) ?? []));
    return [...places].sort((a, b) => a - b).flatMap((place) => all[place] ?? []);
  };
}

const inOrder = (all: readonly KnownEntry[], places: readonly number[]): readonly KnownEntry[] =>
  places.flatMap((place) => all[place] ?? []).sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));

/** May a statement say anything about an entry? What is noted for a person's agent meets all; two projects do not meet. */
export function scopesMeet(theme: Theme, scope: Scope): boolean {
  if (!scope.startsWith('project:') || !theme.scope.startsWith('project:')) return true;
  return scope === theme.scope || theme.projects.includes(scope.slice('project:'.length));
}

const gistOfTheme = (theme: Theme): Newer => {
  const said = gistOf(theme.text, theme.language);
  return {
    ...said,
    terms: new Set([...said.terms, ...theme.terms]),
    negated: new Set([...said.negated, ...theme.negated]),
    values: theme.values,
    closesValues: new Set(theme.closesValues),
    announcesChange: theme.announcesChange,
    isRepeated: theme.sessions >= 2,
  };
};

/** Half of an entry's quotes prove the theme too: it is the same thing, however it is worded tonight. */
function sharingEvidence(theme: Theme, shelf: Shelf): readonly KnownEntry[] {
  const proven = shelf.provenBy(theme.evidence);
  if (proven.length === 0) return proven;
  const quotes = new Set(theme.evidence.map(quoteKey));
  return proven.filter(({ entry: { evidence } }) => {
    const shared = evidence.filter((one) => quotes.has(quoteKey(one))).length;
    return shared * 2 >= evidence.length;
  });
}

const isMined = (theme: Theme): boolean => isDoneByTools(theme.kind);

const inLanguage = (language: string, older: Gist): Gist =>
  language === older.language ? older : gistOf(older.text, language);

/** A few words do not always tell their language: two that are held against one another are read in one. */
const inLanguageOf = (newer: Gist, older: Gist): Gist => inLanguage(newer.language, older);

/** A line in another language than the saying's also stands as it is: its names and numbers are the same in both. */
function readingsOf(newer: Gist, older: Gist): readonly Gist[] {
  const inOne = inLanguageOf(newer, older);
  return inOne === older ? [older] : [inOne, older];
}

export interface Standing {
  /** A newer word in memory says otherwise; null where none does. */
  readonly outdatedBy: MemoryEntry | null;
  readonly knownAs: MemoryEntry | null;
  readonly closes: readonly {
    readonly entryId: EntryId;
    readonly because: string;
    readonly isSure: boolean;
    /** Memory holds both of two lines that cannot both be; its owner says one of them. */
    readonly isSettled?: boolean;
  }[];
  readonly neighbours: readonly {
    readonly text: string;
    readonly likeness: number;
    readonly merged: boolean;
    readonly why: string;
  }[];
}

// Of the entries that share a word, this many are shown to a person who asks why.
const neighboursMax = 3;

function neighboursOf(
  near: readonly KnownEntry[],
  gist: Gist,
  merged: MemoryEntry | null,
): Standing['neighbours'] {
  return near
    .map((known) => ({ known, likeness: Math.round(overlapOf(gist, known.gist) * 100) / 100 }))
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((a, b) => b.likeness - a.likeness || (a.known.entry.id < b.known.entry.id ? -1 : 1))
    .slice(0, neighboursMax)
    .map(({ known, likeness }) => ({
      text: known.entry.text,
      likeness,
      merged: known.entry.id === merged?.id,
      why: known.entry.id === merged?.id ? 'says the same' : 'shares words, but says something else',
    }));
}

/** When a dream's entry was last said; a file's line does not tell. */
function saidAtMs(entry: MemoryEntry): number | null {
  const times =
    entry.origin === 'dream' ? entry.evidence.flatMap((e) => (e.atMs === null ? [] : [e.atMs])) : [];
  return times.length ? Math.max(...times) : null;
}

/** Whichever night reads it: an older word never takes the place of a newer one. */
const isNewer = (entry: MemoryEntry, theme: Theme): boolean => {
  const atMs = saidAtMs(entry);
  return atMs !== null && theme.lastAtMs !== null && atMs > theme.lastAtMs;
};

interface Against {
  readonly known: KnownEntry;
  readonly closed: Standing['closes'][number];
}

interface Heard {
  readonly gist: Newer;
  /** Entries that its own quotes prove. */
  readonly evident: ReadonlySet<KnownEntry>;
  /** What was said of it in other words than the theme's. */
  readonly sayings: readonly Newer[];
  readonly givenUp: GivenUp;
}

// So many wordings are looked at; who says it in more ways says it in one of these, too.
const sayingsMax = 8;

/**
 * Its sayings that hold what the theme holds: "the shop is open till 13 on Saturdays now" meets a line of memory that the
 * wording which stands for all ("Saturday ends at 13") does not.
 */
function sayingsOf(theme: Theme, gist: Newer): readonly Newer[] {
  if (isMined(theme) || !(theme.announcesChange || theme.sessions > 1)) return [];
  const quotes = [...new Set(theme.evidence.map(({ quote }) => quote))].filter(
    (quote) => quote !== theme.text,
  );
  return quotes.slice(-sayingsMax).flatMap((quote) => {
    const said = gistOf(quote, theme.language);
    const isOfTheme = said.values.some(
      ({ word, polarity }) => polarity === 'affirmed' && gist.terms.has(word),
    );
    return isOfTheme ? [{ ...gist, ...said }] : [];
  });
}

// Of the quotes of either side, so many are read.
const quotesReadMax = 8;

const quotesOf = (evidence: MemoryEntry['evidence'], text: string, language: string): readonly Gist[] => {
  const quotes = [...new Set(evidence.map(({ quote }) => quote))].slice(-quotesReadMax);
  return (quotes.length > 0 ? quotes : [text]).map((quote) => gistOf(quote, language));
};

/** Both name a value of one kind, and each is of a thing of its own. What is said not to hold any more is of one thing. */
function isOfAnother(theme: Theme, { entry }: KnownEntry, word: string): boolean {
  if (theme.negated.includes(word)) return false;
  const newer = quotesOf(theme.evidence, theme.text, theme.language);
  const older = quotesOf(entry.evidence, entry.text, theme.language);
  const kinds = new Set(
    [...newer, ...older].flatMap(({ values }) => values).flatMap((v) => (v.word === word ? v.kind : [])),
  );
  if (kinds.size === 0) return false;
  const isAtIssue = kinds.has('name');
  const names = [...newer, ...older].flatMap(({ values }) => values).filter(({ kind }) => kind === 'name');
  return areTwoThings(newer, older, new Set(isAtIssue ? names.map((value) => value.word) : []));
}

/** Two lines of memory files differ in one word alone, and what is said holds the one's and not the other's. */
function settledBy(gist: Gist, same: KnownEntry, other: KnownEntry): ReturnType<typeof rivalWord> {
  const areLines = [same, other].every(({ entry }) => entry.origin === 'file');
  if (!areLines || !mayRepeat(same.entry.scope, other.entry.scope)) return null;
  const rival = rivalWord(same.gist, inLanguageOf(same.gist, other.gist));
  if (rival === null || !isAmong(rival.own, gist.terms) || gist.negated.has(rival.own)) return null;
  return isAmong(rival.others, gist.terms) && !gist.negated.has(rival.others) ? null : rival;
}

// Words of two languages that are told as one are a weak thread: one of them makes no two numbers rivals.
const sharedAbroadMin = 2;

/** As `closing`; `line` is the older one as it is written, in its own language. */
function closingOf(newer: Newer, older: Gist, line: Gist): ReturnType<typeof closing> {
  const found = closing(newer, older);
  if (found === null || line.language === newer.language) return found;
  if (newer.terms.has(found.word) || newer.closesValues.has(found.word)) return found;
  const shared = [...older.terms].filter((term) => newer.terms.has(term)).length;
  return shared >= sharedAbroadMin ? found : null;
}

/** Nothing that one saying says closes it, but all of them together leave behind what it holds. */
function leftBehind(theme: Theme, known: KnownEntry, givenUp: GivenUp): readonly Against[] {
  const word = givenUpOf(inLanguage(theme.language, known.gist), givenUp);
  if (word === null) return [];
  const because = `“${theme.text}” took the place of “${word}”`;
  return [{ known, closed: { entryId: known.entry.id, because, isSure: theme.announcesChange } }];
}

function disagreement(
  theme: Theme,
  { gist, sayings, evident, givenUp }: Heard,
  known: KnownEntry,
  same: KnownEntry | undefined,
): readonly Against[] {
  if (known === same) return [];
  const entryId = known.entry.id;
  // an older night's wording of the same thing gives way to tonight's
  if (evident.has(known)) {
    return [{ known, closed: { entryId, because: `worded better: “${theme.text}”`, isSure: true } }];
  }
  const settled = same === undefined ? null : settledBy(gist, same, known);
  if (settled !== null) {
    const because = `“${theme.text}” says “${settled.own}”, not “${settled.others}”`;
    return [{ known, closed: { entryId, because, isSure: true, isSettled: true } }];
  }
  // what is known in other words than tonight's stands against others in those words
  const inItsWords = same === undefined ? [] : [{ ...gist, ...same.gist, closesValues: gist.closesValues }];
  const found = [gist, ...sayings, ...inItsWords]
    .flatMap((one) => readingsOf(one, known.gist).map((older) => closingOf(one, older, known.gist)))
    .find((one) => one !== null && (!theme.terms.includes(one.word) || theme.negated.includes(one.word)));
  if (!found) return leftBehind(theme, known, givenUp);
  const isAnother = isOfAnother(theme, known, found.word);
  if (isAnother && !theme.announcesChange) return [];
  const because = `“${theme.text}” took the place of “${found.word}”`;
  return [{ known, closed: { entryId, because, isSure: found.isSure && !isAnother } }];
}

/**
 * "Dr Hale left, our dentist is Dr Moss", and then only "our dentist is Dr Moss": the line about Dr Hale stands almost whole
 * in the theme, and is what nobody says any more.
 */
function isOutlived(theme: Theme, line: Gist): boolean {
  const namesIn = (gist: Gist): readonly string[] =>
    gist.values.flatMap((v) => (v.kind === 'name' && v.polarity === 'affirmed' ? v.word : []));
  const ofLine = namesIn(line);
  const isNamedToo = theme.values.some(({ kind, word }) => kind === 'name' && !line.terms.has(word));
  if (ofLine.length === 0 || !isNamedToo) return false;
  const quotes = [...theme.evidence]
    .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0))
    .map(({ quote }) => gistOf(quote, theme.language));
  const [first, newest] = [quotes[0], quotes.at(-1)];
  if (first === undefined || newest === undefined) return false;
  const isFresh = (name: string): boolean => !line.terms.has(name) && !first.terms.has(name);
  return (
    namesIn(newest).some(isFresh) && ofLine.some((name) => first.terms.has(name) && !newest.terms.has(name))
  );
}

/** How one theme stands to the memory there is. */
export function standingOf(theme: Theme, shelf: Shelf): Standing {
  const gist = gistOfTheme(theme);
  const said = gistOf(theme.text, theme.language);
  const evident = sharingEvidence(theme, shelf);
  const givenUp = givenUpIn(isMined(theme) ? [] : quotesOf(theme.evidence, theme.text, theme.language));
  const heard = { gist, evident: new Set(evident), sayings: sayingsOf(theme, gist), givenUp };
  const near = shelf.near(gist.terms).filter(({ entry }) => scopesMeet(theme, entry.scope));
  const met = new Set([
    ...near,
    ...heard.sayings.flatMap((one) => shelf.near(one.terms)),
    ...shelf.near(givenUp.words),
  ]);
  const same =
    evident.find(({ entry }) => entry.text === theme.text) ??
    evident.find(({ keepsWords }) => keepsWords) ??
    near.find(
      (known) =>
        !isMined(theme) &&
        [known.gist, ...known.alike].some((one) => isSame(said, one)) &&
        !isOutlived(theme, known.gist),
    ) ??
    near.find((known) => [known.gist, ...known.alike].some(({ text }) => text === theme.text)) ??
    near.find((known) => !isMined(theme) && isSaidThroughout(theme, gist, inLanguageOf(gist, known.gist)));
  const against = isMined(theme)
    ? []
    : [...met]
        .filter(({ entry }) => scopesMeet(theme, entry.scope))
        .flatMap((known) => disagreement(theme, heard, known, same));
  const newer = against.find(({ known }) => isNewer(known.entry, theme));
  // what an earlier night closed still tells which line took its place
  const rivals = [
    ...against.map(({ known }) => known),
    ...(isMined(theme) || same ? [] : shelf.gone(gist.terms)),
  ];
  const holder =
    same ??
    near.find((known) => rivals.some((one) => one !== known && standsAgainst(gist, known.gist, one.gist)));
  return {
    knownAs: holder?.entry ?? null,
    closes: against.filter(({ known }) => !isNewer(known.entry, theme)).map(({ closed }) => closed),
    outdatedBy: newer?.known.entry ?? null,
    neighbours: neighboursOf(near, gist, holder?.entry ?? null),
  };
}

// Its owner's words and what tools did stand before all that anybody else wrote.
const isTrusted = ({ taint, kind }: MemoryEntry): boolean => mayRule(taint, isDoneByTools(kind));

/** The entry that stays: the more trusted one, a file's before a dream's, the one that says most, then the first. */
function better(a: KnownEntry, b: KnownEntry): boolean {
  if (isTrusted(a.entry) !== isTrusted(b.entry)) return isTrusted(a.entry);
  if (a.entry.taint !== b.entry.taint && !isTrusted(a.entry)) return isWorse(b.entry.taint, a.entry.taint);
  if (a.entry.origin !== b.entry.origin) return a.entry.origin === 'file';
  if (a.gist.terms.size !== b.gist.terms.size) return a.gist.terms.size > b.gist.terms.size;
  const [placeA, placeB] = [a.entry.places[0], b.entry.places[0]];
  if (placeA && placeA.path === placeB?.path) return placeA.startByte < placeB.startByte;
  const pathA = placeA ? `${placeA.path}:${String(placeA.startByte).padStart(12, '0')}` : a.entry.id;
  const pathB = placeB ? `${placeB.path}:${String(placeB.startByte).padStart(12, '0')}` : b.entry.id;
  return pathA < pathB;
}

// Two projects may each have a rule of the same words; a person's agent and a project that say one thing mean one thing.
const mayRepeat = (a: Scope, b: Scope): boolean =>
  a === b || !(a.startsWith('project:') && b.startsWith('project:'));

const isLine = ({ entry }: KnownEntry): boolean => entry.origin === 'file';

/** Entries that say the same, wherever they stand. `closed` are those that a theme closes anyway. */
export function repeatsOf(shelf: Shelf, closed: ReadonlySet<EntryId>): readonly Repeat[] {
  const taken = new Set<EntryId>(closed);
  const repeats: Repeat[] = [];
  // rules around commands share most of their words and differ in the one that counts
  const best = [...shelf.all]
    .filter(({ entry }) => entry.kind !== 'playbook')
    .sort((a, b) => (better(a, b) ? -1 : 1));
  const sameAbroad = createSameAbroad(best.filter(isLine));
  for (const known of best) {
    if (taken.has(known.entry.id)) continue;
    const mayJoin = (other: KnownEntry): boolean =>
      other !== known &&
      other.entry.kind !== 'playbook' &&
      !taken.has(other.entry.id) &&
      mayRepeat(known.entry.scope, other.entry.scope);
    const isSameAsKnown = sameAs(known.gist);
    const likely = shelf
      .likely(known.gist.terms)
      .filter((other) => mayJoin(other) && isSameAsKnown(other.gist));
    const abroad = isLine(known) ? sameAbroad(known).filter(mayJoin) : [];
    const same = [...new Set([...likely, ...abroad])];
    if (!same.length) continue;
    for (const other of [known, ...same]) taken.add(other.entry.id);
    repeats.push({
      keep: known.entry.id,
      close: same.map((other) => other.entry.id),
      because: `says the same as “${known.entry.text}”`,
    });
  }
  return repeats;
}

/** In how many of the night's themes a word stands. */
function themesByTerm(themes: readonly Theme[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of themes) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

// Up to so many are held against one another; a night that promotes more looks at the nearest of them alone.
const keptMax = 200;
const nearestMax = 40;

interface Twin {
  readonly theme: Theme;
  readonly gist: Gist;
}

const toldBy = ({ theme, gist }: Twin): Told => ({
  gist,
  announcesChange: theme.announcesChange,
  isPhrase: isPhrase(theme),
});

/** Themes by what they say; tools' doings have no wording of their own. */
function nearTwins(said: readonly Twin[]): (one: Twin) => readonly Twin[] {
  if (said.length <= keptMax) return () => said;
  const index = indexWords(
    said.map(({ gist }) => gist.terms),
    entriesPerTermMax,
  );
  return ({ gist }) => {
    const places = index.nearest(gist.terms, 1, nearestMax);
    return [...places].sort((a, b) => a - b).flatMap((place) => said[place] ?? []);
  };
}

// One saying's words are all its own; several hold in common what they are about.
const sayingsForSubject = 2;

function areOfTwoThings(a: Theme, b: Theme): boolean {
  const [ofA, ofB] = [quotesOf(a.evidence, a.text, a.language), quotesOf(b.evidence, b.text, b.language)];
  const isTold = ofA.length >= sayingsForSubject && ofB.length >= sayingsForSubject;
  return isTold && areTwoThings(ofA, ofB, new Set());
}

/**
 * Promoted themes that say the same as a better one, by id. `all`: every theme of the night; `ordinary`: how often each word
 * stood in talk that is no rule. Where that is not known, what hardly anybody says cannot be told, and joins nothing.
 */
export function doublesOf(
  themes: readonly Theme[],
  all: readonly Theme[],
  ordinary: Readonly<Record<string, number>> | null = null,
): ReadonlyMap<string, Theme> {
  const doubles = new Map<string, Theme>();
  const counts = themesByTerm(all);
  const lighten = createLightener();
  const strongest = themes
    .filter((theme) => !isMined(theme))
    .sort(
      (a, b) =>
        Number(isPhrase(a)) - Number(isPhrase(b)) ||
        b.sessions - a.sessions ||
        b.strength - a.strength ||
        (a.id < b.id ? -1 : 1),
    )
    .map((theme): Twin => ({ theme, gist: lighten(gistOf(theme.text, theme.language)) }));
  const near = nearTwins(strongest);
  const passed = strongest.map(({ theme }) => theme);
  const areSaidAlike = createSaidAlike(passed, all);
  const areToldTwice = ordinary === null ? () => false : createToldTwice(passed, all, ordinary);
  const kept = new Set<Twin>();
  for (const one of strongest) {
    const isSameAsOne = sameAs(one.gist);
    const twin = near(one).find(
      (other) =>
        kept.has(other) &&
        scopesMeet(one.theme, other.theme.scope) &&
        (isSameAsOne(other.gist) ||
          (speakOfOne(toldBy(one), toldBy(other), counts) && !areOfTwoThings(one.theme, other.theme)) ||
          (areSaidAlike(one.theme, other.theme) && !areAgainst(one.gist, other.gist)) ||
          areToldTwice(one.theme, other.theme, areAgainst(one.gist, other.gist))),
    );
    if (twin) doubles.set(one.theme.id, twin.theme);
    else kept.add(one);
  }
  return doubles;
}
