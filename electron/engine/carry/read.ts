// Reads an archive: unpacks it, or only looks, and holds every file of it against what its manifest says.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { failureOf } from '../store/failures.ts';
import { manifestName, readManifest, storeName, type Manifest } from './format.ts';
import { readTar, type TarFault, type TarSink } from './tar.ts';

/** `into`: an empty folder of ours; null to look only. */
export async function readArchive(file: string, into: string | null): Promise<Result<Manifest, Failure>> {
  const sink = createSink(into);
  const source = createReadStream(file);
  const plain = source.pipe(createZstdDecompress());
  source.on('error', (error) => plain.destroy(error));
  try {
    const read = await readTar(bounded(plain, plainBytesMax(statSync(file).size)), sink);
    if (!read.ok) return err(faultFailure(file, read.error));
    return checked(file, sink);
  } catch (error) {
    return err(error instanceof WithoutEnd ? endless(file) : unreadable(file, error));
  } finally {
    await sink.close();
    source.destroy();
    plain.destroy();
  }
}

// Text and rows take a fifth to a tenth of their room when packed; what grows to two hundred times its size was made to
// fill a disk. A small archive may still hold a store with empty pages.
const growthMax = 200;
const plainBytesFloor = 64 * 1024 * 1024;
export const plainBytesMax = (packedBytes: number): number =>
  Math.max(plainBytesFloor, growthMax * packedBytes);

class WithoutEnd extends Error {}

async function* bounded(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new WithoutEnd();
    yield chunk;
  }
}

interface SeenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Sink extends TarSink {
  readonly seen: readonly SeenFile[];
  manifest(): string | null;
  close(): Promise<void>;
}

// A manifest names some files; one that is larger is none.
const manifestBytesMax = 16 * 1024 * 1024;

function createSink(into: string | null): Sink {
  const seen: SeenFile[] = [];
  let now: {
    readonly name: string;
    readonly bytes: number;
    readonly hash: Hash;
    handle: FileHandle | null;
  } | null = null;
  let manifest: Buffer[] | null = null;
  const close = async (): Promise<void> => {
    await now?.handle?.close();
    if (now) now.handle = null;
  };
  return {
    seen,
    manifest: () => (manifest === null ? null : Buffer.concat(manifest).toString('utf8')),
    close,
    async begin(name, bytes) {
      if (name === manifestName) manifest = [];
      now = { name, bytes, hash: createHash('sha256'), handle: null };
      if (into === null) return;
      const path = join(into, name);
      makeFolder(dirname(path), 0o700);
      now.handle = await open(path, 'wx', 0o600);
    },
    async write(chunk) {
      now?.hash.update(chunk);
      if (now?.name === manifestName && now.bytes <= manifestBytesMax) manifest?.push(Buffer.from(chunk));
      await now?.handle?.write(chunk);
    },
    async end() {
      if (now === null) return;
      await now.handle?.sync();
      await close();
      seen.push({ name: now.name, bytes: now.bytes, sha256: now.hash.digest('hex') });
      now = null;
    },
  };
}

function checked(file: string, sink: Sink): Result<Manifest, Failure> {
  const json = sink.manifest();
  const manifest = json === null ? 'not-ours' : readManifest(json);
  if (manifest === 'not-ours') return err(notOurs(file));
  if (manifest === 'newer') return err(newer(file));
  const seen = new Map(sink.seen.map((one) => [one.name, one]));
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = seen.get(name);
    if (found === undefined || found.bytes !== bytes || found.sha256 !== sha256)
      return err(altered(file, name));
  }
  // And nothing besides: what the manifest does not know was put in by somebody else.
  const known = new Set([...manifest.files.map(({ name }) => name), manifestName]);
  const stranger = sink.seen.find(({ name }) => !known.has(name));
  if (stranger !== undefined) return err(altered(file, stranger.name));
  return known.has(storeName) ? ok(manifest) : err(notOurs(file));
}

const refusal = (kind: Failure['kind'], happened: string, todo: string): Failure => ({
  kind,
  happened,
  safe: 'Nothing was changed.',
  todo,
});

function faultFailure(file: string, fault: TarFault): Failure {
  switch (fault.kind) {
    case 'not-tar':
    case 'cut-off':
      return refusal('not-readable', `${file} is cut off or damaged.`, 'Use another copy of the archive.');
    case 'climbs-out':
      return refusal(
        'wrong-input',
        `${file} names a place outside of itself (${fault.name.slice(0, 80)}): it is no backup of ours.`,
        'Do not use it.',
      );
    case 'no-plain-file':
    case 'twice':
      return altered(file, fault.name);
    default:
      return assertNever(fault);
  }
}

const endless = (file: string): Failure =>
  refusal(
    'wrong-input',
    `${file} unpacks to far more than a backup of ours would: it is none.`,
    'Do not use it.',
  );
const notOurs = (file: string): Failure =>
  refusal('wrong-input', `${file} is no backup of Slowwave.`, 'Name a file that "slowwave backup" made.');
const newer = (file: string): Failure =>
  refusal(
    'store-newer',
    `${file} was made by a newer Slowwave, in a format that this one does not know.`,
    'Use the newer Slowwave to restore it.',
  );
const altered = (file: string, name: string): Failure =>
  refusal(
    'not-readable',
    `${file} is not as it was made: ${name.slice(0, 80)} differs from what the archive says of it.`,
    'Use another copy of the archive.',
  );

function unreadable(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT')
    return { ...notOurs(file), kind: 'not-found', happened: `There is no file ${file}.` };
  if (code.startsWith('ZSTD_') || code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return refusal(
      'not-readable',
      `${file} is no archive, or it is cut off.`,
      'Use another copy of the archive.',
    );
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failure;
}
