// Documents of a program's memory store as entries that a night can judge, and a night's changes as edits of documents: a
// line goes, a line is worded anew, a document comes. Nothing else in a document is touched.
import type { ApiActor, ApiDreamWrite } from '../../../shared/dreams-api.ts';
import { entryId, type EntryId, type EpochMs } from '../../../shared/ids.ts';
import type { FilePlace, MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import { contentBytesMax, memoriesMax } from '../memory-stores/content.ts';
import { foldersAbove, meaningOfPath, pathOfEntry } from '../memory-stores/paths.ts';
import {
  addMemory,
  changeMemory,
  memoriesListed,
  memoryCount,
  memoryInTheWay,
  removeMemory,
} from '../store/api-stores.ts';
import type { WritableDb } from '../store/db.ts';
import { editLines, type LineEdit } from '../writeback/edit-lines.ts';

export interface Document {
  readonly id: string;
  readonly path: string;
  readonly content: string;
}

/** An entry, and where it stands in a document; `line` is null where it is the whole of it. */
export interface PlacedEntry {
  readonly entry: MemoryEntry;
  /** Null: under the path that its scope and kind give it. */
  readonly path: string | null;
  readonly line: FilePlace | null;
}

export const documentEntries = (documents: readonly Document[], nowMs: EpochMs): readonly PlacedEntry[] =>
  documents.flatMap((document) => entriesOf(document, nowMs));

function entriesOf({ path, content }: Document, nowMs: EpochMs): readonly PlacedEntry[] {
  const meaning = meaningOfPath(path) ?? { scope: 'global' as const, kind: 'fact' as const };
  const times = new Map<string, number>();
  return parseMemoryFile(content, 'markdown').map((line) => {
    const nth = (times.get(line.text) ?? 0) + 1;
    times.set(line.text, nth);
    const place: FilePlace = {
      path,
      agent: 'claude-code',
      heading: line.heading,
      startByte: line.startByte,
      endByte: line.endByte,
      line: line.line,
    };
    const isWhole = line.text === content.trim();
    const entry: MemoryEntry = {
      id: isWhole
        ? entryId('dream', meaning.scope, line.text)
        : entryId('file', path, line.text, String(nth)),
      text: line.text,
      kind: line.kindHint ?? meaning.kind,
      scope: meaning.scope,
      origin: 'file',
      taint: 'agent',
      score: null,
      dimensions: null,
      evidence: [],
      places: [],
      validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: nowMs, retiredAtMs: null },
      status: 'active',
      closedBecause: null,
    };
    return { entry, path, line: isWhole ? null : place };
  });
}

export interface Writing {
  readonly store: number;
  readonly changes: readonly Change[];
  readonly entries: readonly PlacedEntry[];
  readonly by: ApiActor;
  readonly nowMs: EpochMs;
}

/** Gives what was written, in its order. */
export function writeChanges(db: WritableDb, writing: Writing): readonly ApiDreamWrite[] {
  const placed = new Map<EntryId, PlacedEntry>(writing.entries.map((one) => [one.entry.id, one]));
  return writing.changes.flatMap((change) =>
    change.operation === 'note' || mustBeSeen(change) ? [] : writeChange(db, writing, change, placed),
  );
}

/** What gives orders, or would lose a correction, comes before a person's eyes or nowhere. */
const mustBeSeen = ({ flags }: Change): boolean =>
  flags.includes('quarantined') || flags.includes('loses-correction');

function writeChange(
  db: WritableDb,
  writing: Writing,
  change: Change,
  placed: ReadonlyMap<EntryId, PlacedEntry>,
): readonly ApiDreamWrite[] {
  const closed = change.closes.flatMap(({ entryId: id }) => placed.get(id) ?? []);
  const after = change.after;
  const stays = after !== null && placed.has(after.id);
  // What takes the place of a line stands where that line stood.
  const inPlaceOf = after === null || stays ? undefined : closed.find(({ line }) => line !== null);
  const edits = closed.flatMap((one) =>
    editDocument(db, writing, change, one, one === inPlaceOf ? (after?.text ?? null) : null),
  );
  const isWorded = inPlaceOf !== undefined && edits.some((edit) => edit.path === inPlaceOf.path);
  if (after === null || isWorded) return edits;
  if (stays) return [...edits, ...moveDocument(db, writing, placed.get(after.id), after)];
  return [...edits, ...addDocument(db, writing, after)];
}

/** The document with this line, or the whole of it, taken out or worded anew. */
function editDocument(
  db: WritableDb,
  { store, by, nowMs }: Writing,
  change: Change,
  { entry, path, line }: PlacedEntry,
  replacement: string | null,
): readonly ApiDreamWrite[] {
  const at = path ?? pathOfEntry(entry);
  const document = documentAt(db, store, at);
  if (document === null) return [];
  const edit: LineEdit | null =
    line === null
      ? null
      : { changeId: change.id, entryId: entry.id, text: entry.text, place: line, replacement, afterId: null };
  const edited = edit === null ? null : editLines(Buffer.from(document.content, 'utf8'), [edit], 'anywhere');
  if (edited !== null && edited.done.length === 0) return [];
  const content = edited?.bytes.toString('utf8') ?? '';
  if (content.trim() === '') {
    removeMemory(db, document.id, { store, path: at, by, nowMs });
    return [{ operation: 'deleted', path: at }];
  }
  if (Buffer.byteLength(content, 'utf8') > contentBytesMax) return [];
  changeMemory(db, document.id, { store, path: at, content, by, nowMs });
  return [{ operation: 'modified', path: at }];
}

function addDocument(
  db: WritableDb,
  { store, by, nowMs }: Writing,
  after: MemoryEntry,
): readonly ApiDreamWrite[] {
  const path = freePath(db, store, pathOfEntry(after));
  if (path === null || memoryCount(db, store) >= memoriesMax) return [];
  addMemory(db, { store, path, content: after.text, by, nowMs });
  return [{ operation: 'created', path }];
}

/** A wider scope is another folder. What stands under a path of its writer's own stays there. */
function moveDocument(
  db: WritableDb,
  { store, by, nowMs }: Writing,
  before: PlacedEntry | undefined,
  after: MemoryEntry,
): readonly ApiDreamWrite[] {
  if (before === undefined || before.line !== null || before.entry.scope === after.scope) return [];
  const from = before.path ?? pathOfEntry(before.entry);
  const document = documentAt(db, store, from);
  const path = freePath(db, store, pathOfEntry(after));
  if (document === null || path === null || path === from) return [];
  changeMemory(db, document.id, { store, path, content: document.content, by, nowMs });
  return [{ operation: 'modified', path }];
}

/** Beside what its writer put in the way; null where that is taken as well. */
function freePath(db: WritableDb, store: number, path: string): string | null {
  const isFree = (one: string): boolean => memoryInTheWay(db, store, one, foldersAbove(one), null) === null;
  return [path, `/slowwave${path}`].find(isFree) ?? null;
}

function documentAt(db: WritableDb, store: number, path: string): Document | null {
  const [found] = memoriesListed(db, store, { prefix: path, after: '', limit: 1 });
  return found?.path === path ? found : null;
}
