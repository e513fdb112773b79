// How texts lie in the store: compressed where that is worth it. Every packed text can be told apart and read back.
import { finished } from 'node:stream/promises';
import { constants, createZstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { assert } from '../../../shared/result.ts';

/** Below it, a frame's head and checksum eat what compression gains. */
const plainBytesMax = 1024;

/** The first bytes of a zstd frame (RFC 8878). No UTF-8 text begins with them: 0xB5 cannot follow 0x28. */
const zstdMagic = [0x28, 0xb5, 0x2f, 0xfd] as const;

// Level 3, zstd's default: with blocks of this size, level 5 made the whole store 1 % smaller and importing a fifth slower.
// The checksum makes a block that the disk has changed a failure instead of wrong words.
const options = {
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** zlib's own: what it takes for a frame at once, however little comes of it. */
const usualChunkBytes = 16 * 1024;

/** As large as what comes of it can be (zstd's ZSTD_compressBound): else each short text holds 16 KB until it is collected. */
const chunkBytesFor = (rawBytes: number): number =>
  Math.min(usualChunkBytes, rawBytes + Math.ceil(rawBytes / 256) + 64);

export const compress = (raw: Uint8Array): Uint8Array =>
  zstdCompressSync(raw, { ...options, chunkSize: chunkBytesFor(raw.length) });

/** In one piece where the frame says how much it holds: zlib's own way makes many small ones and joins them. */
export function decompress(packed: Uint8Array): Buffer {
  const size = unpackedBytes(packed);
  if (size === null || size > onePieceBytesMax) return zstdDecompressSync(packed);
  // One byte more, or zlib asks for a second piece to see that nothing comes. It takes none below 64.
  return zstdDecompressSync(packed, { chunkSize: Math.max(64, size + 1) });
}

/** A damaged frame may say anything; a block of turns holds half a MiB and the last of its lines. */
const onePieceBytesMax = 4 * 1024 * 1024;

/** What the head of a zstd frame says (RFC 8878, 3.1.1.1); null where it says nothing. */
function unpackedBytes(packed: Uint8Array): number | null {
  const frame = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (!isCompressed(packed) || frame.length < 18) return null;
  const descriptor = frame.readUInt8(4);
  const isSingleSegment = (descriptor & 0b10_0000) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 0b11] ?? 0;
  const at = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes;
  switch (descriptor >> 6) {
    case 0:
      return isSingleSegment ? frame.readUInt8(at) : null;
    case 1:
      return frame.readUInt16LE(at) + 256;
    case 2:
      return frame.readUInt32LE(at);
    default:
      return null;
  }
}

export const isCompressed = (packed: Uint8Array): boolean =>
  zstdMagic.every((byte, index) => packed[index] === byte);

export function pack(text: string): Uint8Array {
  const raw = Buffer.from(text, 'utf8');
  return raw.length <= plainBytesMax ? raw : compress(raw);
}

/**
 * As `pack(JSON.stringify(items))`, byte for byte, one item after another: as one text and its bytes, what a night decided
 * about twenty thousand sessions took 130 MB for a moment.
 */
export function packList(items: readonly object[]): Uint8Array {
  const texts = items.reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0);
  const raw = Buffer.allocUnsafe(texts + Math.max(2, items.length + 1));
  let at = raw.write('[');
  for (const [index, item] of items.entries()) {
    if (index > 0) at += raw.write(',', at);
    at += raw.write(JSON.stringify(item), at);
  }
  at += raw.write(']', at);
  assert(at === raw.length, `a list of ${raw.length} bytes was written with ${at}`);
  return raw.length <= plainBytesMax ? raw : compress(raw);
}

const pieceBytes = 256 * 1024;

// From so many items on the text as a whole is some megabytes.
const manyItems = 500;
const aList = ['[', ']'] as const;

/**
 * What `pack` would pack of a list, or of what stands around it (`[before, after]`), read back by the same `unpack`. Of many
 * items the text never stands in memory as a whole: it is written into one piece of memory over and over, each time when
 * what stood there is compressed.
 */
export async function packManyItems(
  items: readonly object[],
  [before, after]: readonly [string, string] = aList,
): Promise<Uint8Array> {
  if (items.length < manyItems)
    return pack(`${before}${items.map((item) => JSON.stringify(item)).join(',')}${after}`);
  const stream = createZstdCompress(options);
  const packed: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => packed.push(chunk));
  const ended = finished(stream);
  // what goes wrong is thrown by the piece that it went wrong with
  ended.catch(() => undefined);
  let room = Buffer.allocUnsafe(pieceBytes);
  let at = 0;
  const flush = (): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(room.subarray(0, at), (error) => (error ? reject(error) : resolve()));
      at = 0;
    });
  for (const [index, item] of items.entries()) {
    const text = `${index === 0 ? before : ','}${JSON.stringify(item)}`;
    const bytes = Buffer.byteLength(text);
    if (at + bytes > room.length) await flush();
    if (bytes > room.length) room = Buffer.allocUnsafe(bytes);
    at += room.write(text, at);
  }
  await flush();
  stream.end(after);
  await ended;
  return Buffer.concat(packed);
}

/** For what is seldom read: from here on compression gains a fifth, and costs time each time. */
const seldomReadBytesMax = 256;

/** As `pack`, for texts of which there are many and that are hardly ever read again. */
export function packSeldomRead(text: string): Uint8Array {
  const raw = Buffer.from(text, 'utf8');
  if (raw.length <= seldomReadBytesMax) return raw;
  const packed = compress(raw);
  return packed.length < raw.length ? packed : raw;
}

export const unpack = (packed: Uint8Array): string =>
  isCompressed(packed) ? decompress(packed).toString('utf8') : Buffer.from(packed).toString('utf8');
