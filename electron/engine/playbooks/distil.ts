// Words the rules of each book as themes, so that they go the way of everything that a night finds: gates, review,
// memory. A rule that work has turned against is told apart, so that memory can let it go.
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import { contentHash, entryId, type EntryId, type EpochMs } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry, Scope } from '../../../shared/memory.ts';
import type { Origin } from '../../../shared/origin.ts';
import { assertNever } from '../../../shared/result.ts';
import { languageOf } from '../language/language.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import type { Attempt, SessionWork } from './attempts.ts';
import { booksOf, type Book } from './books.ts';
import type { Rule } from './rules.ts';

/** What stands in a turn, for quoting. Null where it is gone. */
export type ReadTurn = (
  session: SessionSignals['session'],
  ordinal: number,
) => { readonly text: string; readonly atMs: EpochMs | null; readonly origin: Origin } | null;

const dayMs = 86_400_000;
// A command, what it said and how it went on, for a handful of sessions: more proves nothing more.
const proofsMax = 6;
const quoteCharsMax = 160;
// As for a mended failure without an edit between.
const strength = 0.6;

export function textOf(rule: Rule, language: string): string {
  const { frames } = languageOf(language).lexicon;
  const fill = (frame: string): string =>
    frame
      .replace('{goal}', () => rule.goal)
      .replace('{step}', () => rule.what)
      .replace('{option}', () => rule.what);
  switch (rule.part) {
    case 'step':
      return fill(frames.stepFirst);
    case 'pitfall':
      return fill(frames.leaveOut);
    case 'check':
      return fill(frames.checkAfter);
    default:
      return assertNever(rule.part);
  }
}

export const scopeOfBook = (book: Book): Scope => `project:${book.project}`;

/** The entry that remembering the rule makes, as `propose` names it. */
export const entryIdOf = (book: Book, rule: Rule): EntryId =>
  entryId('dream', scopeOfBook(book), textOf(rule, book.language));

/** The first line that says something, to the letter; null where a secret was masked. */
function quoteFrom(text: string, wanted: string | null): string | null {
  if (wanted !== null) return text.includes(wanted) ? wanted : null;
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const quote = line.slice(0, quoteCharsMax).trim();
  return quote === '' || quote.includes('⟦masked:') ? null : quote;
}

export function quoteAt(
  readTurn: ReadTurn,
  { from }: SessionWork,
  ordinal: number,
  wanted: string | null,
): readonly Evidence[] {
  const turn = readTurn(from.session, ordinal);
  const quote = turn === null ? null : quoteFrom(turn.text, wanted);
  if (turn === null || quote === null) return [];
  return [
    {
      session: from.nativeId,
      turn: ordinal,
      agent: from.agent,
      atMs: turn.atMs,
      quote,
      origin: turn.origin === 'agent' ? 'tool' : turn.origin,
      project: from.project,
    },
  ];
}

/** The command, the step or check that the rule is about, and what shows how it went. */
function evidenceOf(readTurn: ReadTurn, rule: Rule, attempt: Attempt): readonly Evidence[] {
  const { session, proof } = attempt;
  const stepAt = rule.part === 'step' ? attempt.before.get(rule.what) : undefined;
  const checkAt =
    rule.part === 'check' ? attempt.checkedBy.find(({ family }) => family === rule.what)?.ordinal : undefined;
  return [
    ...(stepAt === undefined ? [] : quoteAt(readTurn, session, stepAt, null)),
    ...quoteAt(readTurn, session, attempt.ordinal, null),
    ...(checkAt === undefined ? [] : quoteAt(readTurn, session, checkAt, null)),
    ...(proof === null ? [] : quoteAt(readTurn, session, proof.ordinal, proof.text)),
  ];
}

export function sourcesOf(readTurn: ReadTurn, rule: Rule): readonly Evidence[] {
  const all = rule.proofs.slice(0, proofsMax).flatMap((attempt) => evidenceOf(readTurn, rule, attempt));
  const seen = new Set<string>();
  return all.filter(({ session, turn, quote }) => {
    const key = `${session}|${turn}|${quote}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function themeOf(book: Book, rule: Rule, readTurn: ReadTurn): Theme {
  const text = textOf(rule, book.language);
  const language = languageOf(book.language);
  const scope = scopeOfBook(book);
  const evidence = sourcesOf(readTurn, rule);
  const times = evidence.flatMap(({ atMs }) => atMs ?? []).sort((a, b) => a - b);
  const work = rule.proofs.map(({ session }) => session.from);
  return {
    id: contentHash('theme', 'playbook', scope, text),
    kind: 'playbook',
    text,
    language: language.lexicon.code,
    scope,
    evidence,
    terms: stemsOf(readSentence(text, language).terms),
    negated: [],
    values: [],
    closesValues: [],
    sessions: new Set(work.map(({ session }) => session)).size,
    days: new Set(times.map((ms) => Math.floor(ms / dayMs))).size,
    agents: [...new Set(work.map(({ agent }) => agent))].sort(),
    projects: [book.project],
    wordings: 1,
    isCohesive: false,
    slips: 0,
    strength,
    cued: strength,
    lasts: 0.5,
    ruleLike: 0,
    isLasting: false,
    isAskedFor: false,
    isWanted: false,
    isDemand: false,
    isUnasked: !rule.isSure,
    closedBy: null,
    announcesChange: false,
    firstAtMs: times[0] ?? null,
    lastAtMs: times.at(-1) ?? null,
    taint: 'tool',
    signalIds: [],
  };
}

/** A rule in memory that work has turned against. */
export interface Ended {
  readonly entryId: EntryId;
  readonly because: string;
}

// Once is bad luck.
const harmsMin = 2;

/** ACE's "problem": it went badly with it at least as often as well. */
const isHarmful = ({ contrast: { withWell, withBadly } }: Rule): boolean =>
  withBadly >= harmsMin && withBadly >= withWell;

export interface Distilled {
  readonly books: readonly Book[];
  readonly themes: readonly Theme[];
  readonly ended: readonly Ended[];
}

/** Derived anew from all sessions each night; what comes of it is small changes to what memory holds, never a new whole. */
export function distil(
  sessions: readonly SessionSignals[],
  entries: readonly MemoryEntry[],
  readTurn: ReadTurn,
): Distilled {
  const books = booksOf(sessions);
  const active = new Set(
    entries.filter((one) => one.status === 'active' && one.kind === 'playbook').map(({ id }) => id),
  );
  const themes: Theme[] = [];
  const ended: Ended[] = [];
  for (const book of books) {
    for (const rule of book.rules) {
      const id = entryIdOf(book, rule);
      const { withWell, withBadly } = rule.contrast;
      if (active.has(id) && isHarmful(rule)) {
        ended.push({
          entryId: id,
          because: `it went badly in ${withBadly} of the ${withWell + withBadly} sessions that followed it`,
        });
      } else if (rule.isOffered || active.has(id)) themes.push(themeOf(book, rule, readTurn));
    }
  }
  return { books, themes, ended };
}
