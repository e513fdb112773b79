// A zip from a stranger's hand: its directory is read, its names are only names, and what is wanted of it is unpacked as a
// stream, never to the disk, and never further than a chat's history can reach.
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '../../../shared/result.ts';
import { errorCode, whyUnread } from './walk.ts';

/** One JSON file in it. */
export interface ArchiveMember {
  /** Without folders: where it says it lies is nobody's business. */
  readonly name: string;
  /** Unpacked, as the archive says; more than it says is refused while unpacking. */
  readonly bytes: number;
  readonly entry: Entry;
}

export interface Archive {
  /** Its JSON files, in the order of their names. */
  readonly members: readonly ArchiveMember[];
  /** It holds archives again; those are never opened. */
  readonly hasInner: boolean;
  /** Throws what `whyBroken` puts into words. */
  unpack(member: ArchiveMember): AsyncIterable<Buffer>;
}

// 200,000 members: an export with every picture of ten years has tens of thousands. 8 GiB: the largest export told of is
// under 2. 250 times smaller: text shrinks 5 to 20 times, what was made to fill a disk a thousand times.
export const archiveLimits = {
  membersMax: 200_000,
  bytesMax: 8 * 1024 ** 3,
  ratioMax: 250,
  /** Below it no ratio is too much: two hundred empty chats shrink a lot, and do no harm. */
  ratioFromBytes: 32 * 1024 ** 2,
} as const;

/** Said to a person as they stand; thrown and caught within the reading of archives. */
class Refused extends Error {}

export async function withArchive<T>(
  path: string,
  use: (archive: Archive) => Promise<T>,
): Promise<Result<T, string>> {
  let zip: ZipFile | null = null;
  try {
    // Names stay bytes: whether they would be safe as paths does not matter, for they never become any.
    zip = await told(openPromise(path, { autoClose: false, decodeStrings: false }));
    return ok(await use(await told(archiveOf(zip))));
  } catch (error) {
    // What `use` or our own code broke must be seen.
    if (!(error instanceof Refused)) throw error;
    return err(error.message);
  } finally {
    zip?.close();
  }
}

/** What the system, zlib or yauzl say, in words of ours: yauzl's own errors carry no code. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = errorCode(error);
    throw new Refused(/^(?:unknown|Z_|ERR_)/u.test(code) ? damaged : whyUnread(code));
  }
}

const damaged = 'is a damaged zip, or none';

async function archiveOf(zip: ZipFile): Promise<Archive> {
  const members: ArchiveMember[] = [];
  let hasInner = false;
  let looked = 0;
  for await (const entry of zip.eachEntry()) {
    if (++looked > archiveLimits.membersMax)
      throw new Refused(`holds more than ${archiveLimits.membersMax} files`);
    const name = basename(entry.fileNameRaw.toString('utf8').replaceAll('\\', '/'));
    if (/\.zip$/iu.test(name)) hasInner = true;
    if (/\.json$/iu.test(name)) members.push({ name, bytes: entry.uncompressedSize, entry });
  }
  return {
    members: members.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    hasInner,
    unpack: (member) => unpack(zip, member),
  };
}

function whyRefused({ entry, bytes }: ArchiveMember): string | null {
  if (entry.isEncrypted()) return 'is locked with a password: unpack it first, and name the folder';
  if (!entry.canDecodeFileData()) return 'is packed in a way that cannot be unpacked';
  if (bytes > archiveLimits.bytesMax) return 'unpacks to more than 8 GiB';
  const isBomb =
    bytes > archiveLimits.ratioFromBytes && bytes > entry.compressedSize * archiveLimits.ratioMax;
  return isBomb ? 'unpacks to far more than text ever does, so it was left alone' : null;
}

async function* unpack(zip: ZipFile, member: ArchiveMember): AsyncGenerator<Buffer> {
  const refused = whyRefused(member);
  if (refused !== null) throw new Refused(refused);
  // Ends with an error where more or less comes out than the directory said.
  const stream: AsyncIterable<Buffer> = await told(zip.openReadStreamPromise(member.entry));
  const pieces = stream[Symbol.asyncIterator]();
  let sum = 0;
  try {
    for (let next = await told(pieces.next()); next.done !== true; next = await told(pieces.next())) {
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
  if (sum !== member.entry.crc32) throw new Refused(damaged);
}
