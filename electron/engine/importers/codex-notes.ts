// What is known of one Codex file between two readings: whose session it is, how far the counts are, what is still open.
import { z } from 'zod';
import { sessionId } from '../../../shared/ids.ts';
import type { SessionHead, ToolUse } from '../../../shared/transcript.ts';
import { fieldsOf, parsedOrNull, timeOf, timeOfUuid7 } from './codex-fields.ts';
import { createPairs, type Pairs } from './codex-pairs.ts';
import { isJson, textOf, type Json } from './json-line.ts';
import { projectName } from './project-name.ts';

/** One record of the file, whichever age its envelope has. */
export interface CodexRecord {
  readonly type: string;
  readonly payload: Json;
  readonly atMs: number | null;
}

const toolUse = z.object({
  callId: z.string(),
  tool: z.enum(['shell', 'edit', 'read', 'search', 'web', 'agent', 'other']),
  name: z.string(),
  command: z.string().nullable(),
  target: z.string().nullable(),
});

const openCall = z.object({
  use: toolUse,
  /** What the events told of its end before the result came. */
  exitCode: z.number().nullable(),
  failed: z.boolean().nullable(),
  /** Its result is a turn already. */
  answered: z.boolean(),
});
export type OpenCall = z.infer<typeof openCall>;

const waiting = z.object({
  text: z.string(),
  record: z.number(),
  part: z.number(),
  atMs: z.number().nullable(),
});

const replay = z.object({
  /** The record at hand belongs to the parent. */
  old: z.boolean(),
  sawTurnTimes: z.boolean(),
  lastAtMs: z.number().nullable(),
});

const plainNotes = z.object({
  version: z.literal(1),
  nativeId: z.string(),
  metaSeen: z.boolean(),
  startedAtMs: z.number().nullable(),
  /** Whose words a user message holds. */
  speaker: z.enum(['person', 'agent']),
  role: z.enum(['main', 'subagent', 'background']),
  parentNativeId: z.string().nullable(),
  cwd: z.string().nullable(),
  title: z.string().nullable(),
  agentVersion: z.string().nullable(),
  records: z.number(),
  turns: z.number(),
  /** The file writes the person's messages as events too. */
  personEvents: z.boolean(),
  totalInput: z.number(),
  totalOutput: z.number(),
  /** Not handed over yet: a session without a turn is none, so its tokens wait for the first. */
  owedInput: z.number(),
  owedOutput: z.number(),
  headTold: z.boolean(),
  compactedAt: z.number().nullable(),
  waiting: waiting.nullable(),
  replay: replay.nullable(),
});
type PlainNotes = z.infer<typeof plainNotes>;

const written = plainNotes.extend({
  calls: z.array(z.tuple([z.string(), openCall])),
  running: z.array(z.tuple([z.string(), toolUse])),
  pairs: z.array(z.unknown()),
});

/** Changed only by the reader that owns them. */
export interface CodexNotes extends PlainNotes {
  readonly calls: Map<string, OpenCall>;
  /** Commands that go on, by the number under which they are asked again. */
  readonly running: Map<string, ToolUse>;
  readonly pairs: Pairs;
}

/** Agents run a few calls at once; results of older ones never came. */
const openMax = 256;

export function setBounded<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > openMax ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;

export function notesOf(fileName: string, state: string | null): CodexNotes {
  const known = state === null ? null : written.safeParse(parsedOrNull(state));
  if (known?.success === true) {
    const { calls, running, pairs, ...plain } = known.data;
    return { ...plain, calls: new Map(calls), running: new Map(running), pairs: createPairs(pairs) };
  }
  const nativeId = uuid.exec(fileName)?.[0] ?? fileName.replace(/\.jsonl$/u, '');
  return { ...freshNotes(nativeId), calls: new Map(), running: new Map(), pairs: createPairs([]) };
}

const freshNotes = (nativeId: string): PlainNotes => ({
  version: 1,
  nativeId,
  metaSeen: false,
  startedAtMs: null,
  speaker: 'person',
  role: 'main',
  parentNativeId: null,
  cwd: null,
  title: null,
  agentVersion: null,
  records: 0,
  turns: 0,
  personEvents: false,
  totalInput: 0,
  totalOutput: 0,
  owedInput: 0,
  owedOutput: 0,
  headTold: false,
  compactedAt: null,
  waiting: null,
  replay: null,
});

export const textOfNotes = (notes: CodexNotes): string =>
  JSON.stringify({
    ...notes,
    calls: [...notes.calls],
    running: [...notes.running],
    pairs: notes.pairs.dump(),
  });

export const headOfNotes = (notes: CodexNotes): SessionHead => ({
  id: sessionId('codex', notes.nativeId),
  agent: 'codex',
  nativeId: notes.nativeId,
  role: notes.role,
  parentNativeId: notes.parentNativeId,
  cwd: notes.cwd,
  project: projectName(notes.cwd),
  title: notes.title,
  agentVersion: notes.agentVersion,
});

/**
 * The first session_meta names the session; one with the same id continues it. One with another id is the parent's:
 * a fork or a sub-agent begins with a copy of its parent's history.
 */
export function noteMeta(notes: CodexNotes, meta: Json, atMs: number | null): void {
  const id =
    textOf(meta['id'])?.toWellFormed() ?? textOf(meta['session_id'])?.toWellFormed() ?? notes.nativeId;
  if (notes.metaSeen) {
    if (id === notes.nativeId) notes.replay = null;
    else if (notes.turns === 0 || notes.replay !== null) {
      notes.replay = { old: true, sawTurnTimes: false, lastAtMs: atMs };
    }
    return;
  }
  // Turns that were read before it are known under the file's name: they keep it.
  if (notes.turns === 0) notes.nativeId = id;
  notes.metaSeen = true;
  notes.headTold = false;
  notes.startedAtMs = timeOf(meta['timestamp']) ?? timeOfUuid7(id) ?? atMs;
  notes.cwd = textOf(meta['cwd'])?.toWellFormed() ?? null;
  notes.agentVersion = textOf(meta['cli_version'])?.toWellFormed() ?? null;
  const forkedFrom = textOf(meta['forked_from_id'])?.toWellFormed() ?? null;
  noteSource(notes, meta);
  notes.parentNativeId ??= forkedFrom;
  if (forkedFrom !== null) notes.replay = { old: false, sawTurnTimes: false, lastAtMs: atMs };
}

/** Who started the session, and so whose words its user messages are. */
function noteSource(notes: CodexNotes, meta: Json): void {
  const source = meta['source'];
  const inside = fieldsOf(source);
  if ('subagent' in inside || meta['thread_source'] === 'subagent') {
    notes.role = 'subagent';
    notes.speaker = 'agent';
    const spawn = fieldsOf(fieldsOf(inside['subagent'])['thread_spawn']);
    notes.parentNativeId = textOf(spawn['parent_thread_id'])?.toWellFormed() ?? null;
  } else if (source === 'exec') {
    // One order given on the command line: the owner's own words, though nobody sits by.
    notes.role = 'background';
  } else if (source === 'mcp' || (isJson(source) && !('custom' in source))) {
    notes.role = 'background';
    notes.speaker = 'agent';
  }
}

/** A pause after a burst of copied records. They are written in one go, and nobody answers within a second. */
const burstPauseMs = 1000;

/**
 * Whether this record is a copy of the parent's history. What tells is when its turn began: the time inside the turn's
 * id (UUID 7) or its `started_at`, neither of which is stamped anew in the copy. A turn that began before this session
 * did is the parent's; the first one that did not ends the copy. Where no turn tells its time, the copy ends with the
 * first pause after the burst in which it was written. Records stamped before this session began are the parent's.
 */
export function isReplayed(notes: CodexNotes, { type, payload, atMs }: CodexRecord): boolean {
  const { replay, startedAtMs } = notes;
  if (replay === null || startedAtMs === null) return false;
  const began = turnBeganMs(type, payload);
  if (began !== null) {
    replay.sawTurnTimes = true;
    replay.old = began < startedAtMs;
    if (!replay.old) notes.replay = null;
  } else if (atMs !== null && atMs < startedAtMs) {
    replay.old = true;
  } else if (
    replay.old &&
    !replay.sawTurnTimes &&
    (atMs ?? 0) - (replay.lastAtMs ?? Infinity) > burstPauseMs
  ) {
    notes.replay = null;
    return false;
  }
  if (atMs !== null) replay.lastAtMs = atMs;
  return replay.old;
}

function turnBeganMs(type: string, payload: Json): number | null {
  if (type !== 'turn_context' && payload['type'] !== 'task_started') return null;
  const seconds = payload['started_at'];
  // Whole seconds, rounded down: the turn may have begun anywhere in this one.
  const fromSeconds = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 + 999 : null;
  return timeOfUuid7(payload['turn_id']) ?? fromSeconds;
}
