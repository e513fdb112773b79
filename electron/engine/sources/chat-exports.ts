// Exports of chats (ChatGPT, Claude.ai): which files and archives are one, by what stands in them, and their chats one by
// one. An export is a list of chats, whole each time it is asked for: it never grows, a newer one is another file.
import { open } from 'node:fs/promises';
import { setImmediate as nextTick } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ExportAgent } from '../../../shared/transcript.ts';
import { createElementSplitter, type ListEnd } from './array-elements.ts';
import { withArchive, type Archive, type ArchiveMember } from './export-archive.ts';
import type { LineTaker } from './line-splitter.ts';
import { fingerprint, type ReadFailure, type ReadMark, type ReadOptions } from './read-lines.ts';
import type { Findings, FoundFile, NotReadYet } from './source.ts';
import { errorCode, whyUnread } from './walk.ts';

/** Whose chats begin like this, or null: by the names of the fields that every chat of them has near its beginning. */
export function exportBeginning(text: string): ExportAgent | null {
  if (!/^\uFEFF?\s*\[\s*\{/u.test(text)) return null;
  const has = (name: string): boolean => text.includes(`"${name}"`);
  // The node that is current stands behind all messages: too far to be looked for alone.
  if (has('mapping') && (has('current_node') || (has('title') && has('create_time')))) return 'chatgpt';
  return has('chat_messages') && has('uuid') ? 'claude-ai' : null;
}

const headBytes = 64 * 1024;
const mayHoldChats = /^conversations.*\.json$/iu;

async function headOf(archive: Archive, member: ArchiveMember): Promise<string> {
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of archive.unpack(member)) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes >= headBytes) break;
  }
  return Buffer.concat(held).toString('utf8', 0, headBytes);
}

interface Recognised {
  readonly agent: ExportAgent;
  readonly members: readonly ArchiveMember[];
}

/** The files of chats in it, all of one service: those of the first that tells. */
async function recognise(archive: Archive): Promise<Recognised | null> {
  let agent: ExportAgent | null = null;
  const members: ArchiveMember[] = [];
  for (const member of archive.members.filter(({ name }) => mayHoldChats.test(name))) {
    const found = exportBeginning(await headOf(archive, member));
    agent ??= found;
    if (found !== null && found === agent) members.push(member);
  }
  return agent === null ? null : { agent, members };
}

/** What else stands in an export that may be of worth to a memory, and has no reader. */
const unreadMembers: readonly { readonly name: RegExp; readonly what: string }[] = [
  { name: /^projects\.json$/iu, what: 'Claude.ai projects (projects.json)' },
  { name: /^memories\.json$/iu, what: 'Claude.ai memory (memories.json)' },
];

const notReadIn = ({ members }: Archive, agent: ExportAgent): readonly NotReadYet[] =>
  agent === 'chatgpt'
    ? []
    : unreadMembers.flatMap(({ name, what }) =>
        members.some((member) => name.test(member.name)) ? [{ what, files: 1 }] : [],
      );

/** Adds the exports among the archives that were found. One that was named and is none is told of; another is passed over. */
export async function lookIntoArchives(findings: Findings): Promise<Findings> {
  if (findings.archives.length === 0) return findings;
  const files: FoundFile[] = [];
  const notReadYet: NotReadYet[] = [...findings.notReadYet];
  const unread = [...findings.unread];
  for (const { folder, ...archive } of findings.archives) {
    const looked = await withArchive(archive.path, async (inner) => {
      const recognised = await recognise(inner);
      if (recognised === null) return { agent: null, hasInner: inner.hasInner, rest: [] };
      const { agent } = recognised;
      return { agent, hasInner: false, rest: notReadIn(inner, agent) };
    });
    if (looked.ok && looked.value.agent !== null) {
      const { agent, rest } = looked.value;
      files.push({ ...archive, agent, kind: 'session', format: 'export.zip', memory: null });
      notReadYet.push(...rest);
    } else if (folder === null || !looked.ok) unread.push({ path: archive.path, why: whyNone(looked) });
  }
  const folder = findings.archives[0]?.folder ?? null;
  const isNothing = files.length + findings.files.length + notReadYet.length + unread.length === 0;
  if (folder !== null && isNothing) unread.push({ path: folder, why: 'holds no transcript' });
  const all = [...findings.files, ...files].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { files: all, notReadYet, unread, archives: [] };
}

function whyNone(looked: Result<{ readonly hasInner: boolean }, string>): string {
  if (!looked.ok) return looked.error;
  return looked.value.hasInner
    ? 'is a zip that holds other zips: unpack it, and name the one inside'
    : 'is a zip without chats of ChatGPT or Claude.ai';
}

export const isExport = (format: FoundFile['format']): boolean =>
  format === 'export' || format === 'export.zip';

export interface ExportToRead {
  readonly path: string;
  readonly isPacked: boolean;
  readonly agent: FoundFile['agent'];
}

/** Thrown and caught in this file only. */
class Stopped extends Error {}

/** Hands every chat to the taker, as text. Places count through all files of an archive, one after the other. */
export async function readExport(
  { path, isPacked, agent }: ExportToRead,
  taker: LineTaker,
  options: Pick<ReadOptions, 'signal' | 'lineBytesMax'> = {},
): Promise<Result<ReadMark, ReadFailure>> {
  const seen = await fingerprint(path);
  if (!seen.ok) return seen;
  try {
    const read = isPacked
      ? await withArchive(path, (archive) => readMembers(archive, agent, taker, options))
      : ok(await readOne(piecesOf(path), taker, 0, options));
    if (!read.ok) return err({ kind: 'not-readable', path, why: read.error });
    const { consumedTo, end } = read.value;
    if (end === 'no-list') return err({ kind: 'not-readable', path, why: 'is no list of chats' });
    // No hashes: an export is never read on, only whole.
    return ok({ fingerprint: seen.value, consumedTo, headHash: '', tailHash: '' });
  } catch (error) {
    if (error instanceof Stopped)
      return err({ kind: 'stopped', path, why: 'was left because the work was stopped' });
    if (!isPacked && error instanceof Error && 'errno' in error)
      return err({ kind: 'not-readable', path, why: whyUnread(errorCode(error)) });
    throw error;
  }
}

interface ReadChats {
  readonly consumedTo: number;
  readonly end: ListEnd;
}

async function readMembers(
  archive: Archive,
  agent: FoundFile['agent'],
  taker: LineTaker,
  options: Pick<ReadOptions, 'signal' | 'lineBytesMax'>,
): Promise<ReadChats> {
  const recognised = await recognise(archive);
  let read: ReadChats = { consumedTo: 0, end: 'no-list' };
  if (recognised === null || recognised.agent !== agent) return read;
  for (const member of recognised.members)
    read = await readOne(archive.unpack(member), taker, read.consumedTo, options);
  return read;
}

async function readOne(
  pieces: AsyncIterable<Buffer>,
  taker: LineTaker,
  from: number,
  { signal, lineBytesMax }: Pick<ReadOptions, 'signal' | 'lineBytesMax'>,
): Promise<ReadChats> {
  const splitter = createElementSplitter(taker, from, lineBytesMax);
  let consumedTo = from;
  for await (const piece of pieces) {
    if (signal?.aborted === true) throw new Stopped('stopped');
    splitter.push(piece);
    consumedTo += piece.length;
    // Somebody may be waiting to stop us, or for a sign of life.
    await nextTick();
  }
  return { consumedTo, end: splitter.end() };
}

const pieceBytes = 1024 * 1024;

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  await using file = await open(path, 'r');
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (;;) {
    const { bytesRead } = await file.read(piece, 0, pieceBytes, null);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
  }
}
