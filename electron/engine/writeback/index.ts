// The room's one door: see what would be written into agents' files, write it, take it back, and bring to an end what was
// interrupted. What agents read is decided here from our own record; nothing gets there that its owner has not let in.
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import { isExportAgent, type LocalAgent } from '../../../shared/transcript.ts';
import { folderHere } from '../sources/paths.ts';
import type { ReadableDb } from '../store/db.ts';
import type { WritingMode } from '../store/file-writes.ts';
import type { JournalWrite } from '../store/file-writes.ts';
import {
  agentWriting,
  changesInFile,
  isMadeByUs,
  lastWriteOf,
  servedLineHashes,
  writtenPaths,
} from '../store/file-writes.ts';
import { entryReceipts } from '../store/entry-receipts.ts';
import { placingsInForce } from '../store/file-placings.ts';
import { linesOfNights } from '../store/memory-files.ts';
import { currentMemory, entryAt } from '../store/memory.ts';
import type { StandingChange } from '../store/proposals.ts';
import { changeById, decisionsOf, standingChanges } from '../store/proposals.ts';
import { changesInForce } from '../store/rollbacks.ts';
import { countsByAgent, workPlaces } from '../store/sessions.ts';
import type { FileOwner } from '../store/snapshots.ts';
import { readContent, sightingsOf } from '../store/snapshots.ts';
import type { ApplyReceipt, WritebackDeps } from './apply.ts';
import { applyWrites } from './apply.ts';
import { editLines } from './edit-lines.ts';
import type { LineEdit } from './edit-lines.ts';
import { isExactDuplicate, mayWriteByItself, type WritePlace } from './modes.ts';
import type { TakenBack } from './give-back.ts';
import type { Served } from './own-text.ts';
import type { DecidedChange, Placing, PlanInput, WritePlan } from './plan.ts';
import { planWrites } from './plan.ts';
import type { Project, Target } from './targets.ts';
import { findTargets } from './targets.ts';
import { worthOf, type Worth } from './worth.ts';

export type { ApplyReceipt, Applying, WritebackDeps, WrittenFile } from './apply.ts';
export { applyWrites } from './apply.ts';
export { backupName, backupOf } from './backup.ts';
export { bodyToEntries, entriesToBody, inspectBlock, withBlock, withoutMarkers } from './block.ts';
export type { ConflictReason, FileConflict } from './conflict.ts';
export { conflictSentence } from './conflict.ts';
export { countLines, unifiedDiff } from './diff.ts';
export { lineToEntry } from './entry-line.ts';
export { readableText } from './file-text.ts';
export type { Found } from './look.ts';
export { absolutePath, fileBytesMax, lookAt, refusalWords, savedAtMs, shownPath } from './look.ts';
export { mergeFiles } from './merge.ts';
export { isExactDuplicate, mayWriteByItself } from './modes.ts';
export { isOwnText, isServedLine, withoutOwnBlocks, type Served } from './own-text.ts';
export type { DecidedChange, PlanInput, PlannedWrite, WritePlan } from './plan.ts';
export { plainWrite, planDiff, planWrites } from './plan.ts';
export { betweenFiles, recoverWrites, type Recovered } from './recover.ts';
export { holdsSecret } from './secrets.ts';
export { defaultBudgetTokens, findTargets, type Target } from './targets.ts';
export { estimateTokens } from './tokens.ts';
export { listApplies, undoApply } from './undo.ts';

export interface PlanOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Files that a person named (learnings.md, team.md). */
  readonly extraFiles: readonly string[];
  /** A person asks, and sees the plan. false: at night, when only what each agent's mode lets through may go. */
  readonly isPerson: boolean;
  readonly blockChoices: ReadonlyMap<string, 'mine' | 'ours'>;
  /** By change: the line that may be written over, as it was shown; empty for one that is gone. */
  readonly lineChoices: ReadonlyMap<string, string>;
  readonly pinned: ReadonlySet<EntryId>;
}

export const usualPlan: PlanOptions = {
  env: {},
  extraFiles: [],
  isPerson: true,
  blockChoices: new Map(),
  lineChoices: new Map(),
  pinned: new Set(),
};

/** What would be written now. Reads the store and the files, changes nothing. */
export function planFiles(deps: WritebackDeps, options: PlanOptions): WritePlan {
  const { db, home } = deps;
  const writing = new Map(agentWriting(db).map((one) => [one.agent, one]));
  const modeOf = (agent: FileOwner): WritingMode =>
    agent === 'other' ? 'review' : (writing.get(agent)?.mode ?? 'review');
  const decided = decidedChanges(db);
  const allowed = allowedEntries(db, decided, options.isPerson ? null : modeOf);
  return planWrites({
    home,
    masker: deps.masker,
    targets: targetsNow(db, home, options),
    entriesFor: (agents) => allowed(agents.map(modeOf)),
    decided: decided
      .filter((one) => options.isPerson || mayTouchLines(one, modeOf))
      .map(({ standing, before }) => ({ change: standing.change, before })),
    isOff: (agent) => modeOf(agent) === 'off' || (!options.isPerson && modeOf(agent) === 'review'),
    writtenChanges: (path) => new Set(changesInFile(db, path).keys()),
    takenBack: options.isPerson ? takenBack(deps) : new Map(),
    isMadeByUs: (path) => isMadeByUs(db, path),
    baseOf: (edit) => baseOf(deps, edit),
    isOver: isOverBy(db),
    lastWritten: (path) => lastWritten(deps, path),
    blockChoices: options.blockChoices,
    lineChoices: options.lineChoices,
    placingOf: placingsBy(db),
    lastKept: (path) => lastKept(deps, path),
    pinned: options.pinned,
    worthOf: worthBy(db),
  });
}

/** Read when it is first asked: a plan that writes nothing needs none of fifty thousand receipts. */
function worthBy(db: ReadableDb): (entry: MemoryEntry) => Worth {
  let receipts: ReadonlyMap<EntryId, EntryReceipt> | null = null;
  return (entry) => {
    receipts ??= new Map(entryReceipts(db).map((one) => [one.id, one]));
    return worthOf(entry, receipts.get(entry.id));
  };
}

/** The files that the person's agents really read. */
export function targetsNow(
  db: ReadableDb,
  home: string,
  { env, extraFiles }: Pick<PlanOptions, 'env' | 'extraFiles'>,
): readonly Target[] {
  const writing = new Map(agentWriting(db).map((one) => [one.agent, one]));
  return findTargets({
    home,
    env,
    agents: countsByAgent(db).flatMap(({ agent }) => (isExportAgent(agent) ? [] : [agent])),
    projects: projectsOf(db, home),
    extraFiles,
    budgetOf: (agent) => writing.get(agent)?.budgetTokens ?? null,
  });
}

/** Writes a plan; the usual reason where none is given. */
export const applyPlan = (
  deps: WritebackDeps,
  plan: WritePlan,
  reason = 'Wrote what was approved.',
): Result<ApplyReceipt, Failure> => {
  const applied = applyWrites(deps, { writes: plan.writes, reason, undoes: null });
  if (!applied.ok) return applied;
  const conflicts = [...plan.conflicts, ...applied.value.conflicts];
  return ok({ ...applied.value, conflicts });
};

/** For reading transcripts: what agents were given by us. */
export const servedNow = (db: ReadableDb): Served => ({
  hashes: servedLineHashes(db),
  entries: currentMemory(db).entries.filter((entry) => entry.status === 'active' && entry.origin === 'dream'),
});

interface Decided extends DecidedChange {
  readonly standing: StandingChange;
  readonly by: 'you' | 'auto';
}

/** Changes that are in our record now: applied, and not rolled back since. Oldest first. */
function decidedChanges(db: ReadableDb): readonly Decided[] {
  const applied = standingChanges(db, ['applied']);
  if (applied.length === 0) return [];
  const memory = new Map(currentMemory(db).entries.map((entry) => [entry.id, entry]));
  return applied
    .filter(({ change }) => isInForce(change, memory))
    .toSorted((a, b) => a.offer - b.offer)
    .map((standing) => ({
      standing,
      change: standing.change,
      before: standing.change.closes.flatMap(({ entryId }) => entryAt(db, entryId, standing.base) ?? []),
      by: decisionsOf(db, standing.change.id).at(-1)?.by ?? 'auto',
    }));
}

function isInForce(change: StandingChange['change'], memory: ReadonlyMap<EntryId, MemoryEntry>): boolean {
  const stands = change.after === null || memory.get(change.after.id)?.status === 'active';
  const closed = change.closes.every(
    ({ entryId }) => entryId === change.after?.id || memory.get(entryId)?.status !== 'active',
  );
  return stands && closed;
}

const ownBlock: WritePlace = { line: 'own-block', holdsSecret: false, isConflict: false };

/**
 * Entries that may stand in a file whose readers have these modes: all that a person applied or is being shown, or else
 * what every one of the modes lets in. A line of a file that nobody decided on is not carried anywhere.
 */
function allowedEntries(
  db: ReadableDb,
  decided: readonly Decided[],
  /** Null: a person asks. */
  modeOf: ((agent: FileOwner) => WritingMode) | null,
): (modes: readonly WritingMode[]) => readonly MemoryEntry[] {
  const made = new Map<EntryId, Decided>();
  for (const one of decided) if (one.change.after !== null) made.set(one.change.after.id, one);
  if (made.size === 0) return () => [];
  const active = currentMemory(db).entries.filter(({ id, status }) => status === 'active' && made.has(id));
  return (modes) =>
    active.filter((entry) => {
      const by = made.get(entry.id);
      if (by === undefined) return false;
      if (modeOf === null || by.by === 'you') return true;
      // Beside the line that it should have replaced, and may not, it would say two things at once.
      if (!mayTouchLines(by, modeOf)) return false;
      return modes.every((mode) => mayWriteByItself(mode, proposedOf(by), ownBlock).may);
    });
}

const proposedOf = ({ change, before }: DecidedChange): Parameters<typeof mayWriteByItself>[1] => ({
  change,
  isExactDuplicate: isExactDuplicate(change, before),
});

/** Whether lines that are not ours may be touched without a person. One that a person approved was seen. */
const mayTouchLines = (decided: Decided, modeOf: (agent: FileOwner) => WritingMode): boolean =>
  decided.by === 'you' ||
  decided.before.every((entry) =>
    entry.places.every((place) => {
      const at: WritePlace = { line: writerOf(entry), holdsSecret: false, isConflict: false };
      return mayWriteByItself(modeOf(place.agent), proposedOf(decided), at).may;
    }),
  );

const writerOf = (entry: MemoryEntry): WritePlace['line'] =>
  entry.taint === 'agent' ? 'by-agent' : entry.taint === 'person' ? 'by-person' : 'of-project';

/** What still stands in files of changes that were in our record and went out of it. */
function takenBack(deps: WritebackDeps): ReadonlyMap<string, readonly TakenBack[]> {
  const { db } = deps;
  const { at, since } = changesInForce(db);
  const isGone = (id: ChangeId): boolean => since.has(id) && at.at(-1)?.has(id) === false;
  const found = new Map<string, readonly TakenBack[]>();
  for (const path of writtenPaths(db)) {
    const gone = [...changesInFile(db, path)].filter(([id]) => isGone(id));
    const byWrite = Map.groupBy(gone, ([, write]) => write);
    const all = [...byWrite].flatMap(([write, ids]) =>
      takenBackOf(
        deps,
        write,
        ids.map(([id]) => id),
      ),
    );
    if (all.length > 0) found.set(path, all.toReversed());
  }
  return found;
}

function takenBackOf(
  deps: WritebackDeps,
  write: JournalWrite,
  gone: readonly ChangeId[],
): readonly TakenBack[] {
  const { path, agent, changeIds } = write;
  const [before, after] = [write.before, write.after].map((address) => contentAt(deps, address));
  // The copy was forgotten at its owner's wish: what stood there cannot come back.
  if (before === undefined || after === undefined) return [];
  const lines = linesOfNights(deps.db).get(path);
  const texts = gone.map((id) => changeById(deps.db, id)?.change.after?.text ?? null);
  const isOver = lines !== undefined && texts.every((text) => text !== null && !lines.has(text));
  return [{ agent, before, after, changeIds, isOver }];
}

/** Null for no file; undefined where the copy cannot be read. */
function contentAt(deps: WritebackDeps, address: JournalWrite['before']): Buffer | null | undefined {
  if (address === null) return null;
  const content = readContent(deps.db, deps.sealer, address);
  return content.ok ? content.value : undefined;
}

/** A file that no night has seen says nothing about its lines, and what was copied by day waits for the night as well. */
function isOverBy(db: ReadableDb): (edit: LineEdit) => boolean {
  let said: ReturnType<typeof linesOfNights> | null = null;
  return ({ place, text }) => {
    said ??= linesOfNights(db);
    return said.get(place.path)?.has(text) === false;
  };
}

function placingsBy(db: ReadableDb): PlanInput['placingOf'] {
  const byPath = new Map(
    placingsInForce(db).map(({ path, how, to, changeIds }): [string, Placing] => [
      path,
      { how, to, changeIds: new Set(changeIds) },
    ]),
  );
  return (path) => byPath.get(path) ?? null;
}

function lastKept(deps: WritebackDeps, path: string): Buffer | null {
  for (const { address } of sightingsOf(deps.db, path).slice(0, 20)) {
    const content = contentAt(deps, address);
    if (content) return content;
  }
  return null;
}

/** The newest state that the guard saw of a file in which the line stood where it was read. */
function baseOf(deps: WritebackDeps, edit: LineEdit): Buffer | null {
  // 20: a file that changed more often since a line was read has little of it left.
  for (const { address } of sightingsOf(deps.db, edit.place.path).slice(0, 20)) {
    const content = address === null ? null : readContent(deps.db, deps.sealer, address);
    if (content === null || !content.ok) continue;
    if (editLines(content.value, [edit], 'in-place').done.length > 0) return content.value;
  }
  return null;
}

function lastWritten(deps: WritebackDeps, path: string): Buffer | null {
  const address = lastWriteOf(deps.db, path)?.after ?? null;
  const content = address === null ? null : readContent(deps.db, deps.sealer, address);
  return content !== null && content.ok ? content.value : null;
}

/** The projects that sessions tell of and that lie on this machine, each with the agents that worked there. */
export function projectsOf(db: ReadableDb, home: string): readonly Project[] {
  const found = new Map<string, { readonly name: string; readonly agents: Set<LocalAgent> }>();
  for (const { cwd, project, agent } of workPlaces(db)) {
    if (isExportAgent(agent)) continue;
    const folder = folderHere(home, cwd);
    if (folder === null) continue;
    const known = found.get(folder) ?? { name: project, agents: new Set<LocalAgent>() };
    known.agents.add(agent);
    found.set(folder, known);
  }
  return [...found].map(([folder, { name, agents }]) => ({ name, folder, agents: [...agents] }));
}
