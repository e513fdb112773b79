// The shape of what the engine knows of a language: lists of words and phrases that a person can read and extend.
// A new language is one more file in lexicons/ and one line in lexicons/index.ts. No stage knows a language by name.

/**
 * What a sentence can carry. The first group makes it sound like something lasting, the second says that it is not.
 *
 * always      it holds at all times: "always", "every time", "by default", "as a rule"
 * never       it holds at no time: "never", "under no circumstances"
 * fromNowOn   it begins here: "from now on", "going forward"
 * remember    the speaker asks to keep it: "remember that", "for the record", "keep in mind"
 * must        duty: "must", "has to", "should", "is required"
 * prefer      taste: "I prefer", "I like", "I'd rather"
 * custom      how things are done here: "we use", "our convention", "we are a … shop"
 * forbid      "don't", "avoid", "stop …ing", "no … please"
 * please      a polite or plain order: "please", "make sure", "use …"
 * only        a limit or an exception: "only", "exactly", "except", "at most"
 * instead     one thing and not another: "instead of", "rather than", ", not …"
 * again       it was said before: "again", "as I said", "how many times"
 * wrong       the speaker puts something right: "no,", "that's wrong", "not what I asked"
 * repair      the speaker had to mend it alone: "I put … back", "had to … by hand"
 * change      something is other than before: "now", "no longer", "moved to", "as of"
 * state       a plain statement of how things are: "is", "are", "lives in", "goes to"
 *
 * question    begins a question                hypothesis  not meant yet: "what if", "maybe", "suppose"
 * oneOff      for now only: "just this once"   rolePlay    "pretend you are"
 * smallTalk   thanks, greetings, moods, praise, private chatter
 * reported    other people's words: "the ticket says", "a customer wrote"
 * pointing    means something only here: "this one", "the second", "line 12", "it", "here", "yet"
 * task        an order about the work at hand: begins with "add", "fix", "write", "show me" …
 * self        the speaker's own moment: "I'm back", "I have", "I'll", "let me"
 * guess       looks like a rule and is a guess: "must have been", "should be fine"
 */
export const cueNames = [
  'always',
  'never',
  'fromNowOn',
  'remember',
  'must',
  'prefer',
  'custom',
  'forbid',
  'please',
  'only',
  'instead',
  'again',
  'wrong',
  'repair',
  'change',
  'state',
  'question',
  'hypothesis',
  'oneOff',
  'rolePlay',
  'smallTalk',
  'reported',
  'pointing',
  'task',
  'self',
  'guess',
] as const;
export type CueName = (typeof cueNames)[number];

/**
 * How a pattern is written, in every list below:
 *   `no longer`    these words, in this order, whole
 *   `switch*`      a word that begins so
 *   `put ... back` up to four words between (eight letters in scripts without spaces)
 *   `line #`       `#` is any word with a digit in it (scripts with spaces only)
 *   `are @`       `@` is any word that begins with a capital (scripts with spaces and capitals only)
 *   `^add`         only at the beginning of the sentence        `ha$`   only at its end
 * Lower case; apostrophes straight; in scripts without spaces a pattern stands anywhere.
 */
export type Pattern = string;

export interface Lexicon {
  /** BCP 47. */
  readonly code: string;
  /** The script that gives the language away, or Latin, where words must. */
  readonly script:
    'Latin' | 'Cyrillic' | 'Han' | 'Kana' | 'Hangul' | 'Arabic' | 'Hebrew' | 'Devanagari' | 'Greek' | 'Thai';
  /** False where words are not set apart by spaces. */
  readonly spaces: boolean;
  /** The code of the language that its speakers mix into every sentence: its lists hold as well, but give nothing away. */
  readonly mixedWith?: string;
  /** A Snowball stemmer's name, or null for none. */
  readonly stemmer: string | null;
  /** True where every noun is written with a capital, so that a capital says nothing of a name. */
  readonly capitalNouns?: boolean;
  /** What is run together with the next word by an apostrophe, without it; separated by spaces: "l d qu". */
  readonly elisions?: string;
  /** Endings that are cut off words, longest first, where there is no stemmer (Korean particles). */
  readonly endings: readonly string[];
  /** Beginnings that are cut off words, longest first, where there is no stemmer: what Hebrew writes together with the word. */
  readonly beginnings?: readonly string[];
  /** What marks the topic of a clause, behind it: Japanese "は", Korean "-은". What follows turns none of it down. */
  readonly topicMarks?: readonly string[];
  /** What ends a sentence in writing; a full stop where nothing else is said. Thai has none. */
  readonly fullStop?: string;
  /** A mark besides ? and ؟ that ends a question: Greek ";". */
  readonly questionMark?: string;
  /** Words without content of their own, separated by spaces; they also give the language away. */
  readonly functionWords: string;
  /** Words that carry no subject though they are no function words: "thing", "stuff", "please", "again" … */
  readonly emptyWords: string;
  readonly cues: Readonly<Record<CueName, readonly Pattern[]>>;
  /** Words that turn what follows into what is not wanted, until the clause ends: "not", "instead of", "off". */
  readonly negatesNext: readonly Pattern[];
  /** Words that turn what stands before them: "is gone", "did not work out". */
  readonly negatesPrevious: readonly Pattern[];
  /** Words that end a negation within a clause: "but", "use", "to" (in "from … to"). */
  readonly endsNegation: readonly Pattern[];
  /** Words that set what follows against what came before, one word each: "but"; "-지만" is an ending. */
  readonly contrasts: readonly string[];
  /** Number words and their digits. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Weekdays, months, seasons, parts of the day; separated by spaces. */
  readonly times: string;
  /** Before whose full stop a sentence does not end, without the stop; separated by spaces. */
  readonly abbreviations: string;
  /** Words for something that was named before, here or in the sentence before: "for its existence", "that this isn't". */
  readonly openWords?: readonly Pattern[];
  /** Words at the beginning that are cut off an entry's text: "no", "wrong", "please", "and", "ok so". */
  readonly openers: readonly Pattern[];
  /** How an entry is worded that no one said in one sentence. `{…}` are filled in. */
  readonly frames: {
    /** {command}, {error}, {fix} */
    readonly errorFix: string;
    /** {task}, {steps} */
    readonly workflow: string;
    /** {project}, {steps}: what is run after changes. */
    readonly checks: string;
    /** {project}, {steps}: what work begins with. */
    readonly begins: string;
    /** {project}, {steps}: how it is handed in. */
    readonly ends: string;
    /** {project}, {steps}: what its branches are called. */
    readonly branches: string;
    /** {project}, {steps}: how its commit messages begin. */
    readonly commits: string;
    /** {project}, {command}, {error}: what it fails with again and again until files are edited. */
    readonly fails: string;
    /** {goal}, {step}: what makes it go well when it is run before. */
    readonly stepFirst: string;
    /** {goal}, {option}: with which it goes wrong. */
    readonly leaveOut: string;
    /** {goal}, {step}: what finds out whether it went well. */
    readonly checkAfter: string;
    /** What goes between two steps. */
    readonly andThen: string;
    /** {quote}: words of a person who mended something alone. */
    readonly repair: string;
  };
}
