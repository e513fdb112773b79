// Watches agents' memory files: whenever one has changed, its bytes are kept. So the morning can say what other tools did
// to them overnight, and anything can be brought back to the byte.
import { statSync } from 'node:fs';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { ok } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import type { Sealer } from '../store/sealing.ts';
import type { FileOwner, MadeBy, Sighting } from '../store/snapshots.ts';
import {
  addSighting,
  fingerprintOf,
  keepContent,
  lastScanMs,
  newestSighting,
  noteScan,
  putFingerprint,
  readContent,
  watchedPaths,
} from '../store/snapshots.ts';
import type { WritebackDeps } from '../writeback/index.ts';
import { absolutePath, countLines, fileBytesMax, readableText, shownPath } from '../writeback/index.ts';
import type { MemoryRead } from './read-memory.ts';
import { readMemory } from './read-memory.ts';

export interface WatchedFile {
  readonly agent: FileOwner;
  /** Absolute. */
  readonly path: string;
}

/** What somebody else did to one file. */
export interface ForeignChange {
  readonly sighting: number;
  readonly path: string;
  readonly agent: FileOwner;
  readonly what: 'added' | 'changed' | 'removed';
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

export interface ScanReport {
  readonly files: number;
  /** Read, because the file system said that they had changed. */
  readonly read: number;
  /** Seen for the first time: the ground that later changes are told against. */
  readonly firstSeen: number;
  /** Since the last look, and not by our hand. */
  readonly foreign: readonly ForeignChange[];
  readonly unread: readonly { readonly path: string; readonly why: string }[];
}

type Seen =
  | { readonly kind: 'same' }
  | { readonly kind: 'read' }
  | { readonly kind: 'first' }
  | { readonly kind: 'foreign'; readonly change: ForeignChange }
  | { readonly kind: 'unread'; readonly path: string; readonly why: string };

/**
 * `files`: every memory file that is known now. Those that were watched before and are gone are noticed by themselves.
 * Cheap: a file whose size, times and number are the same is not read again.
 */
export const scanFiles = (deps: WritebackDeps, files: readonly WatchedFile[]): Result<ScanReport, Failure> =>
  attemptResult(() => {
    const agents = new Map<string, FileOwner>();
    for (const path of watchedPaths(deps.db))
      agents.set(path, newestSighting(deps.db, path)?.agent ?? 'other');
    const lastMs = lastScanMs(deps.db);
    for (const file of files) agents.set(shownPath(deps.home, file.path), file.agent);
    const seen = [...agents].map(([path, agent]) => look(deps, { path, agent, lastMs }));
    noteScan(deps.db, deps.nowMs);
    return ok({
      files: files.length,
      read: seen.filter((one) => one.kind !== 'same' && one.kind !== 'unread').length,
      firstSeen: seen.filter((one) => one.kind === 'first').length,
      foreign: seen.flatMap((one) => (one.kind === 'foreign' ? [one.change] : [])),
      unread: seen.flatMap((one) => (one.kind === 'unread' ? [{ path: one.path, why: one.why }] : [])),
    });
  });

interface Looking {
  readonly path: string;
  readonly agent: FileOwner;
  /** When the files were looked at before. */
  readonly lastMs: EpochMs | null;
}

function look(deps: WritebackDeps, looking: Looking): Seen {
  const { db, home, nowMs } = deps;
  const { path } = looking;
  const fingerprint = fingerprintAt(absolutePath(home, path));
  const known = newestSighting(db, path);
  const before = fingerprintOf(db, path);
  if (fingerprint === null)
    return known === null || known.address === null ? { kind: 'same' } : note(deps, looking, known, null);
  const isSettled = before !== null && before.atMs - fingerprint.changedMs > unsettledMs;
  if (known !== null && known.address !== null && isSettled && before.text === fingerprint.text)
    return { kind: 'same' };
  const found = readMemory(absolutePath(home, path), fileBytesMax);
  if (found.kind === 'unread') return { kind: 'unread', path, why: found.why };
  if (found.kind === 'nothing') return { kind: 'same' };
  const seen = note(deps, looking, known, found);
  putFingerprint(db, path, { text: fingerprint.text, atMs: nowMs });
  return seen;
}

// A file that was written again within the clock's own step has the same times: two seconds is the coarsest (FAT).
const unsettledMs = 2_000;

function fingerprintAt(path: string): { readonly text: string; readonly changedMs: number } | null {
  try {
    const stats = statSync(path, { bigint: true });
    if (!stats.isFile()) return { text: 'no file', changedMs: Infinity };
    const text = [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join(':');
    return { text, changedMs: Number(stats.ctimeMs > stats.mtimeMs ? stats.ctimeMs : stats.mtimeMs) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Behind a door that is closed to us a file may well be there.
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? null
      : { text: `closed: ${String(code)}`, changedMs: Infinity };
  }
}

function note(
  deps: WritebackDeps,
  looking: Looking,
  known: Sighting | null,
  found: Extract<MemoryRead, { kind: 'file' }> | null,
): Seen {
  const { db, sealer, nowMs } = deps;
  const { path, agent } = looking;
  const isSame = known !== null && isAt(sealer, known, found?.bytes ?? null);
  if (isSame) return { kind: 'read' };
  const lines = countLines(textBefore(db, sealer, known), found === null ? '' : readableText(found.bytes));
  // A file that was there at the last look is merely one that we did not know of; a younger one was added.
  const isOld = looking.lastMs === null || (found !== null && found.bornMs < looking.lastMs);
  const madeBy: MadeBy = known === null && isOld ? 'first-seen' : 'others';
  const added = inTransaction<number, Failure>(db, () =>
    ok(
      addSighting(db, {
        path,
        agent,
        address: found === null ? null : keepContent(db, sealer, found.bytes),
        mode: found?.mode ?? known?.mode ?? null,
        linesAdded: lines.added,
        linesRemoved: lines.removed,
        madeBy,
        apply: null,
        seenAtMs: nowMs,
      }),
    ),
  );
  if (!added.ok || madeBy === 'first-seen') return { kind: 'first' };
  const what = found === null ? 'removed' : known === null || known.address === null ? 'added' : 'changed';
  const { added: linesAdded, removed: linesRemoved } = lines;
  return { kind: 'foreign', change: { sighting: added.value, path, agent, what, linesAdded, linesRemoved } };
}

const isAt = (sealer: Sealer, known: Sighting, bytes: Buffer | null): boolean =>
  known.address === null || bytes === null ? known.address === bytes : sealer.matches(known.address, bytes);

/** For counting lines only; a copy that cannot be opened counts as empty. */
function textBefore(db: ReadableDb, sealer: Sealer, known: Sighting | null): string {
  if (known === null || known.address === null) return '';
  const { address } = known;
  const content = attempt(() => readContent(db, sealer, address));
  return content.ok && content.value.ok ? readableText(content.value.value) : '';
}
