// Zips made by hand, for tests: whole ones, and those that lie about themselves.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
  /** Left out: deflated. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** What the directory says instead of the truth. */
  readonly saysBytes?: number;
  readonly saysCrc?: number;
  /** Sizes and the place stand in an extra field of 64 bits, as for files beyond 4 GiB. */
  readonly isZip64?: boolean;
}

const u16 = (...values: readonly number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);
const u32 = (...values: readonly number[]): Buffer => Buffer.from(new Uint32Array(values).buffer);
const u64 = (...values: readonly number[]): Buffer =>
  Buffer.from(new BigUint64Array(values.map(BigInt)).buffer);

export function makeZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const packed = file.isStored === true ? content : deflateRawSync(content);
    const name = Buffer.from(file.name);
    const flags = file.isEncrypted === true ? 1 : 0;
    const method = file.isStored === true ? 0 : 8;
    const crc = file.saysCrc ?? crc32(content);
    const bytes = file.saysBytes ?? content.length;
    const isLong = file.isZip64 === true;
    const sizes = isLong ? u32(0xffffffff, 0xffffffff) : u32(packed.length, bytes);
    const extra = isLong ? Buffer.concat([u16(1, 24), u64(bytes, packed.length, at)]) : Buffer.alloc(0);
    const head = Buffer.concat([u16(20, flags, method, 0, 0), u32(crc), sizes]);
    const body = Buffer.concat([u32(0x04034b50), head, u16(name.length, 0), name, packed]);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        head,
        u16(name.length, extra.length, 0, 0, 0),
        u32(0, isLong ? 0xffffffff : at),
        name,
        extra,
      ]),
    );
    bodies.push(body);
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0, 0, files.length, files.length),
    u32(listed.length, at),
    u16(0),
  ]);
  return Buffer.concat([...bodies, listed, end]);
}
