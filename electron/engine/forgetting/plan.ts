// What a person wants forgotten, found in the store: which sessions, files, entries and words that is.
import type { Failure } from '../../../shared/engine.ts';
import type { ForgetTarget } from '../../../shared/forgetting.ts';
import type { EntryId, SessionId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import { findEntry } from '../review/find.ts';
import type { ReadableDb } from '../store/db.ts';
import { memoryFilesKnown, schemaText } from '../store/forget-rows.ts';
import { sessionsFrom } from '../store/forget-turns.ts';
import { mark } from './derived.ts';
import { findPhrases, formsOf } from './phrases.ts';

export interface ForgettingPlan {
  readonly kind: ForgetTarget['kind'];
  readonly sessions: readonly { readonly id: SessionId; readonly nativeId: string; readonly agent: string }[];
  /** Session files and memory files that are not read any more, as people see them. */
  readonly memoryFiles: readonly string[];
  readonly sourceFiles: readonly string[];
  readonly entries: ReadonlySet<EntryId>;
  readonly phrases: readonly string[];
  /** Files, folders and agents that stay out of every later import. */
  readonly sources: readonly string[];
}

const nothing: Omit<ForgettingPlan, 'kind'> = {
  sessions: [],
  memoryFiles: [],
  sourceFiles: [],
  entries: new Set(),
  phrases: [],
  sources: [],
};

export interface Finding {
  readonly db: ReadableDb;
  /** A path as a person typed it, as paths stand in the store. */
  readonly shown: (path: string) => string;
}

export function planForgetting(finding: Finding, target: ForgetTarget): Result<ForgettingPlan, Failure> {
  const { db } = finding;
  switch (target.kind) {
    case 'entry': {
      const entry = findEntry(db, target.id);
      return entry.ok ? ok({ ...nothing, kind: 'entry', entries: new Set([entry.value]) }) : entry;
    }
    case 'session':
      return sessionPlan(db, target.id);
    case 'source':
      return sourcePlan(finding, target.place);
    case 'word':
      return wordPlan(db, target.text);
    default:
      return assertNever(target);
  }
}

function sessionPlan(db: ReadableDb, typed: string): Result<ForgettingPlan, Failure> {
  const wanted = typed.trim();
  const all = sessionsFrom(db);
  const exact = all.filter(({ id, nativeId }) => id === wanted || nativeId === wanted);
  const near =
    wanted === '' ? [] : all.filter((one) => one.id.startsWith(wanted) || one.nativeId.startsWith(wanted));
  const found = exact.length > 0 ? exact : near;
  const [only, another] = found;
  if (only === undefined)
    return err(notFound(`There is no session “${typed}”.`, 'Search shows the ids of sessions.'));
  if (another !== undefined)
    return err(wrong(`“${typed}” fits ${found.length} sessions.`, 'Type more of the id.'));
  const { sourcePath } = only;
  // A file that holds nothing else is not even opened again.
  const isAlone = all.every((one) => one.id === only.id || one.sourcePath !== sourcePath);
  const sources = isAlone ? [sourcePath] : [];
  return ok({ ...nothing, kind: 'session', sessions: [only], sourceFiles: [sourcePath], sources });
}

function sourcePlan({ db, shown }: Finding, typed: string): Result<ForgettingPlan, Failure> {
  const agent = agentKinds.find((kind) => kind === typed.trim().toLowerCase());
  const place = agent ?? shown(typed.trim()).replace(/\/+$/u, '');
  const isBelow = (path: string): boolean => path === place || path.startsWith(`${place}/`);
  const sessions = sessionsFrom(db).filter((one) =>
    agent === undefined ? isBelow(one.sourcePath) : one.agent === agent,
  );
  const files = memoryFilesKnown(db).filter((one) =>
    agent === undefined ? isBelow(one.path) : one.agent === agent,
  );
  if (sessions.length === 0 && files.length === 0)
    return err(
      notFound(
        `Nothing was ever read from “${typed}”.`,
        `Name a file or a folder that was read, or an agent: ${agentKinds.join(', ')}.`,
      ),
    );
  return ok({
    ...nothing,
    kind: 'source',
    sessions,
    sourceFiles: sessions.map(({ sourcePath }) => sourcePath),
    memoryFiles: [...new Set(files.map(({ path }) => path))],
    sources: [place],
  });
}

function wordPlan(db: ReadableDb, typed: string): Result<ForgettingPlan, Failure> {
  const word = typed.trim();
  const isShort = formsOf(word).every((form) => form.length < 2);
  if (isShort) return err(wrong('A single character cannot be forgotten.', 'Give a word or a phrase.'));
  if (findPhrases([word]).holds(`${schemaText(db)}\n${mark}\n${agentKinds.join('\n')}`))
    return err(ownWord(word));
  return ok({ ...nothing, kind: 'word', phrases: [word] });
}

const wrong = (happened: string, todo: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was forgotten.',
  todo,
});
const notFound = (happened: string, todo: string): Failure => ({
  ...wrong(happened, todo),
  kind: 'not-found',
});

/** The store says it of itself: taking it out would take the store apart. */
export const ownWord = (word: string): Failure =>
  wrong(
    `“${word}” is a word that the store is built with, so it cannot be taken out of it.`,
    'Give more of the phrase, or forget the session, the entry or the source in which it stands.',
  );
