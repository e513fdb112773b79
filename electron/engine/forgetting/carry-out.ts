// Carries a wish to forget out in the rows of the store, all of it in one transaction or nothing. What it leaves in free
// pages, logs and copies is swept up afterwards (sweep.ts).
import { createHmac } from 'node:crypto';
import type { Failure } from '../../../shared/engine.ts';
import type { ForgetCounts } from '../../../shared/forgetting.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { asEntryId, versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { gistOf } from '../deep/sameness.ts';
import { publish } from '../memory/versions.ts';
import type { WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import {
  changeEveryText,
  everyEntryRow,
  forgetFileCopies,
  forgetMemoryFiles,
  forgetMemoryLines,
  forgetReceipts,
  forgetServedLines,
  forgetSignals,
  forgetSourceFiles,
  renameEverywhere,
} from '../store/forget-rows.ts';
import { forgetSessions, rewriteTurns, turnsAt } from '../store/forget-turns.ts';
import { currentMemory } from '../store/memory.ts';
import type { Sealer } from '../store/sealing.ts';
import { asAddress } from '../store/sealing.ts';
import { forgetContents, type Blanking } from '../store/snapshots.ts';
import {
  addForgetting,
  addLostSupport,
  addRedaction,
  putTombstone,
  whileForgetting,
  type Tombstone,
} from '../store/tombstones.ts';
import {
  blankWith,
  isTelling,
  mark,
  supportOf,
  traceForgotten,
  withoutForgotten,
  type ForgettingRules,
  type Traces,
} from './derived.ts';
import { createTombstones } from './keyed.ts';
import { blanked, findPhrases, placeIn, type PhraseFinder } from './phrases.ts';
import { ownWord, type ForgettingPlan } from './plan.ts';
import { idsOfBlanked, renamedWith } from './rename.ts';

export interface CarryingOut {
  readonly db: WritableDb;
  readonly plan: ForgettingPlan;
  readonly key: Buffer;
  readonly sealer: Sealer;
  readonly nowMs: EpochMs;
  /** Nothing of it stays, so no key is made for it either. */
  readonly isRehearsal: boolean;
}

export interface CarriedOut {
  readonly number: number;
  readonly counts: ForgetCounts;
  /** What must not be found in any of our files any more. Never stored. */
  readonly needles: readonly string[];
  /** Whether it may stand in no turn either: what one session said, another may have said as well. */
  readonly inTurnsToo: boolean;
}

export const carryOut = (wanted: Omit<CarryingOut, 'isRehearsal'>): Result<CarriedOut, Failure> => {
  const work = { ...wanted, isRehearsal: false };
  return inTransaction(work.db, () => whileForgetting(work.db, work.nowMs, () => forgetRows(work)));
};

/** The same, and taken back at its end: what it would do. */
export function rehearse(wanted: Omit<CarryingOut, 'isRehearsal'>): Result<CarriedOut, Failure> {
  const work = { ...wanted, isRehearsal: true };
  const done: Result<CarriedOut, Failure>[] = [];
  const rehearsal = inTransaction<null, 'taken back' | Failure>(work.db, () => {
    done.push(whileForgetting(work.db, work.nowMs, () => forgetRows(work)));
    return err('taken back');
  });
  if (!rehearsal.ok && rehearsal.error !== 'taken back') return err(rehearsal.error);
  const [outcome] = done;
  assert(outcome !== undefined, 'a rehearsal has an outcome');
  return outcome;
}

function forgetRows(work: CarryingOut): Result<CarriedOut, Failure> {
  const { db, plan } = work;
  const first = rulesOf(plan, findPhrases(plan.phrases), findPhrases(plan.phrases));
  const traces = traceStore(db, first);
  const [own] = traces.ownWords;
  if (own !== undefined && plan.kind === 'word') return err(ownWord(plan.phrases[0] ?? own));
  const words = wordsToForget(plan, traces);
  const rules = rulesOf(plan, findPhrases(words.inStatements), findPhrases(words.inProse));
  const number = addForgetting(db, plan.kind, work.nowMs);
  const transcripts = forgetTranscripts(work, rules, traces);
  const copies = forgetFiles(work, rules, new Set(words.texts));
  const entries = forgetEntries(work, number, rules);
  const blankedIds = new Set<string>();
  forgetReceipts(db);
  const otherTexts = changeEveryText(db, {
    text: (text, place) => blankWith(isOthersText(place) ? rules.phrases : rules.prose, text),
    json(value) {
      const after = withoutForgotten(value, rules);
      idsOfBlanked(value, after, (id) => blankedIds.add(id));
      return after;
    },
  });
  const closedEntries = closeVoid(work, entries.isVoid);
  layTombstones(work, number, words, transcripts.turnKeys);
  if (blankedIds.size > 0) renameEverywhere(db, renamedWith(work.key, blankedIds));
  return ok({
    number,
    needles: plan.kind === 'word' ? plan.phrases : words.needles,
    inTurnsToo: plan.kind === 'word' || plan.kind === 'entry',
    counts: {
      ...transcripts.counts,
      ...copies,
      closedEntries,
      weakenedEntries: entries.weakened,
      blankedVersions: entries.blankedVersions,
      otherTexts: Math.max(0, otherTexts - entries.rows),
    },
  });
}

/** What agents and people wrote, as against what we told about it. */
const isOthersText = (place: string): boolean => /^(?:memory_lines|sessions|source_files)\./u.test(place);

function rulesOf(plan: ForgettingPlan, phrases: PhraseFinder, prose: PhraseFinder): ForgettingRules {
  const sessions = new Set(plan.sessions.map(({ agent, nativeId }) => `${agent}:${nativeId}`));
  const files = new Set(plan.memoryFiles);
  return {
    phrases,
    prose,
    isGone: ({ agent, session }) => sessions.has(`${agent}:${session}`) || files.has(session),
    isEntryGone: (id) => plan.entries.has(asEntryId(id)),
    blanksVoid: plan.kind !== 'word',
  };
}

/** Everything that the store says of it, before anything is changed. */
function traceStore(db: WritableDb, rules: ForgettingRules): Traces {
  const tracing = traceForgotten(rules);
  changeEveryText(db, {
    text: (text) => text,
    json: (value) => {
      tracing.see(value);
      return value;
    },
  });
  return tracing.traces;
}

interface WordsToForget {
  readonly inStatements: readonly string[];
  readonly inProse: readonly string[];
  readonly texts: readonly string[];
  readonly needles: readonly string[];
}

/**
 * A forgotten fact goes wherever its words stand. Of a forgotten session the words go only where nobody else said them; in
 * other sessions they stay.
 */
function wordsToForget(plan: ForgettingPlan, traces: Traces): WordsToForget {
  const texts = [...traces.texts].filter((text) => !text.includes(mark));
  const kept = plan.kind === 'entry' ? [] : [...traces.keptQuotes];
  const quotes = [...traces.goneQuotes].filter((quote) => !kept.some((other) => other.includes(quote)));
  const telling = [...new Set([...texts, ...quotes])].filter(isTelling);
  // In our own prose they stand between quotation marks, however short they are.
  const quoted = [...texts, ...quotes].map((text) => `“${text}”`);
  const named = plan.kind === 'session' ? plan.sessions.map(({ nativeId }) => nativeId) : [];
  return {
    inStatements: plan.kind === 'entry' ? telling : plan.phrases,
    inProse: [
      ...plan.phrases,
      ...telling,
      ...quoted,
      ...texts.filter((text) => text.length >= textCharactersMin),
    ],
    texts,
    needles: [...telling, ...named],
  };
}

// "Use pnpm" in a title is that text; "no" is not.
const textCharactersMin = 6;

interface TranscriptsForgotten {
  readonly counts: Pick<ForgetCounts, 'sessions' | 'turns' | 'blankedTurns' | 'keptTurns'>;
  readonly turnKeys: readonly string[];
}

function forgetTranscripts(work: CarryingOut, rules: ForgettingRules, traces: Traces): TranscriptsForgotten {
  const { db, plan } = work;
  const gone = forgetSessions(
    db,
    plan.sessions.map(({ id }) => id),
  );
  const files = new Set(plan.sourceFiles);
  forgetSourceFiles(
    db,
    (path, state) => files.has(path) || rules.phrases.holds(path) || rules.phrases.holds(state),
  );
  const counts = { sessions: gone.sessions, turns: gone.turns, keptTurns: gone.kept };
  if (plan.kind !== 'word' && plan.kind !== 'entry')
    return { counts: { ...counts, blankedTurns: 0 }, turnKeys: gone.turnKeys };
  forgetSignals(db, (text) => rules.phrases.holds(text));
  const own = quotesByTurn(db, traces);
  const { changed } = rewriteTurns(db, new Set(), (turn, id) => {
    const once = blankTurn(turn, rules.phrases);
    const quotes = own.get(id);
    return quotes === undefined ? once : (blankTurn(once ?? turn, findPhrases(quotes)) ?? once);
  });
  return { counts: { ...counts, blankedTurns: changed }, turnKeys: gone.turnKeys };
}

/** Short quotes go from where they stand alone. */
function quotesByTurn(db: WritableDb, traces: Traces): ReadonlyMap<number, readonly string[]> {
  const places = traces.places.map(({ agent, session, turn, quote }) => ({
    agent,
    nativeId: session,
    ordinal: turn,
    quote,
  }));
  const turns = turnsAt(db, places);
  return new Map(
    [...turns].map(([turn, indexes]) => [turn, indexes.map((index) => places[index]?.quote ?? '')]),
  );
}

/** Null where nothing of it changes. Spans move with the text that they cover. */
function blankTurn(turn: Turn, finder: PhraseFinder): Turn | null {
  const ranges = finder.ranges(turn.text);
  const { use } = turn;
  const word = (text: string): string => blankWith(finder, text);
  const wordOrNull = (text: string | null): string | null => (text === null ? null : word(text));
  const nextUse =
    use === null
      ? null
      : { ...use, name: word(use.name), command: wordOrNull(use.command), target: wordOrNull(use.target) };
  const isSameUse =
    use === null ||
    (nextUse?.name === use.name && nextUse.command === use.command && nextUse.target === use.target);
  if (ranges.length === 0 && isSameUse) return null;
  return {
    ...turn,
    text: blanked(turn.text, ranges, mark),
    spans: turn.spans.map((span) => ({
      ...span,
      start: placeIn(ranges, mark, span.start),
      end: placeIn(ranges, mark, span.end),
    })),
    use: nextUse,
  };
}

function forgetFiles(
  work: CarryingOut,
  rules: ForgettingRules,
  texts: ReadonlySet<string>,
): Pick<ForgetCounts, 'memoryFiles' | 'memoryLines' | 'fileCopies'> {
  const { db, plan, sealer } = work;
  const blanking = blankingWith(work);
  const files = new Set(plan.memoryFiles);
  const lines = forgetMemoryLines(
    db,
    (line, path) =>
      files.has(path) || texts.has(line) || rules.phrases.holds(line) || rules.phrases.holds(path),
  );
  const copies = forgetFileCopies(
    db,
    sealer,
    (path) => files.has(path) || rules.phrases.holds(path),
    blanking,
  );
  const isInText = plan.kind === 'word' || plan.kind === 'entry';
  const more = isInText
    ? forgetContents(db, sealer, (plain) => rules.phrases.holds(plain.toString('utf8')), blanking)
    : 0;
  return {
    memoryFiles: forgetMemoryFiles(db, plan.memoryFiles),
    memoryLines: lines,
    fileCopies: copies + more,
  };
}

const blankingWith = ({ key, sealer, nowMs, isRehearsal }: CarryingOut): Blanking => ({
  // One that nobody can open any more, or of which nothing stays, gets one made of its old address.
  addressFor: (address, plain) =>
    plain === null || isRehearsal
      ? asAddress(`sealed:${createHmac('sha256', key).update(`content\0${address}`).digest('hex')}`)
      : sealer.forgottenAddressOf(plain),
  atMs: nowMs,
});

interface EntriesForgotten {
  readonly isVoid: ReadonlyMap<EntryId, 'forgotten' | 'unproven'>;
  readonly weakened: number;
  readonly blankedVersions: number;
  readonly rows: number;
}

/** Writes down what becomes of entries; their rows are changed with all others. */
function forgetEntries(work: CarryingOut, number: number, rules: ForgettingRules): EntriesForgotten {
  const { db, plan } = work;
  const isVoid = new Map<EntryId, 'forgotten' | 'unproven'>();
  let weakened = 0;
  for (const entry of currentMemory(db).entries) {
    const { lost, isVoid: ends } = supportOf(entry, rules);
    const isOfFiles = entry.origin === 'file' && standsOnlyIn(entry, plan.memoryFiles);
    if (lost > 0) addLostSupport(db, number, { entry: entry.id, quotes: lost });
    if (entry.status === 'active' && (ends || isOfFiles))
      isVoid.set(entry.id, isNamed(entry, plan, rules) ? 'forgotten' : 'unproven');
    else if (lost > 0 && entry.status === 'active') weakened++;
  }
  let [blankedVersions, rows] = [0, 0];
  const served = new Set(isVoid.keys());
  for (const row of everyEntryRow(db)) {
    const before = JSON.parse(row.content) as MemoryEntry;
    const after = withoutForgotten(before, rules) as MemoryEntry;
    if (after !== before) rows++;
    if (after.text === before.text) continue;
    blankedVersions++;
    served.add(before.id);
    addRedaction(db, number, { entry: before.id, version: versionNumber(row.version) });
  }
  forgetServedLines(db, [...served]);
  return { isVoid, weakened, blankedVersions, rows };
}

const isNamed = ({ id, text }: MemoryEntry, plan: ForgettingPlan, rules: ForgettingRules): boolean =>
  plan.entries.has(id) || rules.phrases.holds(text);

const standsOnlyIn = ({ places }: MemoryEntry, files: readonly string[]): boolean =>
  places.length > 0 && places.every(({ path }) => files.includes(path));

/** One version in which all that is void is closed and says why. Gives how many that are. */
function closeVoid(work: CarryingOut, isVoid: EntriesForgotten['isVoid']): number {
  if (isVoid.size === 0) return 0;
  const { db, nowMs } = work;
  publish(db, {
    author: 'you',
    reason: 'Forgot something at your wish.',
    nightId: null,
    changeIds: [],
    nowMs,
    entries: currentMemory(db).entries.map((entry) => {
      const why = isVoid.get(entry.id);
      if (why === undefined) return entry;
      return {
        ...entry,
        status: 'closed',
        closedBecause:
          why === 'forgotten' ? 'forgotten at your wish' : 'what proved it was forgotten at your wish',
        validity: { ...entry.validity, retiredAtMs: nowMs },
      };
    }),
  });
  return isVoid.size;
}

function layTombstones(
  work: CarryingOut,
  number: number,
  words: WordsToForget,
  turnKeys: readonly string[],
): void {
  const { db, plan, key } = work;
  const make = createTombstones(key);
  const tombstones: Tombstone[] = [
    ...plan.sessions.map(({ id }) => make.of('session', id)),
    ...plan.sources.map((source) => make.of('source', source)),
    // Of a whole source nothing comes back anyway; a session's turns may, in a fork of it.
    ...(plan.kind === 'session' ? turnKeys.map((turn) => make.of('turn', turn)) : []),
    ...plan.phrases.flatMap((phrase) => make.ofPhrase(phrase)),
  ];
  if (plan.kind === 'entry') {
    tombstones.push(...words.inStatements.flatMap((phrase) => make.ofPhrase(phrase)));
    tombstones.push(...words.texts.map((text) => make.ofStatement(gistOf(text))));
  }
  for (const tombstone of tombstones) putTombstone(db, number, tombstone);
}
