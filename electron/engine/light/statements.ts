// Reads what a person said, sentence by sentence: which could be a lasting rule or fact, and why the others are not.
import { faintCue, type Signal } from '../../../shared/dream.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { demandingCues, lastingCues, tyingCues, wantingCues } from '../language/cue-groups.ts';
import { judge } from '../language/judgement/judge.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf, type Language } from '../language/language.ts';
import type { CueName } from '../language/lexicon.ts';
import type { Found } from '../language/pattern.ts';
import { sentencesOf, type Sentence } from '../language/sentences.ts';
import { namesSubject, readSentence, stemsOf, valuesOf, type Reading, type Term } from '../language/words.ts';
import { withoutQuestion } from './asked-for.ts';
import { cleanSentence } from './clean.ts';
import { isHalfSaid } from './half-said.ts';
import { kindOf, strengthOf, strengthOfCues } from './strength.ts';
import { withoutTalkAround } from './talk-around.ts';

/** Why a sentence is not taken as something lasting. */
export type LeftOut =
  | 'question'
  | 'hypothesis'
  | 'one-off'
  | 'role-play'
  | 'small-talk'
  | 'reported'
  | 'task'
  | 'guess'
  | 'fragment'
  | 'pointing'
  | 'secret'
  | 'too-long';

export interface Said {
  readonly signals: readonly Signal[];
  readonly leftOut: readonly LeftOut[];
  /** Stems of the sentences that were left out, one list a sentence. */
  readonly ordinary: readonly (readonly string[])[];
  readonly language: string;
}

// Shorter than this nothing can be quoted: "hm."
const saidCharsMin = 4;
// A sentence longer than this is a page; 400 characters is about four lines.
const sentenceCharsMax = 400;
// Of one message, so that a pasted book costs no more than a page.
const sentencesMax = 200;
// Nobody types more than this into one message; what is longer was handed over.
const messageCharsMax = 40_000;
// Words of a longer sentence are not even looked at.
const readCharsMax = 2_000;

/** Masks stand where secrets were; what holds one is never remembered, and no quote spans one. */
const holdsMask = (text: string): boolean => text.includes('⟦masked:');

/** A cue inside a longer one of another kind is not meant: the "never" of "never mind", the "must" of "must have been". */
function meantCues(reading: Reading): readonly Found<CueName>[] {
  const { cues, tokens, openersEnd } = reading;
  const openersUntil = tokens[openersEnd]?.start ?? 0;
  const inOpeners: readonly CueName[] = [
    'wrong',
    'again',
    'remember',
    'please',
    'fromNowOn',
    'always',
    'smallTalk',
    'change',
  ];
  return cues.filter(
    (cue) =>
      (cue.end > openersUntil || inOpeners.includes(cue.name)) &&
      !cues.some(
        (other) =>
          other.name !== cue.name &&
          other.start <= cue.start &&
          other.end >= cue.end &&
          other.end - other.start > cue.end - cue.start,
      ),
  );
}

interface Heard {
  readonly sentence: Sentence;
  readonly reading: Reading;
  readonly cues: readonly Found<CueName>[];
  readonly terms: readonly Term[];
  /** How likely it lasts, as the judge sees it. */
  readonly lasts: number;
  /** What it speaks of was named before it. */
  readonly isOpen: boolean;
}

// A word of talk may stand in a rule by chance ("a customer must see …", "commit messages start with …", "give weights in
// grams"): it is weighed beside the judge and forbids nothing. From these on more such sentences of the opened banks were
// rules than were not; orders about one file are another matter (`isRuleOfFile`).
const lastsThoughReported = 0.75;
const lastsThoughSmallTalk = 0.58;
const lastsThoughTalk = {
  guess: { demanded: 0.25, told: 0.85 },
  task: { demanded: 0.4, told: 0.65 },
} as const;

/** How lasting it must sound to be more than an order of the moment, or a guess. */
function lastsThough(cues: ReadonlySet<CueName>, talk: keyof typeof lastsThoughTalk): number {
  const isDemanded = wantingCues.some((cue) => cue !== 'please' && cues.has(cue));
  return lastsThoughTalk[talk][isDemanded ? 'demanded' : 'told'];
}

// "Only this once the choir begins at five" names no day: it is an exception, whatever it sounds like.
const askingNow: readonly CueName[] = ['please', 'forbid', 'task', 'self', 'only'];
// "The depot moved this morning" tells of more than this morning; "leave it for today" does not.
const toldOnce = 0.7;
// "From this month on" names its month as a beginning.
const begunNow = 0.35;

/** How lasting it must sound though it names today. A word for "this once" in an order is believed almost always. */
function lastsThoughOnce(cues: ReadonlySet<CueName>): number {
  if (askingNow.some((cue) => cues.has(cue))) return soundsSurelyLasting;
  return cues.has('fromNowOn') ? begunNow : toldOnce;
}

// With one of these a sentence that names a file may still be a rule; without, it is about that file today.
const ruleCues: readonly CueName[] = ['always', 'never', 'fromNowOn', 'remember', 'must', 'custom', 'change'];

// From here on the judge's word weighs more than a cue for talk, which may stand in a rule by chance ("40 minutes").
const soundsLastingMin = 0.85;
// A word for "this once" is believed but for a sentence that could hardly be said once.
const soundsSurelyLasting = 0.96;

const orderCues: readonly CueName[] = ['forbid', 'please', 'task'];
// What sets one file against another place may be a rule of the project ("not in the code, in strings.xml").
const lastsForFile = 0.6;

/** A file is named, and more than today's work on it is meant. "Don't open it now" is about today. */
function isRuleOfFile({ lasts }: Heard, cues: ReadonlySet<CueName>): boolean {
  const isOrder = orderCues.some((cue) => cues.has(cue));
  if (cues.has('instead') && lasts >= lastsForFile) return true;
  return ruleCues.some((cue) => cues.has(cue) && !(cue === 'change' && isOrder));
}

// "Send it to Tom, not to Sarah": an order that sets one thing against another may be a rule; the judge has a say.
const lastsForContrast = 0.35;

// "# minutes" tells how long this takes as well as how often a thing is to be done.
const measuredCues: readonly CueName[] = ['always', 'never', 'fromNowOn', 'change', 'custom', 'must', 'only'];

/** All that ties it to today is a number of minutes, and it speaks of more than today. */
const isMeasure = ({ cues }: Heard, names: ReadonlySet<CueName>): boolean =>
  cues.every((cue) => cue.name !== 'oneOff' || cue.pattern.includes('#')) &&
  measuredCues.some((cue) => names.has(cue));

const quoted = /“[^”]+”|„[^“”]+[“”]|«[^»]+»|「[^」]+」|『[^』]+』|"[^"]+"/gu;
// Where the words around a quotation sound less lasting than this, they only tell of it.
const lastsAround = 0.5;

/** "Old Wang keeps saying “always use macros”": all that makes it a rule stands in somebody's quoted words. */
function saysForOthers({ sentence: { text }, reading, cues }: Heard): boolean {
  const spans = [...text.matchAll(quoted)].map(({ 0: said, index }) => [index, index + said.length] as const);
  if (spans.length === 0) return false;
  const isQuoted = ({ start, end }: Found<CueName>): boolean =>
    spans.some(([from, until]) => start >= from && end <= until);
  const rules = cues.filter((cue) => demandingCues.includes(cue.name) || cue.name === 'please');
  if (rules.length === 0 || !rules.every(isQuoted)) return false;
  const around = text.replaceAll(quoted, ' ');
  return judge(around, readSentence(around, reading.language)) < lastsAround;
}

// "PR 185 fails the tests", "issue #12 is done": one of many, and of the day it was open. "They issue 3 cards" is none.
const numberedThing =
  /(?:^|[^\p{L}])(?:(?:prs?|mrs?|pull requests?|merge requests?)\s*#?|(?:issues?|tickets?|builds?|runs?|jobs?)\s*#)\s*\d+\b/iu;
const ofAnyNumber: readonly CueName[] = [...lastingCues, 'forbid', 'prefer', 'custom', 'must'];

const isOfNumberedThing = (text: string, cues: ReadonlySet<CueName>): boolean =>
  numberedThing.test(text) && !ofAnyNumber.some((cue) => cues.has(cue));

function reasonToLeave(heard: Heard, cues: ReadonlySet<CueName>, leans: boolean): LeftOut | null {
  const { sentence } = heard;
  const hasTerms = leans || namesSubject(heard.terms);
  const isLasting = lastingCues.some((cue) => cues.has(cue));
  if (holdsMask(sentence.text)) return 'secret';
  if (sentence.text.length > sentenceCharsMax) return 'too-long';
  if (cues.has('rolePlay')) return 'role-play';
  if (saysForOthers(heard)) return 'reported';
  if (sentence.asks) return 'question';
  const soundsLasting = heard.lasts >= soundsLastingMin;
  if (cues.has('question') && !isLasting && !cues.has('forbid') && !soundsLasting) return 'question';
  if (cues.has('oneOff') && heard.lasts < lastsThoughOnce(cues) && !isMeasure(heard, cues)) return 'one-off';
  if ((isLasting || cues.has('must')) && isHalfSaid(sentence.text, heard.reading)) return 'fragment';
  if (cues.has('hypothesis') && !cues.has('fromNowOn') && !cues.has('remember')) return 'hypothesis';
  const isQuote = sentence.text.search(quoted) >= 0;
  if (cues.has('reported') && (isQuote || heard.lasts < lastsThoughReported)) return 'reported';
  if (cues.has('smallTalk') && heard.lasts < lastsThoughSmallTalk) return 'small-talk';
  if (cues.has('guess') && !isLasting && !cues.has('forbid') && heard.lasts < lastsThough(cues, 'guess'))
    return 'guess';
  if (!hasTerms || sentence.text.trim().length < saidCharsMin) return 'fragment';
  if (isOfNumberedThing(sentence.text, cues)) return 'pointing';
  const weighs =
    cues.has('prefer') || cues.has('custom') || (cues.has('instead') && heard.lasts >= lastsForContrast);
  const isOfAPlace = heard.reading.terms.some((term) => term.isFile || term.isPath);
  const isOfTheMoment = isOfAPlace || heard.lasts < lastsThough(cues, 'task');
  if (cues.has('task') && !isLasting && !weighs && isOfTheMoment) return 'task';
  if (heard.reading.terms.some((term) => term.isFile) && !isRuleOfFile(heard, cues)) return 'task';
  if (strengthOf(cues, heard.lasts) === 0 && tyingCues.some((cue) => cues.has(cue))) return 'pointing';
  return null;
}

/** Terms that are not just pointed at ("the second one", "line 12"). */
const ownTerms = (terms: readonly Term[], cues: readonly Found<CueName>[]): readonly Term[] =>
  terms.filter(
    (term) => !cues.some((cue) => cue.name === 'pointing' && cue.start <= term.start && cue.end > term.start),
  );

const saidBefore: Found<CueName> = { name: 'again', pattern: '', start: 0, end: 0 };

function hear(whole: Sentence, language: Language): Heard {
  const { sentence, wasSaidBefore } = withoutTalkAround(withoutQuestion(whole, language), language);
  const reading = readSentence(sentence.text, language);
  const cues = wasSaidBefore ? [...meantCues(reading), saidBefore] : meantCues(reading);
  return {
    sentence,
    reading,
    cues,
    terms: ownTerms(reading.terms, cues),
    lasts: judge(sentence.text, reading),
    isOpen: isOpen(reading, sentence.text),
  };
}

/** "You emptied the log again. Never do that on the server.": a rule that leans on the sentence before it takes it along. */
function leansOnPrevious(heard: Heard, previous: Heard | undefined): previous is Heard {
  if (!previous || previous.sentence.paragraph !== heard.sentence.paragraph || previous.sentence.asks)
    return false;
  if (heard.sentence.isNewLine) return false;
  const names = new Set(heard.cues.map((cue) => cue.name));
  const isRule = names.has('never') || names.has('always') || names.has('fromNowOn');
  const isRequest = previous.cues.some((cue) => cue.name === 'task');
  return (
    isRule &&
    !isRequest &&
    heard.terms.length < 2 &&
    previous.terms.length > 0 &&
    !holdsMask(previous.sentence.text)
  );
}

/** "We no longer use X. It is Y now.": a change told in two sentences is one. */
function goesOnWithChange(heard: Heard, previous: Heard | undefined): previous is Heard {
  if (!previous || previous.sentence.paragraph !== heard.sentence.paragraph || previous.sentence.asks)
    return false;
  if (holdsMask(previous.sentence.text) || heard.terms.some((term) => term.negated)) return false;
  const turnsDown = previous.terms.some((term) => term.negated && term.kind !== 'word');
  const isChange = heard.cues.some((cue) => cue.name === 'change' || cue.name === 'fromNowOn');
  return turnsDown && isChange && heard.terms.length > 0;
}

// "The kitchen labels its boxes": so many words of its own in front, and it is known whose they are.
const wordsToBeMeant = 2;

/** "We should check for its existence": nothing that is named in the sentence can be meant. */
function isOpen(reading: Reading, text: string): boolean {
  const { tokens, language, openersEnd, terms } = reading;
  if (language.own.openWords === undefined) return false;
  const [first] = language.openWords.find({ text, tokens, starts: [openersEnd] });
  if (first === undefined) return false;
  const before = tokens.slice(openersEnd).filter((token) => token.isWord && token.start < first.start);
  const isOwn = ({ text }: (typeof before)[number]): boolean =>
    !language.functionWords.has(text) && !language.emptyWords.has(text);
  const [opening] = before;
  if (opening !== undefined && isOwn(opening)) return false;
  if (terms.some((term) => term.kind !== 'word' && term.start < first.start)) return false;
  return before.filter(isOwn).length < wordsToBeMeant;
}

const inCode = /`[^`\s][^`]*`/u;

/** "`rg` may be missing there. We should check for its existence.": what is meant stands in the sentence before. */
const isMeantIn = (heard: Heard, previous: Heard | undefined): previous is Heard =>
  previous !== undefined &&
  previous.sentence.paragraph === heard.sentence.paragraph &&
  !previous.sentence.asks &&
  !holdsMask(previous.sentence.text) &&
  !previous.cues.some((cue) => cue.name === 'task') &&
  (inCode.test(previous.sentence.text) ||
    previous.terms.some((term) => term.kind !== 'word' && !term.negated));

const pointsBack: Found<CueName> = { name: 'pointing', pattern: '', start: 0, end: 0 };

/** An open sentence that the one before it does not explain only points at something. */
const knownFrom = (previous: Heard | undefined, heard: Heard): Heard =>
  heard.isOpen && !isMeantIn(heard, previous) ? { ...heard, cues: [...heard.cues, pointsBack] } : heard;

export interface SayingContext {
  /** What the agent did just before; the sentence may put it right. */
  readonly followsAgent: boolean;
  /** What the agent said just before; empty where it said nothing. */
  readonly agentSaid: string;
  readonly turn: Turn;
  readonly language: string;
}

/** Stems that are turned down wherever they stand. */
const negatedOf = (terms: readonly Term[]): readonly string[] =>
  stemsOf(terms.filter((term) => term.negated && !terms.some((t) => t.stem === term.stem && !t.negated)));

// A slip is told in a sentence or two; of a long report only the beginning is looked at.
const slipCharsMax = 400;

function slipTermsOf(agentSaid: string, fallback: string): readonly string[] {
  const text = agentSaid.slice(0, slipCharsMax);
  const language = languageOf(detectLanguage(text, fallback));
  const { terms } = readSentence(text, language);
  return stemsOf(terms.filter((term) => !term.isFile && term.kind !== 'number'));
}

/**
 * What somebody else pointed out in a person's words: read like any sentence of theirs, but nobody asks why it should be
 * left out. Null for what names no subject, is too long, or holds a secret.
 */
export function readQuote(quote: string, context: SayingContext): Signal | null {
  const language = languageOf(detectLanguage(quote, context.language));
  const whole: Sentence = {
    text: quote,
    start: 0,
    end: quote.length,
    asks: false,
    paragraph: 0,
    isNewLine: true,
  };
  const heard = hear(whole, language);
  if (holdsMask(quote) || quote.length > sentenceCharsMax || !namesSubject(heard.terms)) return null;
  // Whoever asks says nothing that could be remembered, whatever somebody else heard in it.
  if (/[?？؟]\s*$/u.test(quote)) return null;
  return signalOf(heard, undefined, quote, context, false);
}

const complaintCues: readonly CueName[] = ['wrong', 'again', 'repair'];

function signalOf(
  heard: Heard,
  previous: Heard | undefined,
  text: string,
  context: SayingContext,
  isComplaint: boolean,
): Signal {
  const isExplained = heard.isOpen && isMeantIn(heard, previous);
  const leans = isExplained || leansOnPrevious(heard, previous) || goesOnWithChange(heard, previous);
  // "you left X out", "you did Y again": what a slip turned down or changed is not what its owner does
  const openersUntil = heard.reading.tokens[heard.reading.openersEnd]?.start ?? 0;
  const tellsSlip = heard.cues.some((cue) => cue.name === 'wrong' && cue.start >= openersUntil);
  const start = leans && previous ? previous.sentence.start : heard.sentence.start;
  const quote = text.slice(start, heard.sentence.end);
  const terms = leans && previous ? [...previous.terms, ...heard.terms] : heard.terms;
  const cues = new Set(heard.cues.map((cue) => cue.name));
  const afterSlip = context.followsAgent && (isComplaint || complaintCues.some((cue) => cues.has(cue)));
  const strength = strengthOf(cues, heard.lasts);
  const own = cleanSentence(heard.reading, heard.sentence.text);
  const explained = isExplained ? `${cleanSentence(previous.reading, previous.sentence.text)} ${own}` : null;
  const cleaned = explained ?? (leans ? quote.trim() : own);
  return {
    id: contentHash('statement', context.turn.key, String(start), String(heard.sentence.end)),
    kind: kindOf(cues, afterSlip),
    text: cues.has('repair')
      ? heard.reading.language.lexicon.frames.repair.replace('{quote}', () => heard.sentence.text)
      : cleaned,
    quotes: [{ ordinal: context.turn.ordinal, text: quote }],
    origin: 'person',
    language: heard.reading.language.lexicon.code,
    terms: stemsOf(terms),
    negated: tellsSlip ? [] : negatedOf(terms),
    values: valuesOf(terms),
    cues: [...cues].sort(),
    strength: afterSlip ? Math.min(1, strength + 0.1) : strength,
    cued: strengthOfCues(cues),
    lasts: heard.lasts,
    afterSlip,
    slipTerms: afterSlip ? slipTermsOf(context.agentSaid, context.language) : [],
    announcesChange: !tellsSlip && (cues.has('change') || cues.has('fromNowOn')),
    atMs: context.turn.atMs,
    steps: [],
    error: null,
    task: null,
  };
}

// What is left out for these may still be one more saying of a rule: "give the weights in grams".
const faintReasons: readonly LeftOut[] = ['task', 'guess'];
// Below this the judge is sure that it was said for the moment.
const lastsForFaint = 0.25;
const termsForFaint = 2;

const mayBeOfARule = (reason: LeftOut, { lasts, terms, sentence }: Heard): boolean =>
  faintReasons.includes(reason) &&
  lasts >= lastsForFaint &&
  terms.length >= termsForFaint &&
  !terms.some((term) => term.isPath) &&
  !holdsMask(sentence.text);

const faintly = (signal: Signal): Signal => ({
  ...signal,
  cues: [...signal.cues, faintCue].sort(),
  strength: 0,
  cued: 0,
  afterSlip: false,
  slipTerms: [],
  announcesChange: false,
});

/** What follows "the ticket says" in the same paragraph is most likely what it says; so it is with "you are a wizard". */
function spilledOver({ paragraph }: Sentence, reported: number, played: number): LeftOut | null {
  if (paragraph === played) return 'role-play';
  return paragraph === reported ? 'reported' : null;
}

/** Reads one message of a person. `text` is the message with everything blanked that is not the person's. */
export function readSaying(text: string, context: SayingContext): Said {
  const messageLanguage = detectLanguage(text.slice(0, 4000), context.language);
  const signals: Signal[] = [];
  const leftOut: LeftOut[] = [];
  const ordinary: (readonly string[])[] = [];
  let previous: Heard | undefined;
  let reportedParagraph = -1;
  let playedParagraph = -1;
  let isComplaint = false;
  const typed = text.slice(0, messageCharsMax);
  for (const whole of sentencesOf(typed, languageOf(messageLanguage)).slice(0, sentencesMax)) {
    if (whole.text.length > readCharsMax) {
      leftOut.push('too-long');
      continue;
    }
    const language = languageOf(detectLanguage(whole.text, messageLanguage));
    const heard = knownFrom(previous, hear(whole, language));
    const { sentence } = heard;
    const cues = new Set(heard.cues.map((cue) => cue.name));
    if (cues.has('rolePlay')) playedParagraph = sentence.paragraph;
    const reason =
      spilledOver(sentence, reportedParagraph, playedParagraph) ??
      reasonToLeave(heard, cues, leansOnPrevious(heard, previous));
    if (reason === 'reported') reportedParagraph = sentence.paragraph;
    isComplaint ||= cues.has('wrong');
    if (reason === null) signals.push(signalOf(heard, previous, text, context, isComplaint));
    else {
      if (mayBeOfARule(reason, heard))
        signals.push(faintly(signalOf(heard, undefined, text, context, false)));
      leftOut.push(reason);
      ordinary.push(stemsOf(heard.reading.terms));
    }
    previous = heard;
  }
  return { signals, leftOut, ordinary, language: messageLanguage };
}
