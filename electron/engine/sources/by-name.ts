// Files and folders that a person names: what is in them decides who reads them, not what they are called.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { AgentKind } from '../../../shared/transcript.ts';
import { openClawFormat } from './openclaw.ts';
import { homePath, pathParts, projectScope } from './paths.ts';
import { exportBeginning } from './chat-exports.ts';
import type { FileFormat, Findings, MemoryPlace } from './source.ts';
import { ownerOfLocal } from './local-memory.ts';
import { createFinding, entryAt, errorCode, walkFiles, whyUnread, type Entry, type Finding } from './walk.ts';

/** Never fails: what cannot be read stands in `unread` with its reason, a folder's strangers in `notReadYet`. */
export function findByName(home: string, path: string): Findings {
  const finding = createFinding(home);
  const entry = entryAt(homePath(home, path));
  if (entry === null) finding.unread({ path, why: whyUnread('ENOENT') });
  else if (entry.isFolder) findInFolder(finding, entry);
  else {
    const what = classifyFile(entry.path);
    if (!takeIn(finding, entry, what, null) && what.kind !== 'session' && what.kind !== 'archive') {
      finding.unread({
        path: entry.path,
        why: what.kind === 'stranger' ? `not read yet: ${what.what}` : what.why,
      });
    }
  }
  return finding.done();
}

function findInFolder(finding: Finding, folder: Entry): void {
  let found = 0;
  for (const entry of walkFiles(folder.path, undefined, finding.unread)) {
    const isMemory = memoryByPath(entry.path) !== null;
    if (!isMemory && !mayHold(entry.name)) continue;
    const what: Classified = isMemory ? { kind: 'neither', why: '' } : classifyFile(entry.path);
    if (takeIn(finding, entry, what, folder.path)) found++;
    else if (what.kind === 'stranger') {
      finding.notReadYet(what.what);
      found++;
    }
  }
  if (found === 0) finding.unread({ path: folder.path, why: 'holds no transcript' });
}

/** Whether it is one of ours, or may be: a session, a memory file by its name, an archive. */
function takeIn(finding: Finding, entry: Entry, what: Classified, folder: string | null): boolean {
  const memory = memoryByPath(entry.path);
  if (memory !== null) {
    finding.memory(memory.agent, entry, memory.place);
    return true;
  }
  if (what.kind === 'archive') finding.archive(entry, folder);
  else if (what.kind === 'session') finding.session(what.agent, entry, what.format);
  return what.kind === 'archive' || what.kind === 'session';
}

/** Backups, checkpoints, telemetry and locks of OpenClaw are copies; in a folder they are passed over. */
function mayHold(name: string): boolean {
  if (/\.jsonl/.test(name))
    return /\.jsonl(?:\.zst)?$/.test(name) ? !isCopy(name) : openClawFormat(name) !== null;
  return /\.(?:json|zip)$/iu.test(name) || knownNames.test(name);
}

/** Databases and Markdown are looked at where their name says that they may be ours to know. */
const knownNames =
  /^(?:openclaw-agent\.sqlite|state\.vscdb|state\.db|store\.db|opencode.*\.db|\.aider\.chat\.history\.md)$/;

const isCopy = (name: string): boolean => /\.(?:checkpoint\.[^.]+|trajectory)\.jsonl/.test(name);

/** The memory files that have a name of their own, with the place that their folder gives them. */
function memoryByPath(path: string): { readonly agent: AgentKind; readonly place: MemoryPlace } | null {
  const name = pathParts(path).at(-1) ?? '';
  const folder = dirname(path);
  const parts = pathParts(folder);
  const scope = projectScope(folder);
  if (name === 'CLAUDE.md') return { agent: 'claude-code', place: { owner: 'file', scope } };
  if (name === 'CLAUDE.local.md')
    return { agent: 'claude-code', place: { owner: ownerOfLocal(folder), scope } };
  if (name === 'AGENTS.md' || name === 'AGENTS.override.md')
    return { agent: 'codex', place: { owner: 'file', scope } };
  if (name.endsWith('.md') && parts.includes('.claude') && parts.at(-1) === 'memory') {
    const slug = (parts.at(-2) ?? '').split('-').findLast((part) => part !== '');
    return { agent: 'claude-code', place: { owner: 'agent', scope: `project:${slug ?? 'root'}` } };
  }
  if (name === 'MEMORY.md') return { agent: 'openclaw', place: { owner: 'agent', scope: 'agent:openclaw' } };
  if (name === 'USER.md') return { agent: 'openclaw', place: { owner: 'person', scope: 'agent:openclaw' } };
  return null;
}

// --- By content

export type Classified =
  | { readonly kind: 'session'; readonly agent: AgentKind; readonly format: FileFormat }
  /** A zip: what is in it is another question (`lookIntoArchives`). */
  | { readonly kind: 'archive' }
  /** Another agent's, which no importer reads yet. */
  | { readonly kind: 'stranger'; readonly what: string }
  | { readonly kind: 'neither'; readonly why: string };

/** Enough for the first records: the longest heads carry 25 KB of instructions. */
const headBytes = 512 * 1024;
const recordsMax = 20;

export function classifyFile(path: string): Classified {
  const head = readHead(path);
  if (typeof head === 'string') return { kind: 'neither', why: head };
  // The second: an archive of nothing.
  if (zipMagics.some((magic) => head.subarray(0, 4).equals(magic))) return { kind: 'archive' };
  const isPacked = head.subarray(0, 4).equals(zstdMagic);
  const bytes = isPacked ? unpackHead(head) : head;
  if (bytes === null) return { kind: 'neither', why: 'is packed in a way that cannot be unpacked' };
  if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3')
    return { kind: 'stranger', what: databaseName(path) };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (/^\s*# aider chat started at /.test(text)) return { kind: 'stranger', what: 'Aider chat history' };
  const exported = isPacked ? null : exportBeginning(text);
  if (exported !== null) return { kind: 'session', agent: exported, format: 'export' };
  return classifyText(text, isPacked ? 'jsonl.zst' : 'jsonl');
}

const zipMagics = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('PK\x05\x06', 'latin1')];
const zstdMagic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** The first bytes, or why there are none. */
function readHead(path: string): Buffer | string {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return whyUnread(errorCode(error));
  }
  try {
    if (!fstatSync(file).isFile()) return 'is not a plain file';
    const bytes = Buffer.alloc(headBytes);
    return bytes.subarray(0, readSync(file, bytes, 0, headBytes, 0));
  } catch (error) {
    return whyUnread(errorCode(error));
  } finally {
    closeSync(file);
  }
}

function unpackHead(head: Buffer): Buffer | null {
  try {
    // The packed text goes on behind the head: take what there is of it.
    return zstdDecompressSync(head, { finishFlush: 0, maxOutputLength: 64 * headBytes });
  } catch {
    return null;
  }
}

const databaseName = (path: string): string =>
  path.endsWith('openclaw-agent.sqlite')
    ? 'OpenClaw sessions in a database (openclaw-agent.sqlite)'
    : 'SQLite database';

function classifyText(text: string, format: FileFormat): Classified {
  const lines = text.split('\n').slice(0, recordsMax * 2);
  const records = lines
    .map(parsedObject)
    .filter((record) => record !== null)
    .slice(0, recordsMax);
  for (const record of records) {
    const agent = agentOf(record);
    if (agent !== null) return { kind: 'session', agent, format };
  }
  for (const record of records) {
    const what = strangerOf(record);
    if (what !== null) return { kind: 'stranger', what };
  }
  const what = strangerDocument(text);
  return what === null ? { kind: 'neither', why: 'is not a transcript' } : { kind: 'stranger', what };
}

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsedObject(line: string): Json | null {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

const codexTypes = new Set([
  'session_meta',
  'response_item',
  'event_msg',
  'turn_context',
  'compacted',
  'world_state',
]);
const claudeTypes = new Set([
  'progress',
  'attachment',
  'queue-operation',
  'file-history-snapshot',
  'last-prompt',
  'permission-mode',
  'mode',
  'ai-title',
  'custom-title',
]);

/** Whose record it is, or null where it could be anybody's. */
function agentOf(record: Json): AgentKind | null {
  const type = record['type'];
  if (typeof type !== 'string') return isOldCodexHead(record) ? 'codex' : null;
  if (codexTypes.has(type) && isJson(record['payload'])) return 'codex';
  const message = record['message'];
  if (type === 'session' && typeof record['id'] === 'string' && 'version' in record) return 'openclaw';
  if (type === 'message' && isJson(message) && typeof message['role'] === 'string') return 'openclaw';
  if ((type === 'user' || type === 'assistant') && isJson(message) && 'content' in message)
    return 'claude-code';
  if (type === 'summary' && 'leafUuid' in record) return 'claude-code';
  if (type === 'system' && 'sessionId' in record) return 'claude-code';
  return claudeTypes.has(type) && ('sessionId' in record || 'messageId' in record) ? 'claude-code' : null;
}

/** Codex of May 2025: a bare head, then bare items. */
const isOldCodexHead = (record: Json): boolean =>
  typeof record['id'] === 'string' && typeof record['timestamp'] === 'string' && 'instructions' in record;

function strangerOf(record: Json): string | null {
  const type = record['type'];
  if (type === 'session.start' || type === 'user.message') return 'Copilot CLI session';
  if (typeof record['projectHash'] === 'string' && 'sessionId' in record) return 'Gemini CLI session';
  if (record['role'] === 'session_meta') return 'Hermes session';
  if (typeof record['role'] === 'string' && isJson(record['message'])) return 'Cursor agent transcript';
  if (Array.isArray(record['messages']) && isJson(record['info'])) return 'opencode export';
  if (Array.isArray(record['messages'])) return 'chat in the OpenAI form';
  if (typeof record['role'] === 'string' && 'content' in record) return 'chat in the OpenAI form';
  return null;
}

/** Documents that span lines: told by the names of their fields, since they may be larger than what we look at. */
function strangerDocument(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const has = (...names: readonly string[]): boolean => names.every((name) => text.includes(`"${name}"`));
  if (has('sessionId', 'projectHash', 'messages')) return 'Gemini CLI session';
  if (has('info', 'messages', 'parts')) return 'opencode export';
  if (/^\s*\[\s*\{\s*"role"/.test(text)) return 'Cline, Roo Code or Kilo task';
  return null;
}
