// Tar archives (POSIX ustar), written and read as streams: every system can open them without us. Only plain files; what
// is read from strangers may name no place outside of the folder that it is unpacked to.
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';

const blockBytes = 512;
const nameBytesMax = 100;

export interface TarFile {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

export async function* writeTar(
  files: AsyncIterable<TarFile>,
  modifiedMs: number,
): AsyncGenerator<Uint8Array, void, void> {
  for await (const { name, bytes, content } of files) {
    yield header(name, bytes, modifiedMs);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    assert(written === bytes, `${name} has the size that its header says: ${written} of ${bytes}`);
    yield Buffer.alloc(paddingOf(bytes));
  }
  yield Buffer.alloc(2 * blockBytes);
}

const paddingOf = (bytes: number): number => (blockBytes - (bytes % blockBytes)) % blockBytes;

/** Where each field of a header stands, and how long it is. */
const fields = {
  name: [0, 100],
  mode: [100, 8],
  user: [108, 8],
  group: [116, 8],
  size: [124, 12],
  modified: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
  prefix: [345, 155],
} as const;

function header(name: string, bytes: number, modifiedMs: number): Buffer {
  assert(isSafeName(name) && Buffer.byteLength(name) <= nameBytesMax, `a name for an archive: ${name}`);
  const block = Buffer.alloc(blockBytes);
  const put = (field: keyof typeof fields, text: string): void =>
    void block.write(text, fields[field][0], 'utf8');
  put('name', name);
  put('mode', octal(0o600, 7));
  put('user', octal(0, 7));
  put('group', octal(0, 7));
  putSize(block, bytes);
  put('modified', octal(Math.floor(modifiedMs / 1000), 11));
  put('type', '0');
  put('magic', 'ustar\u000000');
  put('checksum', `${octal(checksumOf(block), 6)}\0 `);
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

// Eleven octal digits are 8 GiB; beyond that GNU's way: the first bit set, then the number in bytes.
const octalSizeMax = 0o77777777777;

function putSize(block: Buffer, bytes: number): void {
  const [at] = fields.size;
  if (bytes <= octalSizeMax) {
    block.write(octal(bytes, 11), at, 'latin1');
    return;
  }
  block.writeBigUInt64BE(BigInt(bytes), at + 4);
  block[at] = 0x80;
}

/** The sum of all bytes, its own field read as spaces. */
function checksumOf(block: Buffer): number {
  const [from, length] = fields.checksum;
  return block.reduce((sum, byte, at) => sum + (at >= from && at < from + length ? 0x20 : byte), 0);
}

/** Relative, with forward slashes, and never up. */
export const isSafeName = (name: string): boolean =>
  name !== '' &&
  !name.startsWith('/') &&
  !/[\\:\u0000-\u001f]/u.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

export type TarFault =
  | { readonly kind: 'not-tar' | 'cut-off' }
  | { readonly kind: 'climbs-out' | 'no-plain-file' | 'twice'; readonly name: string };

/** Takes the content of one file; told when it is over. */
export interface TarSink {
  begin(name: string, bytes: number): Promise<void>;
  write(chunk: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Names of what was read, in order. Ends at the first fault; what was begun by then is left to the sink's owner. */
export async function readTar(
  chunks: AsyncIterable<Uint8Array>,
  sink: TarSink,
): Promise<Result<readonly string[], TarFault>> {
  const source = createByteSource(chunks);
  const names = new Set<string>();
  for (;;) {
    const block = await source.take(blockBytes);
    if (block === null) return err({ kind: 'cut-off' });
    if (block.every((byte) => byte === 0)) return ok([...names]);
    const head = readHeader(block);
    if (head === null) return err({ kind: 'not-tar' });
    if (!isSafeName(head.name)) return err({ kind: 'climbs-out', name: head.name });
    if (head.type !== '0' && head.type !== '') return err({ kind: 'no-plain-file', name: head.name });
    if (names.has(head.name)) return err({ kind: 'twice', name: head.name });
    names.add(head.name);
    await sink.begin(head.name, head.bytes);
    const whole = await source.pass(head.bytes, (chunk) => sink.write(chunk));
    if (!whole) return err({ kind: 'cut-off' });
    await sink.end();
    if (!(await source.pass(paddingOf(head.bytes), () => Promise.resolve()))) return err({ kind: 'cut-off' });
  }
}

function readHeader(
  block: Buffer,
): { readonly name: string; readonly bytes: number; readonly type: string } | null {
  const field = (name: keyof typeof fields): string => {
    const [at, length] = fields[name];
    return (block.toString('utf8', at, at + length).split('\0')[0] ?? '').trim();
  };
  if (Number.parseInt(field('checksum'), 8) !== checksumOf(block)) return null;
  const [sizeAt] = fields.size;
  const isLarge = ((block[sizeAt] ?? 0) & 0x80) !== 0;
  const bytes = isLarge
    ? Number(block.readBigUInt64BE(sizeAt + 4))
    : Number.parseInt(field('size') || '0', 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0) return null;
  const prefix = field('magic') === 'ustar' ? field('prefix') : '';
  return { name: prefix === '' ? field('name') : `${prefix}/${field('name')}`, bytes, type: field('type') };
}

interface ByteSource {
  /** Null where fewer are left. */
  take(count: number): Promise<Buffer | null>;
  /** False where fewer are left. */
  pass(count: number, to: (chunk: Uint8Array) => Promise<void>): Promise<boolean>;
}

function createByteSource(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let left: Uint8Array = new Uint8Array();
  const next = async (): Promise<boolean> => {
    while (left.length === 0) {
      const more = await iterator.next();
      if (more.done === true) return false;
      left = more.value;
    }
    return true;
  };
  const pass: ByteSource['pass'] = async (count, to) => {
    for (let missing = count; missing > 0;) {
      if (!(await next())) return false;
      const part = left.subarray(0, missing);
      left = left.subarray(part.length);
      missing -= part.length;
      await to(part);
    }
    return true;
  };
  return {
    pass,
    async take(count) {
      const parts: Uint8Array[] = [];
      const whole = await pass(count, (part) => {
        parts.push(part);
        return Promise.resolve();
      });
      return whole ? Buffer.concat(parts) : null;
    },
  };
}
