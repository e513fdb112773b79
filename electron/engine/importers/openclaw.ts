// Reads the sessions of OpenClaw (and of Pi, whose entries they are): entries of version 3, a tree by `parentId`, one
// entry per line. Heartbeats, timers and the gateway speak in the user's name too, and channels wrap what people write.
import type { Origin } from '../../../shared/origin.ts';
import type { TurnKind } from '../../../shared/transcript.ts';
import { envelopeMarks, speakerOrigin } from './channel-envelope.ts';
import type { ImportedFile, Importer, LineReader } from './importer.ts';
import { beginsWithAny, injectedMarks, openClawBeginnings, openClawSubagentBeginning } from './injected.ts';
import { isJson, listOf, numberOf, parseLine, textOf, type Json } from './json-line.ts';
import { createOpenCalls, type OpenCalls } from './open-calls.ts';
import { pathParts, projectName } from './project-name.ts';
import {
  createSessionLedger,
  type SessionLedger,
  type SessionNotes,
  type TurnDraft,
} from './session-ledger.ts';
import { hasPersonWords, overlay, wholeSpan } from './spans.ts';
import { tokensIn, usageOf } from './token-meter.ts';
import { outcomeOf } from './tool-result.ts';
import { callText, resultOrigin, resultText, toolUse } from './tool-use.ts';

export const openClawImporter: Importer = {
  agent: 'openclaw',
  open: (file, state) => openReader(file, readState(state)),
};

interface Desk {
  readonly ledger: SessionLedger;
  readonly calls: OpenCalls;
  session: SessionNotes;
  readonly fault: (reason: 'unknown-type' | 'wrong-shape', detail: string) => void;
}

const stateVersion = 1;

function readState(state: string | null): Json {
  const parsed = state === null ? undefined : parseLine(state).records[0];
  return parsed?.['version'] === stateVersion ? parsed : {};
}

function openReader(file: ImportedFile, before: Json): LineReader {
  const ledger = createSessionLedger('openclaw', before['sessions']);
  let place = { startByte: 0, endByte: 0 };
  // `<id>.jsonl`, `<id>.jsonl.reset.<time>`, Pi's `<time>_<id>.jsonl`
  const named = sessionIdIn(file.name) ?? file.name;
  const desk: Desk = {
    ledger,
    calls: createOpenCalls(before['calls']),
    session: ledger.session(textOf(before['current']) ?? named, false),
    fault: (reason, detail) => ledger.skip({ ...place, reason, detail }),
  };
  return {
    line(text, startByte, endByte) {
      place = { startByte, endByte };
      const { records, fault } = parseLine(text);
      for (const record of records) readEntry(desk, record);
      if (fault !== null) ledger.skip({ ...place, ...fault });
    },
    tooLong(startByte, endByte) {
      ledger.skip({ startByte, endByte, reason: 'too-long', detail: '' });
    },
    take: () => ledger.take(),
    state: () =>
      JSON.stringify({
        version: stateVersion,
        sessions: ledger.dump(),
        current: desk.session.nativeId,
        calls: desk.calls.dump(),
      }),
  };
}

const sessionIdIn = (path: string): string | null => {
  const name = pathParts(path).at(-1) ?? '';
  const stem = name.replace(/\.jsonl.*$/, '').replace(/^\d{4}-\d{2}-\d{2}T[\dZ.-]+_/, '');
  return stem === '' ? null : stem;
};

const silentEntries = new Set(['model_change', 'thinking_level_change', 'custom', 'label', 'leaf']);

function readEntry(desk: Desk, entry: Json): void {
  const type = entry['type'];
  switch (type) {
    case 'session':
      return readHeader(desk, entry);
    case 'message':
      return readMessage(desk, entry);
    case 'compaction':
    case 'branch_summary':
      return say(desk, entry, 0, 'summary', 'agent', textOf(entry['summary']));
    case 'custom_message':
      return say(desk, entry, 0, 'notice', 'injected', resultText(entry['content']));
    case 'session_info':
      return setTitle(desk, textOf(entry['name']));
    default:
      if (typeof type !== 'string') desk.fault('wrong-shape', 'no type');
      else if (!silentEntries.has(type)) desk.fault('unknown-type', type);
  }
}

function readHeader(desk: Desk, entry: Json): void {
  const id = textOf(entry['id']);
  if (id !== null) desk.session = desk.ledger.session(id, false);
  const parent = textOf(entry['parentSession']) ?? textOf(entry['branchedFrom']);
  if (parent !== null) desk.session.parentNativeId ??= sessionIdIn(parent)?.toWellFormed() ?? null;
  const cwd = desk.session.cwd === null ? textOf(entry['cwd']) : null;
  if (cwd === null) return;
  desk.session.cwd = cwd.toWellFormed();
  desk.session.project = isAssistantsOwn(desk.session.cwd) ? null : projectName(desk.session.cwd);
}

const stateFolders = new Set(['.openclaw', '.clawdbot', '.moltbot', '.moldbot']);

/** The assistant's workspace is its home, not a project: `~/.openclaw/workspace-work`, `~/clawd`. */
function isAssistantsOwn(cwd: string): boolean {
  const parts = pathParts(cwd);
  return (
    parts.some((part) => stateFolders.has(part)) || /^(?:workspace|clawd)(?:-.*)?$/.test(parts.at(-1) ?? '')
  );
}

function setTitle(desk: Desk, title: string | null): void {
  if (title === null) return;
  desk.session.title = title.slice(0, 300).toWellFormed();
  desk.ledger.touch(desk.session);
}

function timeOf(entry: Json): number | null {
  const message = isJson(entry['message']) ? entry['message'] : {};
  const at = numberOf(message['timestamp']) ?? numberOf(entry['timestamp']);
  if (at !== null) return Math.trunc(at);
  const parsed = typeof entry['timestamp'] === 'string' ? Date.parse(entry['timestamp']) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

/** Eight hexadecimal digits are not unique, but with the time they are; a branch copies both, so it is the same turn. */
function keyOf(desk: Desk, entry: Json, block: number): string | null {
  const id = textOf(entry['id']);
  const written = entry['timestamp'];
  if (id === null) return null;
  const isStamped = typeof written === 'string' || typeof written === 'number';
  const place = isStamped ? String(written).slice(0, 40) : desk.session.nativeId;
  return `openclaw/${place}/${id.slice(0, 100)}#${block}`;
}

function say(
  desk: Desk,
  entry: Json,
  block: number,
  kind: TurnKind,
  origin: Origin,
  text: string | null,
): void {
  if (text === null || text.trim() === '') return;
  add(desk, entry, block, { kind, text, spans: wholeSpan(text, origin) });
}

function add(desk: Desk, entry: Json, block: number, draft: Omit<TurnDraft, 'key' | 'atMs'>): void {
  desk.ledger.add(desk.session, { key: keyOf(desk, entry, block), atMs: timeOf(entry), ...draft });
}

function readMessage(desk: Desk, entry: Json): void {
  const message = isJson(entry['message']) ? entry['message'] : null;
  if (message === null) return desk.fault('wrong-shape', 'message');
  const role = message['role'];
  switch (role) {
    case 'user':
      return readUser(desk, entry, message);
    case 'assistant':
      return readAssistant(desk, entry, message);
    case 'toolResult':
      return readResult(desk, entry, message);
    case 'bashExecution':
      return readOwnCommand(desk, entry, message);
    case 'branchSummary':
    case 'compactionSummary':
      return say(desk, entry, 0, 'summary', 'agent', textOf(message['summary']));
    case 'custom':
      return say(desk, entry, 0, 'notice', 'injected', resultText(message['content']));
    default:
      desk.fault('unknown-type', `message/${typeof role === 'string' ? role : 'no role'}`);
  }
}

// --- Words in the user's name

function readUser(desk: Desk, entry: Json, message: Json): void {
  const content = message['content'];
  if (typeof content !== 'string' && !Array.isArray(content))
    return desk.fault('wrong-shape', 'user without content');
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  const source = isJson(message['provenance']) ? textOf(message['provenance']['kind']) : null;
  blocks.forEach((block: unknown, i) => {
    const text = typeof block === 'string' ? block : isJson(block) ? textOf(block['text']) : null;
    if (text === null || text.trim() === '') return;
    const heard = hear(desk.session, source, text);
    if (heard.kind === 'notice') desk.session.machineSeen = true;
    add(desk, entry, i, { text, ...heard });
  });
}

function hear(session: SessionNotes, source: string | null, text: string): Pick<TurnDraft, 'kind' | 'spans'> {
  const envelope = envelopeMarks(text);
  const first = envelope.find((mark) => mark.start === 0);
  const words = first === undefined ? text : text.slice(first.end);
  if (source === 'inter_session' || words.trimStart().startsWith(openClawSubagentBeginning)) {
    session.machineSeen = true;
    return { kind: 'message', spans: wholeSpan(text, 'agent') };
  }
  const isMachine =
    source === 'internal_system' ||
    beginsWithAny(words, openClawBeginnings) ||
    beginsWithAny(text, openClawBeginnings);
  if (isMachine) return { kind: 'notice', spans: wholeSpan(text, 'injected') };
  const origin = speakerOrigin(text);
  const spans = overlay(overlay(wholeSpan(text, origin), injectedMarks(text)), envelope);
  const speaks = hasPersonWords(spans) || spans.some((span) => span.origin === origin);
  return { kind: speaks ? 'message' : 'notice', spans };
}

/** `!git status`: the person ran it by hand. */
function readOwnCommand(desk: Desk, entry: Json, message: Json): void {
  const command = textOf(message['command']);
  if (command === null) return desk.fault('wrong-shape', 'bashExecution');
  const output = textOf(message['output']);
  say(desk, entry, 0, 'notice', 'tool', output === null ? `$ ${command}` : `$ ${command}\n${output}`);
}

// --- The assistant and its tools

/** What it answers where there is nothing to say. */
const silentReplies = new Set(['HEARTBEAT_OK', 'NO_REPLY', 'NO', 'ANNOUNCE_SKIP', 'REPLY_SKIP']);

function readAssistant(desk: Desk, entry: Json, message: Json): void {
  const usage = usageOf(message['usage']);
  const input = tokensIn(usage, 'input', 'cacheWrite');
  const output = tokensIn(usage, 'output');
  if (input > 0 || output > 0) desk.ledger.addTokens(desk.session, input, output);
  const content = message['content'];
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content);
  blocks.forEach((block: unknown, i) => {
    if (!isJson(block)) return desk.fault('wrong-shape', 'block');
    switch (block['type']) {
      case 'text': {
        const text = textOf(block['text']);
        const kind = silentReplies.has(text?.trim() ?? '') ? 'notice' : 'message';
        return say(desk, entry, i, kind, 'agent', text);
      }
      case 'thinking':
        return say(desk, entry, i, 'thinking', 'agent', textOf(block['thinking']));
      case 'toolCall':
        return readCall(desk, entry, block, i);
      case 'image':
      case 'redacted_thinking':
        return;
      default:
        desk.fault('unknown-type', `block/${typeof block['type'] === 'string' ? block['type'] : 'no type'}`);
    }
  });
  const error = textOf(message['errorMessage']);
  if (error !== null) say(desk, entry, blocks.length, 'notice', 'injected', error);
}

function readCall(desk: Desk, entry: Json, block: Json, i: number): void {
  const use = toolUse(textOf(block['id']) ?? '', textOf(block['name']) ?? '', block['arguments']);
  desk.calls.open(desk.session.nativeId, use);
  const text = callText(use, block['arguments']);
  add(desk, entry, i, { kind: 'call', text, spans: wholeSpan(text, 'agent'), use });
}

function readResult(desk: Desk, entry: Json, message: Json): void {
  const callId = textOf(message['toolCallId']) ?? '';
  const use = desk.calls.close(desk.session.nativeId, callId, textOf(message['toolName']) ?? '');
  const text = resultText(message['content']);
  const details = isJson(message['details']) ? message['details'] : {};
  const told = numberOf(details['exitCode']);
  const status = textOf(details['status']);
  const isError =
    message['isError'] === true || status === 'failed' || status === 'error' || (told ?? 0) !== 0;
  const ended = outcomeOf(use, text, isError);
  const isRunning = status === 'running' && ended.outcome === 'ok';
  add(desk, entry, 0, {
    kind: 'result',
    text,
    spans: overlay(wholeSpan(text, resultOrigin(use)), injectedMarks(text)),
    use,
    outcome: isRunning ? 'unknown' : ended.outcome,
    exitCode: told === null ? ended.exitCode : Math.trunc(told),
  });
}
