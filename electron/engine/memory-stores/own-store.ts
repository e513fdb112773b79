// The person's own memory as a store: each entry that holds is a memory, under a path by its scope and kind. Nobody writes
// to it unseen: what a program would change becomes a change in review, and holds once its owner has approved and applied it.
import type { ApiActor, ApiCalls, ApiRefusal, ApiVersion, ApiWritten } from '../../../shared/dreams-api.ts';
import { ownStoreId } from '../../../shared/dreams-api.ts';
import { asEntryId, changeId, entryId, nightId, type EntryId } from '../../../shared/ids.ts';
import { memoryKinds, type MemoryEntry, type MemoryVersion } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { StoredMemory } from '../store/api-stores.ts';
import { entryStates, type EntryState } from '../store/entry-states.ts';
import type { ReadableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { changeState, putProposal } from '../store/proposals.ts';
import { bytesOf, keptContent, keptPath, sha256Of, toldMemory } from './content.ts';
import { meaningOfPath, pathOfEntry } from './paths.ts';
import { refused } from './refusals.ts';
import type { Asking } from './stores.ts';

type Told<T> = Result<T, ApiRefusal>;
type Args<N extends keyof ApiCalls> = ApiCalls[N]['args'];

/** What a person may make of an entry's words in review. */
const entryCharsMax = 4_000;

/** No night proposed it: a program did. */
const byProgram = nightId('written through the Dreams API');

const versionIdOf = (id: string, version: number): string => `memver_${id.slice('mem_'.length)}_${version}`;

/** Those that hold, by path. */
export function ownMemories(db: ReadableDb): readonly StoredMemory[] {
  const newest = new Map(entryStates(db).map((state) => [state.id, state]));
  return currentMemory(db)
    .entries.filter(({ status }) => status === 'active')
    .map((entry, index) => memoryOf(entry, newest.get(entry.id) ?? null, index))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.path, 'utf8'), Buffer.from(b.path, 'utf8')));
}

const memoryOf = (entry: MemoryEntry, state: EntryState | null, number: number): StoredMemory => ({
  number,
  id: entry.id,
  path: pathOfEntry(entry),
  content: entry.text,
  versionId: versionIdOf(entry.id, state?.version ?? 0),
  createdAtMs: entry.validity.knownFromMs,
  updatedAtMs: state?.atMs ?? entry.validity.knownFromMs,
});

/** Newest first. What holds no longer is told as deleted. */
export function ownVersions(db: ReadableDb): readonly ApiVersion[] {
  const standing = new Set<EntryId>();
  return entryStates(db)
    .flatMap((state) => {
      const held = standing.has(state.id);
      const holds = state.entry?.status === 'active';
      if (holds) standing.add(state.id);
      else standing.delete(state.id);
      // It was over before, and is still.
      return !held && !holds ? [] : [versionOf(state, held ? (holds ? 'modified' : 'deleted') : 'created')];
    })
    .toReversed();
}

function versionOf(state: EntryState, operation: ApiVersion['operation']): ApiVersion {
  const { entry, redactedAtMs } = state;
  const content = operation === 'deleted' || redactedAtMs !== null ? null : (entry?.text ?? null);
  const path = entry ?? state.before;
  return {
    id: versionIdOf(state.id, state.version),
    storeId: ownStoreId,
    memoryId: state.id,
    operation,
    path: redactedAtMs !== null || path === null ? null : pathOfEntry(path),
    content,
    contentSha256: content === null ? null : sha256Of(content),
    contentBytes: content === null ? null : bytesOf(content),
    createdAtMs: state.atMs,
    createdBy: actorOf(state),
    redactedAtMs,
    redactedBy: redactedAtMs === null ? null : owner,
  };
}

const owner: ApiActor = { kind: 'user', id: 'user_owner' };

function actorOf({ author, nightId: night }: EntryState): ApiActor {
  if (author === 'dream') return { kind: 'session', id: night ?? 'sesn_dream' };
  return author === 'you' ? owner : { kind: 'user', id: `user_${author}` };
}

export function proposeAdd(asking: Asking, wish: Args<'api.memoryCreate'>): Told<ApiWritten> {
  const path = keptPath(asking.masker, wish.path);
  if (!path.ok) return path;
  const words = keptWords(asking, wish.content);
  if (!words.ok) return words;
  const meant = meaningOfPath(path.value);
  if (meant === null) return err(refused.invalid(ownPathRule));
  const memory = currentMemory(asking.db);
  const after = entryOf(asking, { ...meant, text: words.value });
  const standing = memory.entries.find(({ id, status }) => id === after.id && status === 'active');
  if (standing !== undefined)
    return err(refused.taken(path.value, { id: standing.id, path: pathOfEntry(standing) }));
  return propose(asking, memory, wish.keyId, { operation: 'add', after, closes: [] });
}

export function proposeChange(asking: Asking, wish: Args<'api.memoryUpdate'>): Told<ApiWritten> {
  const memory = currentMemory(asking.db);
  const before = standingEntry(memory, wish);
  if (!before.ok) return before;
  const path = wish.path === null ? ok(pathOfEntry(before.value)) : keptPath(asking.masker, wish.path);
  if (!path.ok) return path;
  const words = wish.content === null ? ok(before.value.text) : keptWords(asking, wish.content);
  if (!words.ok) return words;
  const meant = meaningOfPath(path.value);
  if (meant === null) return err(refused.invalid(ownPathRule));
  const { text, scope, kind } = before.value;
  if (words.value === text && meant.scope === scope && meant.kind === kind)
    return ok({ memory: toldEntry(asking.db, before.value), waitsAs: null });
  if (isStale(before.value, wish.expectedSha256)) return err(refused.stale());
  const after = entryOf(asking, { ...meant, text: words.value });
  if (after.id === before.value.id)
    return err(refused.invalid('a memory keeps its kind: write it anew, and delete this one'));
  const closes = [{ entryId: before.value.id, because: `a program would say it as “${after.text}”` }];
  return propose(asking, memory, wish.keyId, { operation: 'replace', after, closes });
}

export function proposeRemoval(
  asking: Asking,
  wish: Args<'api.memoryDelete'>,
): Told<{ readonly memoryId: string; readonly waitsAs: string | null }> {
  const memory = currentMemory(asking.db);
  const before = standingEntry(memory, wish);
  if (!before.ok) return before;
  if (isStale(before.value, wish.expectedSha256)) return err(refused.stale());
  const closes = [{ entryId: before.value.id, because: 'a program would take it out' }];
  const change = changeOf(wish.keyId, { operation: 'retire', after: null, closes }, before.value.text);
  const offered = offer(asking, memory, change);
  return offered.ok ? ok({ memoryId: wish.memoryId, waitsAs: offered.value }) : offered;
}

function standingEntry(memory: MemoryVersion, wanted: { readonly memoryId: string }): Told<MemoryEntry> {
  const id = asEntryId(wanted.memoryId);
  const entry = memory.entries.find((one) => one.id === id && one.status === 'active');
  return entry === undefined ? err(refused.noMemory(wanted.memoryId)) : ok(entry);
}

const isStale = (entry: MemoryEntry, expected: string | null): boolean =>
  expected !== null && expected !== sha256Of(entry.text);

/** An entry is one line: that is how it stands in the files that agents read. */
function keptWords({ masker }: Asking, content: string): Told<string> {
  const kept = keptContent(masker, content);
  if (!kept.ok) return kept;
  const line = kept.value.trim().replaceAll(/\s+/gu, ' ');
  return line === '' || line.length > entryCharsMax
    ? err(refused.invalid(`content of ${ownStoreId} must have 1 to ${entryCharsMax} characters`))
    : ok(line);
}

const ownPathRule = `paths of ${ownStoreId} are /global/KIND/NAME, /projects/PROJECT/KIND/NAME or /agents/AGENT/KIND/NAME, where KIND is one of ${memoryKinds.join(', ')}`;

/** No session says it: it has no quote, so it always wants a person's eye. */
const entryOf = (
  { nowMs }: Asking,
  { scope, kind, text }: Pick<MemoryEntry, 'scope' | 'kind' | 'text'>,
): MemoryEntry => ({
  id: entryId('dream', scope, text),
  text,
  kind,
  scope,
  origin: 'dream',
  taint: 'import',
  score: null,
  dimensions: null,
  evidence: [],
  places: [],
  validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: nowMs, retiredAtMs: null },
  status: 'active',
  closedBecause: null,
});

type Wished = Pick<Change, 'operation' | 'after' | 'closes'>;

const changeOf = (keyId: string, wished: Wished, title: string): Change => ({
  ...wished,
  id: changeId(
    wished.operation,
    ...(wished.after === null ? [] : [wished.after.id]),
    ...wished.closes.map((closed) => closed.entryId),
  ),
  nightId: byProgram,
  title: wished.after === null ? `No longer true: “${title}”` : title,
  why: `A program asked for it through the Dreams API (${keyId}); no session of yours says it.`,
  flags: ['weak-evidence'],
});

function propose(
  asking: Asking,
  memory: MemoryVersion,
  keyId: string,
  wished: Wished & { readonly after: MemoryEntry },
): Told<ApiWritten> {
  const offered = offer(asking, memory, changeOf(keyId, wished, wished.after.text));
  return offered.ok ? ok({ memory: toldEntry(asking.db, wished.after), waitsAs: offered.value }) : offered;
}

/** Gives the change's id. One that waits already waits once. */
function offer({ db, nowMs }: Asking, memory: MemoryVersion, change: Change): Told<string> {
  const state = changeState(db, change.id);
  if (state === 'rejected' || state === 'duplicate' || state === 'rolled-back')
    return err(refused.turnedDown());
  const proposal = { nightId: byProgram, base: memory.number, changes: [change] };
  putProposal(db, proposal, nowMs, { keepOlder: true });
  return ok(change.id);
}

const toldEntry = (db: ReadableDb, entry: MemoryEntry) => {
  const state = entryStates(db, entry.id).at(-1) ?? null;
  return toldMemory(ownStoreId, memoryOf(entry, state, 0), true);
};
