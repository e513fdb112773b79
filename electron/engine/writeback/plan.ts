// What would be written, computed before anything is: from what memory says, what was decided and what stands in the
// files now to the bytes of each file. Showing the plan and carrying it out are two other things.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PlacingHow } from '../../../shared/agent-files.ts';
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { FilePlace, MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { assert } from '../../../shared/result.ts';
import type { Masker } from '../masking/masker.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import type { FileOwner } from '../store/snapshots.ts';
import { entriesToIndex, factFile } from './auto-memory.ts';
import { entriesToBody, inspectBlock, outsideBlock, withBlock, withoutMarkers } from './block.ts';
import type { ConflictReason, FileConflict } from './conflict.ts';
import { countLines, unifiedDiff } from './diff.ts';
import type { LineEdit } from './edit-lines.ts';
import { countAlike, editLines } from './edit-lines.ts';
import { lineText, shortIdOf } from './entry-line.ts';
import { bytesToLines, readableText } from './file-text.ts';
import { absolutePath, lookAt, shownPath, type Found } from './look.ts';
import type { GivenBack, TakenBack } from './give-back.ts';
import { giveBack } from './give-back.ts';
import { mergeFiles } from './merge.ts';
import { servedLineHash } from './own-text.ts';
import { belongsInto, fitInto, isSaid, type LeftOut } from './select.ts';
import type { Target } from './targets.ts';
import { factFileName, isFactFile } from './targets.ts';
import { estimateTokens } from './tokens.ts';
import type { Worth } from './worth.ts';

export interface DecidedChange {
  readonly change: Change;
  /** The entries that it closes, as they stood. */
  readonly before: readonly MemoryEntry[];
}

export interface PlanInput {
  readonly home: string;
  readonly masker: Masker;
  readonly targets: readonly Target[];
  /** Entries that may stand in a file of that agent: active, and seen by whoever has to. */
  readonly entriesFor: (agents: readonly FileOwner[]) => readonly MemoryEntry[];
  /** Changes whose lines outside of our blocks may be touched. */
  readonly decided: readonly DecidedChange[];
  /** An agent whose files are left alone. */
  readonly isOff: (agent: FileOwner) => boolean;
  /** Changes that a file already has from us. */
  readonly writtenChanges: (path: string) => ReadonlySet<ChangeId>;
  /** The file as it was when the line was read; null where that is not known. */
  readonly baseOf: (edit: LineEdit) => Buffer | null;
  /** The line was not there any more when its file was last read: what stands in its place has had its night since. */
  readonly isOver: (edit: LineEdit) => boolean;
  /** By file, the newest first: what we wrote there for changes that went out of our record since. */
  readonly takenBack: ReadonlyMap<string, readonly TakenBack[]>;
  /** A file that was not there before we wrote it goes with our last word in it. */
  readonly isMadeByUs: (path: string) => boolean;
  /** What we last wrote there; null for never. */
  readonly lastWritten: (path: string) => Buffer | null;
  /** What a person chose for a block that was changed or broken: keep its lines as theirs, or have it written anew. */
  readonly blockChoices: ReadonlyMap<string, 'mine' | 'ours'>;
  /** By change: the line that its owner lets go, as they were shown it; empty for one that is gone. */
  readonly lineChoices: ReadonlyMap<string, string>;
  /** What was said of a file that is gone or cannot be written. */
  readonly placingOf: (path: string) => Placing | null;
  /** The newest state that was kept of a file; null for none. */
  readonly lastKept: (path: string) => Buffer | null;
  readonly pinned: ReadonlySet<EntryId>;
  /** What an entry is worth to its readers; left out: its score. */
  readonly worthOf?: (entry: MemoryEntry) => Worth;
}

export interface Placing {
  readonly how: PlacingHow;
  /** For `elsewhere`: as people see it. */
  readonly to: string | null;
  readonly changeIds: ReadonlySet<ChangeId>;
}

export interface PlannedWrite {
  /** As people see it. */
  readonly path: string;
  readonly agent: FileOwner;
  /** Null: there is no file yet. */
  readonly before: Buffer | null;
  /** Null: the file goes. */
  readonly after: Buffer | null;
  /** For a file that comes back: the rights that it had. Null: those of the file that stands there, or the usual ones. */
  readonly mode: number | null;
  readonly mayMakeFolder: boolean;
  /** Its lines were edited elsewhere since they were read, and both changes go together. */
  readonly isRebased?: boolean;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly changeIds: readonly ChangeId[];
  readonly takenBackIds: readonly ChangeId[];
  readonly entryIds: readonly EntryId[];
  /** The lines that agents get to read by it. */
  readonly served: readonly { readonly entryId: EntryId; readonly text: string }[];
}

export interface WritePlan {
  readonly writes: readonly PlannedWrite[];
  readonly conflicts: readonly FileConflict[];
  readonly leftOut: readonly (LeftOut & { readonly path: string })[];
  /** Files of agents whose writing is off, and that would have changed. */
  readonly off: readonly string[];
  /** What was taken back there and others had changed since: it stays as they left it. */
  readonly over: readonly { readonly path: string; readonly changeIds: readonly ChangeId[] }[];
}

export function planWrites(input: PlanInput): WritePlan {
  const back = new Map([...input.takenBack].map(([path, all]) => [path, backAt(input, path, all)]));
  const edits = lineEdits(input, back);
  const paths = [...edits.keys(), ...back.keys()];
  const places = new Map<string, Target | null>(paths.map((path) => [path, null]));
  for (const target of input.targets) places.set(target.shownPath, target);
  const parts = [...moveTargets(input, places)].map(([path, target]) =>
    planFile(input, { path, target, edits: edits.get(path) ?? [], back: back.get(path) ?? null }),
  );
  return {
    writes: parts.flatMap((part) => part.writes),
    conflicts: parts.flatMap((part) => part.conflicts),
    leftOut: parts.flatMap((part) => part.leftOut),
    off: parts.flatMap((part) => part.off),
    over: [...back].flatMap(([path, given]) =>
      (given?.over ?? []).map(({ changeIds }) => ({ path, changeIds })),
    ),
  };
}

/** Our block goes where its owner said, as long as nothing can be written where it would stand. */
function moveTargets(
  input: PlanInput,
  places: ReadonlyMap<string, Target | null>,
): ReadonlyMap<string, Target | null> {
  const moved = new Map(places);
  for (const [path, target] of places) {
    const { how, to } = input.placingOf(path) ?? { how: null, to: null };
    if (how === null || how === 'recreate' || target === null) continue;
    if (lookAt(target.path, input.home).kind !== 'refused') continue;
    moved.set(path, null);
    if (to === null || places.get(to)) continue;
    moved.set(to, { ...target, path: absolutePath(input.home, to), shownPath: to, form: 'block' });
  }
  return moved;
}

/** The unified diffs of a plan, with secrets masked. */
export const planDiff = (plan: WritePlan, masker: Masker): string =>
  plan.writes
    .map(({ path, before, after }) => masker.mask(unifiedDiff(path, textOf(before), textOf(after))).text)
    .join('\n');

const textOf = (bytes: Buffer | null): string | null => (bytes === null ? null : readableText(bytes));

/** The file as it is without what went out of our record; null for one that cannot be written. */
function backAt(input: PlanInput, path: string, all: readonly TakenBack[]): GivenBack | null {
  const found = lookAt(absolutePath(input.home, path), input.home, true);
  return found.kind === 'refused'
    ? null
    : giveBack(found.kind === 'file' ? found.bytes : Buffer.alloc(0), all);
}

const givenIds = (back: GivenBack | null | undefined): ReadonlySet<ChangeId> =>
  new Set(back?.given.flatMap((one) => one.changeIds));

/** By file: what each decided change does to lines outside of our blocks. */
function lineEdits(
  input: PlanInput,
  back: ReadonlyMap<string, GivenBack | null>,
): ReadonlyMap<string, readonly LineEdit[]> {
  const byFile = new Map<string, LineEdit[]>();
  for (const decided of input.decided) {
    for (const edit of editsOf(decided).flatMap((one) => placed(input, one) ?? [])) {
      const { path } = edit.place;
      const isGiven = givenIds(back.get(path)).has(edit.changeId);
      if (!isGiven && input.writtenChanges(path).has(edit.changeId)) continue;
      for (const one of [edit, ...indexEdits(input, edit)]) {
        byFile.set(one.place.path, [...(byFile.get(one.place.path) ?? []), one]);
      }
    }
  }
  return byFile;
}

/** Where its owner sent it; null for nowhere. */
function placed(input: PlanInput, edit: LineEdit): LineEdit | null {
  const placing = input.placingOf(edit.place.path);
  if (placing === null || !placing.changeIds.has(edit.changeId)) return edit;
  const { how, to } = placing;
  if (how === 'drop') return null;
  return to === null ? edit : { ...edit, place: { ...edit.place, path: to }, isSent: true };
}

/** Where a whole file is the line that goes, the line of the index beside it that names the file goes too. */
function indexEdits(input: PlanInput, edit: LineEdit): readonly LineEdit[] {
  const path = absolutePath(input.home, edit.place.path);
  const index = join(dirname(path), 'MEMORY.md');
  if (edit.replacement !== null || path === index || edit.isSent) return [];
  const [fact, named] = [lookAt(path, input.home), lookAt(index, input.home)];
  if (fact.kind !== 'file' || named.kind !== 'file' || !isOneFact(fact.bytes)) return [];
  return parseMemoryFile(named.bytes)
    .filter((line) => line.link !== null && basename(line.link) === basename(path) && !line.isOwn)
    .map(({ text, heading, startByte, endByte, line }) => ({
      ...edit,
      text,
      place: { ...edit.place, path: shownPath(input.home, index), heading, startByte, endByte, line },
    }));
}

const isOneFact = (bytes: Buffer): boolean => parseMemoryFile(bytes)[0]?.shape === 'fact';

/**
 * A retired line goes. A replaced one gets the new words, the first time in each file. Of lines that say the same one
 * stays in each file, for each file may be the only one that an agent reads.
 */
function editsOf({ change, before }: DecidedChange): readonly LineEdit[] {
  const { after } = change;
  if (change.operation === 'note') return [];
  const closing = new Set(
    before.filter((entry) => entry.id !== after?.id).flatMap((e) => e.places.map(placeKey)),
  );
  // What stays may list the lines that it took in as places of its own.
  const staying = (after?.places ?? []).filter((place) => !closing.has(placeKey(place)));
  const changed = new Set<string>(staying.map((place) => place.path));
  return before
    .filter((entry) => entry.origin === 'file' && entry.id !== after?.id)
    .flatMap((entry) =>
      entry.places.flatMap((place): readonly LineEdit[] => {
        const edit = {
          changeId: change.id,
          entryId: entry.id,
          text: entry.text,
          place,
          afterId: after?.id ?? null,
        };
        if (after === null) return [{ ...edit, replacement: null }];
        const isFirst = !changed.has(place.path);
        changed.add(place.path);
        if (!isFirst) return [{ ...edit, replacement: null }];
        return change.operation === 'merge' ? [] : [{ ...edit, replacement: after.text }];
      }),
    );
}

const placeKey = (place: FilePlace): string => `${place.path}\n${place.startByte}`;

interface FilePart {
  readonly writes: readonly PlannedWrite[];
  readonly conflicts: readonly FileConflict[];
  readonly leftOut: readonly (LeftOut & { readonly path: string })[];
  readonly off: readonly string[];
}

const nothing: FilePart = { writes: [], conflicts: [], leftOut: [], off: [] };

interface FileWork {
  readonly path: string;
  readonly target: Target | null;
  readonly edits: readonly LineEdit[];
  readonly back: GivenBack | null;
}

function planFile(input: PlanInput, { path, target, edits: all, back }: FileWork): FilePart {
  const [first] = input.takenBack.get(path) ?? [];
  const agents: readonly FileOwner[] = target?.agents ?? [all[0]?.place.agent ?? first?.agent ?? 'other'];
  const wanted =
    target === null ? [] : input.entriesFor(agents).filter((entry) => belongsInto(entry, target));
  const comesBack = back !== null && back.given.length > 0;
  const isAnew = isMadeAnew(input, path, all);
  const mayMakeFolder = comesBack || isAnew;
  const found = lookAt(absolutePath(input.home, path), input.home, mayMakeFolder);
  // What was to be taken out or given other words there went with its file.
  const edits = isGone(found) && !mayMakeFolder ? all.filter(({ isSent }) => isSent) : all;
  const lost = all.filter((edit) => edit.replacement !== null && !edits.includes(edit));
  if (lost.length > 0) return { ...nothing, conflicts: [goneAt(input, path, lost)] };
  if (found.kind === 'refused') {
    // A file that we have nothing for is nobody's trouble.
    const isWanted = edits.length > 0 || wanted.length > 0 || first !== undefined;
    const conflict = conflictAt(input, path, edits)({ kind: 'refused', why: found.why });
    return isWanted ? { ...nothing, conflicts: [conflict] } : nothing;
  }
  const before = found.kind === 'file' ? found.bytes : null;
  const edited =
    isAnew && before === null
      ? makeAnew(input, path, edits)
      : applyEdits(input, path, back?.bytes ?? before ?? Buffer.alloc(0), edits);
  // What a person must settle first is not said beside the line that it is about.
  const settled = wanted.filter((entry) => !edited.unsettled.has(entry.id));
  const block = target === null ? null : planBlock(input, target, edited.bytes, settled);
  const bytes = block?.bytes ?? edited.bytes;
  const isSame = bytes.equals(before ?? Buffer.alloc(0));
  const goes = bytes.length === 0 && before !== null && (isOneFact(before) || input.isMadeByUs(path));
  const sides = { before, after: goes ? null : bytes };
  const takenBackIds = [...givenIds(back)];
  const own = isSame
    ? []
    : [
        {
          ...writeOf(path, agents, sides, edited.done, block?.entries ?? []),
          takenBackIds,
          mayMakeFolder,
          isRebased: edited.isRebased,
        },
      ];
  const writes = [...(block?.facts ?? []), ...own];
  const stuck = (back?.stuck ?? []).map((one) => stuckAt(input, path, before, one));
  const conflicts = [...stuck, ...edited.conflicts, ...(block?.conflicts ?? [])];
  const leftOut = (block?.leftOut ?? []).map((one) => ({ ...one, path }));
  if (agents.some((agent) => input.isOff(agent)))
    return writes.length > 0 ? { ...nothing, off: [path] } : nothing;
  return { writes, conflicts, leftOut, off: [] };
}

const isGone = (found: Found): boolean =>
  found.kind === 'nothing' || (found.kind === 'refused' && found.why === 'no-folder');

/** Its owner said so of every change that waits for it, or of our block where none does. */
function isMadeAnew(input: PlanInput, path: string, edits: readonly LineEdit[]): boolean {
  const placing = input.placingOf(path);
  if (placing?.how !== 'recreate') return false;
  return edits.every(({ changeId, replacement }) => replacement === null || placing.changeIds.has(changeId));
}

function goneAt(input: PlanInput, path: string, edits: readonly LineEdit[]): FileConflict {
  const told = (texts: readonly (string | null)[]): string => texts.filter((one) => one !== null).join('\n');
  return conflictAt(
    input,
    path,
    edits,
  )(
    { kind: 'file-gone' },
    { before: told(edits.map(({ text }) => text)), ours: told(edits.map(({ replacement }) => replacement)) },
  );
}

/** As it was when most of these lines stood in it, with the changes in it; what stands in no state of it is added. */
function makeAnew(input: PlanInput, path: string, edits: readonly LineEdit[]): EditedFile {
  const states = [input.lastKept(path), ...edits.map((edit) => input.baseOf(edit))];
  const tried = states.flatMap((state) => (state === null ? [] : [editLines(state, edits, 'anywhere')]));
  const [best] = tried.toSorted((a, b) => b.done.length - a.done.length);
  const { bytes, notFound } = best ?? { bytes: Buffer.alloc(0), notFound: edits };
  return {
    bytes: notFound.reduce(withLine, bytes),
    done: edits,
    conflicts: [],
    unsettled: new Set(),
    isRebased: false,
  };
}

/** At its end, as an item of a list. */
function withLine(bytes: Buffer, { replacement }: LineEdit): Buffer {
  if (replacement === null) return bytes;
  const end = bytes.includes('\r\n') ? '\r\n' : '\n';
  const isOpen = bytes.length > 0 && bytes.at(-1) !== 0x0a;
  return Buffer.concat([bytes, Buffer.from(`${isOpen ? end : ''}- ${lineText(replacement)}${end}`)]);
}

const stuckAt = (input: PlanInput, path: string, theirs: Buffer | null, one: TakenBack): FileConflict => ({
  ...conflictAt(
    input,
    path,
    [],
  )(
    { kind: 'edited-meanwhile' },
    { before: textOf(one.after), theirs: textOf(theirs), ours: textOf(one.before) },
  ),
  changeIds: one.changeIds,
});

const conflictAt =
  (input: PlanInput, path: string, edits: readonly LineEdit[]) =>
  (
    reason: ConflictReason,
    sides: Partial<Pick<FileConflict, 'before' | 'theirs' | 'ours'>> = {},
  ): FileConflict => {
    const masked = (text: string | null | undefined): string | null =>
      text === null || text === undefined ? null : input.masker.mask(text).text;
    return {
      path,
      reason,
      before: masked(sides.before),
      theirs: masked(sides.theirs),
      ours: masked(sides.ours),
      changeIds: [...new Set(edits.map((edit) => edit.changeId))],
    };
  };

interface EditedFile {
  readonly bytes: Buffer;
  readonly isRebased: boolean;
  readonly done: readonly LineEdit[];
  readonly conflicts: readonly FileConflict[];
  readonly unsettled: ReadonlySet<EntryId>;
}

function applyEdits(input: PlanInput, path: string, bytes: Buffer, edits: readonly LineEdit[]): EditedFile {
  const direct = editLines(bytes, edits, 'in-place');
  let file: EditedFile = {
    bytes: direct.bytes,
    done: direct.done,
    conflicts: [],
    unsettled: new Set(),
    isRebased: false,
  };
  for (const edit of direct.notFound) {
    if (edit.isSent) {
      const there = editLines(file.bytes, [edit], 'anywhere');
      const bytes = there.done.length > 0 ? there.bytes : withLine(file.bytes, edit);
      file = { ...file, bytes, done: [...file.done, edit] };
      continue;
    }
    const moved = editMoved(file.bytes, edit, input.baseOf(edit));
    if (moved !== null) {
      file = { ...file, bytes: moved, done: [...file.done, edit], isRebased: true };
      continue;
    }
    if (input.isOver(edit)) continue;
    const theirs = lineAt(bytes, edit.place.line);
    const conflict = conflictAt(input, path, [edit])(
      { kind: 'line-changed' },
      { before: edit.text, theirs, ours: edit.replacement },
    );
    if (input.lineChoices.get(edit.changeId) === (conflict.theirs ?? '')) {
      const over = theirs === null ? null : editInPlace(file.bytes, edit);
      if (theirs === null || over !== null) {
        file = { ...file, bytes: over ?? file.bytes, done: [...file.done, edit] };
        continue;
      }
    }
    const unsettled = new Set([...file.unsettled, ...(edit.afterId === null ? [] : [edit.afterId])]);
    file = { ...file, conflicts: [...file.conflicts, conflict], unsettled };
  }
  return file;
}

const lineAt = (bytes: Buffer, number: number): string | null => {
  const line = bytesToLines(bytes)[number - 1];
  return line === undefined ? null : readableText(Buffer.from(line, 'latin1')).trim();
};

/** Whatever stands in the line now goes: its owner was shown it, and said so. Null where it is no line of its own. */
function editInPlace(bytes: Buffer, edit: LineEdit): Buffer | null {
  const line = parseMemoryFile(bytes).find((one) => !one.isOwn && one.line === edit.place.line);
  if (line === undefined) return null;
  const place = { ...edit.place, startByte: line.startByte, endByte: line.endByte };
  const edited = editLines(bytes, [{ ...edit, text: line.text, place }], 'in-place');
  return edited.done.length === 0 ? null : edited.bytes;
}

/**
 * A line whose words stood once and stand once is that line. Of several, the one that was meant is changed in the file as
 * it was when it was read, and that is merged with what became of the file since. Null where a person must say.
 */
function editMoved(bytes: Buffer, edit: LineEdit, base: Buffer | null): Buffer | null {
  if (base === null || countAlike(base, edit) === 1) {
    const direct = editLines(bytes, [edit], 'anywhere');
    if (direct.done.length > 0) return direct.bytes;
  }
  if (base === null) return null;
  const edited = editLines(base, [edit], 'in-place');
  return edited.done.length === 0 ? null : mergeFiles({ base, ours: edited.bytes, theirs: bytes });
}

interface PlannedBlock {
  readonly bytes: Buffer;
  readonly entries: readonly MemoryEntry[];
  readonly facts: readonly PlannedWrite[];
  readonly leftOut: readonly LeftOut[];
  readonly conflicts: readonly FileConflict[];
}

function planBlock(
  input: PlanInput,
  target: Target,
  bytes: Buffer,
  wanted: readonly MemoryEntry[],
): PlannedBlock {
  const choice = input.blockChoices.get(target.shownPath);
  const ground = choice === 'mine' ? withoutMarkers(bytes) : bytes;
  const state = inspectBlock(ground);
  const selection = selectFor(input, target, ground, wanted);
  const body = bodyOf(target, selection.chosen);
  const conflict = conflictAt(input, target.shownPath, []);
  const left = { bytes, entries: [], facts: [], leftOut: [] };
  if (state.kind === 'broken') {
    return { ...left, conflicts: [conflict({ kind: 'block-broken', why: state.why }, { ours: body })] };
  }
  if (state.kind === 'edited' && choice !== 'ours') {
    const last = input.lastWritten(target.shownPath);
    const lastBlock = last === null ? null : inspectBlock(last);
    const before = lastBlock?.kind === 'whole' ? lastBlock.body : null;
    const sides = { before, theirs: state.body, ours: body };
    return { ...left, conflicts: [conflict({ kind: 'block-edited' }, sides)] };
  }
  const facts =
    target.form === 'index' ? planFacts(input, target, selection.chosen) : { writes: [], conflicts: [] };
  return {
    bytes: withBlock(ground, body),
    entries: selection.chosen,
    facts: facts.writes,
    leftOut: selection.leftOut,
    conflicts: facts.conflicts,
  };
}

function selectFor(
  input: PlanInput,
  target: Target,
  bytes: Buffer,
  wanted: readonly MemoryEntry[],
): ReturnType<typeof fitInto> {
  const outside = outsideBlock(bytes);
  const said = new Set(parseMemoryFile(outside).map((line) => servedLineHash(line.text)));
  const once = new Map(
    wanted.filter((entry) => !isSaid(entry, said)).map((e) => [servedLineHash(e.text), e]),
  );
  return fitInto([...once.values()], {
    target,
    outsideTokens: estimateTokens(readableText(outside)),
    outsideBytes: outside.length,
    outsideLines: bytesToLines(outside).length,
    blockOf: (entries) => withBlock(Buffer.alloc(0), bodyOf(target, entries)).toString('utf8'),
    pinned: input.pinned,
    ...(input.worthOf === undefined ? {} : { worthOf: input.worthOf }),
  });
}

const bodyOf = (target: Target, entries: readonly MemoryEntry[]): string =>
  target.form === 'index' ? entriesToIndex(entries) : entriesToBody(linesOf(entries));

/** Two entries whose short ids are the same get their whole ones. */
function linesOf(entries: readonly MemoryEntry[]): Parameters<typeof entriesToBody>[0] {
  const counts = new Map<string, number>();
  for (const { id } of entries) counts.set(shortIdOf(id), (counts.get(shortIdOf(id)) ?? 0) + 1);
  return entries.map(({ id, kind, text }) => ({
    shortId: (counts.get(shortIdOf(id)) ?? 0) > 1 ? id.slice('mem_'.length) : shortIdOf(id),
    kind,
    text: lineText(text),
  }));
}

/** One file per fact beside the index; those of facts that are no longer told go, unless somebody wrote into them. */
function planFacts(
  input: PlanInput,
  target: Target,
  entries: readonly MemoryEntry[],
): { readonly writes: readonly PlannedWrite[]; readonly conflicts: readonly FileConflict[] } {
  const folder = dirname(target.path);
  const wanted = new Map(entries.map((entry) => [join(folder, factFileName(shortIdOf(entry.id))), entry]));
  const standing = readdirSync(folder)
    .filter(isFactFile)
    .map((name) => join(folder, name));
  const writes: PlannedWrite[] = [];
  const conflicts: FileConflict[] = [];
  for (const path of new Set([...wanted.keys(), ...standing])) {
    const shown = shownPath(input.home, path);
    const conflict = conflictAt(input, shown, []);
    const found = lookAt(path, input.home);
    if (found.kind === 'refused') {
      conflicts.push(conflict({ kind: 'refused', why: found.why }));
      continue;
    }
    const entry = wanted.get(path);
    const before = found.kind === 'file' ? found.bytes : null;
    const after = entry === undefined ? null : factFile(entry);
    if (before !== null && after !== null && before.equals(after)) continue;
    if (before !== null && !isUntouched(before, input.lastWritten(shown))) {
      conflicts.push(conflict({ kind: 'block-edited' }, { theirs: textOf(before), ours: textOf(after) }));
      continue;
    }
    writes.push(writeOf(shown, target.agents, { before, after }, [], entry === undefined ? [] : [entry]));
  }
  return { writes, conflicts };
}

const isUntouched = (bytes: Buffer, last: Buffer | null): boolean =>
  last === null ? inspectBlock(bytes).kind === 'whole' : bytes.equals(last);

function writeOf(
  path: string,
  agents: readonly FileOwner[],
  sides: { readonly before: Buffer | null; readonly after: Buffer | null },
  edits: readonly LineEdit[],
  entries: readonly MemoryEntry[],
): PlannedWrite {
  const [agent] = agents;
  assert(agent !== undefined, `somebody reads ${path}`);
  const [before, after] = [textOf(sides.before) ?? '', textOf(sides.after) ?? ''];
  const lines = countLines(before, after);
  const replaced = edits.flatMap(({ entryId, replacement }) =>
    replacement === null ? [] : [{ entryId, text: replacement }],
  );
  return {
    path,
    agent,
    ...sides,
    mode: null,
    mayMakeFolder: false,
    linesAdded: lines.added,
    linesRemoved: lines.removed,
    tokensBefore: estimateTokens(before),
    tokensAfter: estimateTokens(after),
    changeIds: [...new Set(edits.map((edit) => edit.changeId))],
    takenBackIds: [],
    entryIds: entries.map((entry) => entry.id),
    served: [...replaced, ...entries.map(({ id, text }) => ({ entryId: id, text: lineText(text) }))],
  };
}

/** A write that puts other bytes in place of those that are expected: for undoing, restoring and settled conflicts. */
export const plainWrite = (
  path: string,
  agent: FileOwner,
  sides: { readonly before: Buffer | null; readonly after: Buffer | null },
  rest: { readonly mode: number | null; readonly changeIds?: readonly ChangeId[] },
): PlannedWrite => ({
  ...writeOf(path, [agent], sides, [], []),
  mode: rest.mode,
  mayMakeFolder: true,
  changeIds: rest.changeIds ?? [],
});
