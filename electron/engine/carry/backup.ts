// Puts everything into one archive: memory and diaries as Markdown, every row as JSON, and the store itself. The archive
// gets its name only after it was read back and every file of it was found as it was put in.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { BackupReport } from '../../../shared/carry.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import type { WritableDb } from '../store/db.ts';
import { failureOf } from '../store/failures.ts';
import {
  carriedCounts,
  everyTurn,
  rowsOf,
  snapshotStore,
  tablesToCarry,
  whileReading,
} from '../store/carrying.ts';
import { everyNight } from '../store/nights.ts';
import { storeFileName } from '../store/open.ts';
import { currentMemory } from '../store/memory.ts';
import type { ReadableDb } from '../store/db.ts';
import { formatName, formatVersion, manifestName, readMe, storeName, type Manifest } from './format.ts';
import { readArchive } from './read.ts';
import { writeTar, type TarFile } from './tar.ts';

export interface BackingUp {
  readonly db: WritableDb;
  readonly dataFolder: string;
  readonly file: string;
  /** An archive of that name may go. */
  readonly replace: boolean;
  readonly nowMs: EpochMs;
  readonly memoryMarkdown: (db: ReadableDb) => string;
}

export async function backUp(work: BackingUp): Promise<Result<BackupReport, Failure>> {
  if (existsSync(work.file) && !work.replace) return err(standsAlready(work.file));
  makeFolder(work.dataFolder, 0o700);
  const staging = mkdtempSync(join(work.dataFolder, 'backup-'));
  const unfinished = `${work.file}.part`;
  try {
    const problems = snapshotStore(work.db, join(staging, storeFileName));
    if (problems[0] !== undefined) return err(damaged(problems[0]));
    const manifest = await stage(work, staging);
    makeFolder(dirname(work.file));
    await writeArchive(staging, unfinished, manifest, work.nowMs);
    const read = await readArchive(unfinished, null);
    const fault = read.ok ? null : read.error;
    if (fault !== null) return err(notAsWritten(fault.happened));
    renameSync(unfinished, work.file);
    return ok({
      path: work.file,
      bytes: statSync(work.file).size,
      sha256: await hashOf(work.file),
      files: manifest.files.length + 1,
      counts: manifest.counts,
      madeAtMs: work.nowMs,
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    rmSync(unfinished, { force: true });
  }
}

/** Lays every file of the archive out in a folder of ours, and says what they are. */
async function stage(work: BackingUp, folder: string): Promise<Manifest> {
  const files: Manifest['files'][number][] = [];
  const add = (name: string, lines: Iterable<string>): void =>
    void files.push(writeLines(folder, name, lines));
  const counts = whileReading(join(folder, storeFileName), (db) => {
    add('README.txt', [readMe]);
    add('memory/memory.md', [work.memoryMarkdown(db)]);
    for (const { receipt, diary } of everyNight(db)) {
      const day = new Date(receipt.nowMs).toISOString().slice(0, 10);
      add(`diaries/${day}-${receipt.nightId}.md`, [diary]);
    }
    add('json/memory.json', [JSON.stringify(currentMemory(db), null, 2)]);
    for (const table of tablesToCarry(db)) add(`json/${table}.jsonl`, rowsOf(db, table));
    add('json/turns.jsonl', jsonLines(everyTurn(db)));
    return carriedCounts(db);
  });
  renameSync(join(folder, storeFileName), join(folder, 'snapshot'));
  makeFolder(dirname(join(folder, storeName)));
  renameSync(join(folder, 'snapshot'), join(folder, storeName));
  files.push(await hashedFile(folder, storeName));
  const manifest: Manifest = { format: formatName, formatVersion, madeAtMs: work.nowMs, counts, files };
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest, null, 2), { mode: 0o600 });
  return manifest;
}

function* jsonLines(values: Iterable<unknown>): Generator<string, void, void> {
  for (const value of values) yield JSON.stringify(value);
}

// So much is held before it is written: neither each line by itself, nor a whole history at once.
const heldCharactersMax = 1024 * 1024;

function writeLines(folder: string, name: string, lines: Iterable<string>): Manifest['files'][number] {
  const path = join(folder, name);
  makeFolder(dirname(path), 0o700);
  writeFileSync(path, '', { mode: 0o600 });
  const hash = createHash('sha256');
  let [held, bytes] = ['', 0];
  const flush = (): void => {
    const some = Buffer.from(held, 'utf8');
    writeFileSync(path, some, { flag: 'a' });
    hash.update(some);
    bytes += some.length;
    held = '';
  };
  for (const line of lines) {
    held += line.endsWith('\n') ? line : `${line}\n`;
    if (held.length > heldCharactersMax) flush();
  }
  flush();
  return { name, bytes, sha256: hash.digest('hex') };
}

async function hashedFile(folder: string, name: string): Promise<Manifest['files'][number]> {
  const path = join(folder, name);
  return { name, bytes: statSync(path).size, sha256: await hashOf(path) };
}

async function writeArchive(folder: string, file: string, manifest: Manifest, nowMs: EpochMs): Promise<void> {
  const names = [...manifest.files.map(({ name }) => name), manifestName];
  async function* files(): AsyncGenerator<TarFile, void, void> {
    for (const name of names) {
      const path = join(folder, name);
      yield { name, bytes: statSync(path).size, content: createReadStream(path) };
    }
  }
  rmSync(file, { force: true });
  await pipeline(
    Readable.from(writeTar(files(), nowMs)),
    createZstdCompress(),
    createWriteStream(file, { mode: 0o600 }),
  );
  chmodSync(file, 0o600);
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const standsAlready = (file: string): Failure => ({
  kind: 'wrong-input',
  happened: `${file} is there already.`,
  safe: 'It was not touched.',
  todo: 'Name another file, or say --replace.',
});

const damaged = (problem: string): Failure => ({
  kind: 'store-damaged',
  happened: `The store's own copy is not whole: ${problem}.`,
  safe: 'No archive was written.',
  todo: 'Run "slowwave check".',
});

const notAsWritten = (what: string): Failure => ({
  kind: 'not-readable',
  happened: `The archive could not be read back as it was written: ${what}`,
  safe: 'It was taken away again; the store is as it was.',
  todo: 'Check the disk and its free space, then try again.',
});
