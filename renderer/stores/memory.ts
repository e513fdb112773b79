// Memory: what is remembered, the files that agents read, every version of both, and what their owner does about them.
// Nothing here overwrites: bringing back adds a version, and what was written to files can be taken back.
import type { FileCopy, FileDeed, FilesReceipt, GuardReport, RestoreHow } from '../../shared/agent-files.ts';
import type {
  Bridge,
  CallAnswer,
  ListedEntry,
  MemoryFileSummary,
  MemoryFileView,
} from '../../shared/contract.ts';
import type { EntryNotes, MemoryAsOf, RollBackTarget, TakingBack } from '../../shared/decisions.ts';
import type { Failure, MemoryDiff, VersionSummary } from '../../shared/engine.ts';
import type { ForgetCertificate, ForgetPreview, ForgetTarget } from '../../shared/forgetting.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SearchAnswer } from '../../shared/search.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

type Asked<T> = Promise<Result<T, Failure>>;

export interface MemoryStore {
  readonly files: RemoteStore<readonly MemoryFileSummary[]>;
  /** Closed ones too. */
  readonly entries: RemoteStore<readonly ListedEntry[]>;
  /** Newest first. */
  readonly versions: RemoteStore<readonly VersionSummary[]>;
  /** What others did to files in the last thirty days. */
  readonly guard: RemoteStore<GuardReport>;
  /** By its path. */
  readonly file: Keyed<MemoryFileView>;
  /** Of a file, by its path, newest first. */
  readonly copies: Keyed<readonly FileCopy[]>;
  /** By its id. */
  readonly entry: Keyed<{ readonly entry: MemoryEntry; readonly notes: EntryNotes }>;
  /** Those that changed an entry, by its id. */
  readonly entryVersions: Keyed<readonly VersionSummary[]>;
  /** By `pairKey(from, to)`. */
  readonly diff: Keyed<MemoryDiff>;
  /** By `pairKey(from, to)`, or a copy's number alone for what it changed. */
  readonly copyDiff: Keyed<string>;
  /** By a moment in milliseconds. */
  readonly asOf: Keyed<MemoryAsOf>;
  /** By what is looked for. */
  readonly found: Keyed<SearchAnswer>;
  /** The next lines of a long file. */
  moreLines(path: string): Promise<Failure | null>;
  pin(id: string, pinned: boolean): Promise<Failure | null>;
  /** What taking it back would do. */
  takeBackPlan(target: RollBackTarget): Asked<TakingBack>;
  takeBack(target: RollBackTarget, files: boolean): Asked<CallAnswer<'memory.takeBack'>>;
  rollBack(to: number): Asked<VersionSummary>;
  redact(version: number, entry: string): Asked<ForgetCertificate>;
  forgetPreview(target: ForgetTarget): Asked<ForgetPreview>;
  forget(target: ForgetTarget): Asked<ForgetCertificate>;
  /** Writes files as they were in these copies. */
  restore(copies: readonly number[], how?: RestoreHow): Asked<FilesReceipt>;
  /** Undoes what others did: each file as it was before. */
  undoDeeds(deeds: readonly FileDeed[]): Asked<FilesReceipt>;
  pinCopy(path: string, copy: number, pinned: boolean): Promise<Failure | null>;
  undoFiles(apply: number): Asked<FilesReceipt>;
  /** What a screen may show that is not as it was, by the subject of the news. */
  concernedByMemory(): readonly RemoteStore<unknown>[];
  concernedByFiles(): readonly RemoteStore<unknown>[];
}

const guardDays = 30;
const dayMs = 86_400_000;
// As many as a person looks through before they ask in other words.
const foundMax = 30;

export const pairKey = (from: number, to: number): string => `${from}..${to}`;

function numbersOf(key: string): { readonly from: number | null; readonly to: number } {
  const [first = '', second] = key.split('..');
  return second === undefined
    ? { from: null, to: Number(first) }
    : { from: Number(first), to: Number(second) };
}

const isSeen = (store: RemoteStore<unknown>): boolean => store.getState() !== store.getInitialState();

/** The copy that stood before each deed; a file that others made has none, and is left alone. */
async function copiesBefore(bridge: Bridge, deeds: readonly FileDeed[]): Asked<readonly number[]> {
  const before: number[] = [];
  for (const deed of deeds) {
    // One question after another: the guard reads its own files for each.
    // oxlint-disable-next-line no-await-in-loop
    const history = await bridge.call('guard.history', { path: deed.path });
    if (!history.ok) return history;
    const older = history.value.filter(({ copy }) => copy < deed.copy);
    const newest = older.reduce<number | null>((max, { copy }) => Math.max(max ?? copy, copy), null);
    if (newest !== null) before.push(newest);
  }
  return ok(before);
}

function createQuestions(bridge: Bridge, now: () => EpochMs) {
  return {
    files: createRemote(() => bridge.call('memory.files', {})),
    entries: createRemote(() => bridge.call('memory.list', { closedToo: true })),
    versions: createRemote(() => bridge.call('memory.history', { entry: null })),
    guard: createRemote(() => bridge.call('guard.scan', { sinceMs: epochMs(now() - guardDays * dayMs) })),
    file: createKeyed((path) => bridge.call('memory.file', { path, fromLine: 1 })),
    copies: createKeyed((path) => bridge.call('guard.history', { path })),
    entry: createKeyed((id) => bridge.call('memory.show', { id })),
    entryVersions: createKeyed((entry) => bridge.call('memory.history', { entry })),
    diff: createKeyed((key) => {
      const { from, to } = numbersOf(key);
      return bridge.call('memory.diff', { from: from ?? to, to });
    }),
    copyDiff: createKeyed((key) => {
      const { from, to } = numbersOf(key);
      return bridge.call('guard.diff', { copy: to, from });
    }),
    asOf: createKeyed((ms) => bridge.call('memory.asOf', { atMs: epochMs(Number(ms)) })),
    found: createKeyed((query) =>
      bridge.call('memory.search', {
        query,
        options: { limit: foundMax, agent: null, project: null, sinceMs: null },
      }),
    ),
  };
}

type Questions = ReturnType<typeof createQuestions>;
type Concerned = Pick<MemoryStore, 'concernedByMemory' | 'concernedByFiles'>;

const concernedOf = (questions: Questions): Concerned => ({
  concernedByMemory: () =>
    [
      questions.entries,
      questions.versions,
      ...questions.entry.known(),
      ...questions.entryVersions.known(),
      ...questions.file.known(),
      ...questions.found.known(),
    ].filter(isSeen),
  concernedByFiles: () =>
    [questions.files, questions.guard, ...questions.file.known(), ...questions.copies.known()].filter(isSeen),
});

async function loadMore(bridge: Bridge, file: RemoteStore<MemoryFileView>): Promise<Failure | null> {
  const shown = file.value();
  if (shown === null) return null;
  const fromLine = (shown.lines.at(-1)?.line ?? 0) + 1;
  const answer = await bridge.call('memory.file', { path: shown.file.path, fromLine });
  if (!answer.ok) return answer.error;
  file.put({ ...answer.value, lines: [...shown.lines, ...answer.value.lines] });
  return null;
}

export function createMemoryStore(bridge: Bridge, now: () => EpochMs): MemoryStore {
  const questions = createQuestions(bridge, now);
  const concerned = concernedOf(questions);
  /** What was changed is asked again, also where no news of it comes. */
  const after = async <T>(asked: Asked<T>, stores: () => readonly { load(): Promise<void> }[]): Asked<T> => {
    const answer = await asked;
    if (answer.ok) await Promise.all(stores().map((store) => store.load()));
    return answer;
  };
  const { concernedByMemory, concernedByFiles } = concerned;
  const failureOf = async (asked: Asked<unknown>): Promise<Failure | null> => {
    const answer = await asked;
    return answer.ok ? null : answer.error;
  };
  const restore = (copies: readonly number[], how: RestoreHow = 'instead'): Asked<FilesReceipt> =>
    after(bridge.call('guard.restore', { copies, how }), concernedByFiles);
  return {
    ...questions,
    ...concerned,
    moreLines: (path) => loadMore(bridge, questions.file.at(path)),
    pin: (id, pinned) =>
      failureOf(
        after(bridge.call('memory.pin', { id, pinned }), () => [questions.entry.at(id), questions.entries]),
      ),
    rollBack: (to) => after(bridge.call('memory.rollBack', { to }), concernedByMemory),
    takeBackPlan: (target) => bridge.call('memory.takeBackPlan', { target }),
    takeBack: (target, withFiles) =>
      after(bridge.call('memory.takeBack', { target, files: withFiles }), () => [
        ...concernedByMemory(),
        ...concernedByFiles(),
      ]),
    redact: (version, entry) => after(bridge.call('memory.redact', { version, entry }), concernedByMemory),
    forgetPreview: (target) => bridge.call('memory.forgetPreview', { target }),
    forget: (target) =>
      after(bridge.call('memory.forget', { target }), () => [...concernedByMemory(), ...concernedByFiles()]),
    restore,
    async undoDeeds(deeds) {
      const copies = await copiesBefore(bridge, deeds);
      return copies.ok ? restore(copies.value) : copies;
    },
    pinCopy: (path, copy, pinned) =>
      failureOf(after(bridge.call('guard.pin', { copy, pinned }), () => [questions.copies.at(path)])),
    undoFiles: (apply) => after(bridge.call('files.undo', { apply }), concernedByFiles),
  };
}
