// Reads agents' memory files: each state is kept as it was seen, and each line with its place to the byte.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MemoryLine } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import { contentHash, type EpochMs } from '../../../shared/ids.ts';
import type { SetAside } from '../../../shared/quarantine.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { gistOf } from '../deep/sameness.ts';
import { mark } from '../forgetting/derived.ts';
import { nothingForgotten, type Forgotten } from '../forgetting/keyed.ts';
import { maskOpen, type Masker } from '../masking/masker.ts';
import type { MemoryFileEntry } from '../memory-files/memory-file.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import type { FoundMemory } from '../sources/source.ts';
import { errorCode, whyUnread } from '../sources/walk.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { countMemoryLines, memoryFilePaths, putMemoryFile } from '../store/memory-files.ts';
import { putFileSetAside } from '../store/quarantine.ts';
import { ordersIn } from '../who-spoke/orders.ts';
import type { Gathering } from './gather.ts';
import type { ReadingTotals } from './read-sessions.ts';

// A memory file above it is no memory that an agent loads: Claude Code loads 25 KB, the largest seen was 400 KB.
const fileBytesMax = 8 * 1024 * 1024;

const listMark = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/u;
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Without its Markdown where the file holds it so to the letter; else as it stands, for a quote is verbatim. */
function asWritten(line: MemoryFileEntry, bytes: Uint8Array): string {
  const raw = flat(
    Buffer.from(bytes.subarray(line.startByte, line.endByte)).toString('utf8').replace(listMark, ''),
  );
  return raw.includes(flat(line.text)) ? line.text : raw;
}

/** A secret may be more than one line, and known by what stands above it: what the whole file's masking took is gone. */
function secretsIn(
  bytes: Uint8Array,
  masked: string,
): (line: Pick<MemoryFileEntry, 'startByte' | 'endByte'>) => boolean {
  // Lines are asked for in their order: from the beginning each time, fifty thousand lines would be read as often.
  let from = 0;
  return ({ startByte, endByte }) => {
    const raw = Buffer.from(bytes.subarray(startByte, endByte)).toString('utf8');
    const found = masked.indexOf(raw, from);
    if (found < 0) return !masked.includes(raw);
    from = found;
    return false;
  };
}

function linesOf(
  file: FoundMemory,
  bytes: Uint8Array,
  masked: string,
  masker: Masker,
): readonly MemoryLine[] {
  const { memory } = file;
  if (!memory) return [];
  const holdsSecret = secretsIn(bytes, masked);
  return parseMemoryFile(bytes).flatMap((line) => {
    const text = masker.mask(asWritten(line, bytes)).text;
    // a line with a secret is no memory of ours, and a line of our own block is not news
    if (text.includes(maskOpen) || line.isOwn || holdsSecret(line)) return [];
    return [
      {
        text,
        place: {
          path: file.shownPath,
          agent: file.agent,
          heading: line.heading === null ? null : masker.mask(line.heading).text,
          startByte: line.startByte,
          endByte: line.endByte,
          line: line.line,
        },
        scope: memory.scope,
        origin: memory.owner,
        // when a line was written is not known from when its file was last saved
        atMs: null,
      },
    ];
  });
}

interface Contents {
  readonly text: string;
  readonly hash: string;
  readonly lines: readonly MemoryLine[];
  readonly setAside: readonly SetAside[];
}

/**
 * A memory file gives orders by trade; hidden ones are nobody's wish. What a person wrote may hold a comment for agents.
 */
const isSuspect = (file: FoundMemory, reason: SetAside['reason']): boolean =>
  reason !== 'gives-orders' &&
  reason !== 'plays-a-role' &&
  !(reason === 'comment' && file.memory?.owner === 'person');

const isHidden = (file: FoundMemory, text: string): boolean =>
  ordersIn(text, 'file').some(({ reason }) => isSuspect(file, reason));

function hiddenOrders(file: FoundMemory, text: string, lines: readonly MemoryLine[]): readonly SetAside[] {
  return ordersIn(text, 'file')
    .filter(({ reason }) => isSuspect(file, reason))
    .map(({ reason, start, end, says }) => {
      const shown = text.slice(start, end).slice(0, shownCharsMax);
      return {
        id: contentHash('quarantine', file.shownPath, reason, shown).slice(0, 16),
        reason,
        ordinal: text.slice(0, start).split('\n').length,
        origin: lines[0]?.origin ?? file.memory?.owner ?? 'file',
        shown,
        says: says === null ? null : says.slice(0, shownCharsMax),
        place: file.shownPath,
      };
    });
}
// As much as is read of one finding before it is decided.
const shownCharsMax = 600;

async function readOne(
  file: FoundMemory,
  { masker, renewed }: Pick<Gathering, 'masker' | 'renewed'>,
  totals: ReadingTotals,
  forgotten: Forgotten,
): Promise<Contents | null> {
  if (file.bytes > fileBytesMax) {
    totals.unread.push({
      path: file.shownPath,
      why: `larger than ${fileBytesMax / 1024 / 1024} MB: no agent loads a memory file of that size`,
    });
    return null;
  }
  try {
    const bytes = await readFile(file.path);
    renewed();
    const plain = masker.mask(bytes.toString('utf8'));
    const all = linesOf(file, bytes, plain.text, masker);
    const setAside = hiddenOrders(file, plain.text, all);
    const isForgotten = (text: string): boolean => !forgotten.isEmpty && forgotten.says(gistOf(text));
    const lines = all.filter(({ text }) => !isForgotten(text) && !isHidden(file, text));
    const masked = { ...plain, text: withoutLines(plain.text, all, lines) };
    totals.maskedSecrets += Object.values(masked.kinds).reduce((sum, n) => sum + n, 0);
    return {
      text: masked.text,
      // whose it is counts too: a project's name may be a guess until a session of it was read
      hash: createHash('sha256')
        .update(JSON.stringify([file.memory, masked.text]))
        .digest('hex'),
      lines,
      setAside,
    };
  } catch (error) {
    totals.unread.push({ path: file.shownPath, why: whyUnread(errorCode(error)) });
    return null;
  }
}

/** What a forgotten line says does not stay in our copy of its file either. */
function withoutLines(text: string, all: readonly MemoryLine[], kept: readonly MemoryLine[]): string {
  const stay = new Set(kept);
  return all.reduce((left, line) => (stay.has(line) ? left : left.replaceAll(line.text, mark)), text);
}

/** False for what is there and was not looked for, and for what cannot be looked at. */
function isGone(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
  }
}

function markGone(db: WritableDb, seen: ReadonlySet<string>, gathering: Gathering): void {
  for (const path of memoryFilePaths(db)) {
    // a path below home is written without it
    if (seen.has(path) || !isGone(resolve(gathering.home, path))) continue;
    putMemoryFile(
      db,
      {
        path,
        agent: 'claude-code',
        contentHash: '',
        modifiedMs: null,
        seenAtMs: gathering.deps.clock.wall(),
        text: null,
      },
      [],
    );
  }
}

/** Puts every memory file that changed into the store; one that is gone is marked so. */
export async function readMemoryFiles(
  files: readonly FoundMemory[],
  gathering: Gathering,
  totals: ReadingTotals,
  forgotten: Forgotten = nothingForgotten,
): Promise<Result<{ readonly files: number; readonly lines: number }, Failure>> {
  const { db, deps } = gathering;
  let read = 0;
  for (const file of files) {
    const contents = await readOne(file, gathering, totals, forgotten);
    if (contents === null) continue;
    // each by itself: what all files say together need not lie in memory
    const put = attemptResult(() => inTransaction(db, () => putOne(db, file, contents, deps.clock.wall())));
    if (!put.ok) return put;
    read++;
  }
  return attemptResult(() =>
    inTransaction(db, () => {
      // a file that could not be read is not gone
      markGone(db, new Set(files.map((file) => file.shownPath)), gathering);
      return ok({ files: read, lines: countMemoryLines(db) });
    }),
  );
}

function putOne(
  db: WritableDb,
  file: FoundMemory,
  { text, hash, lines, setAside }: Contents,
  seenAtMs: EpochMs,
): Result<null, never> {
  const { shownPath: path, agent, modifiedMs } = file;
  putFileSetAside(db, { path, agent, seenAtMs }, setAside);
  putMemoryFile(db, { path, agent, contentHash: hash, modifiedMs, seenAtMs, text }, lines);
  return ok(null);
}
