// Reads the sessions of Claude Code: one JSON record per line, one line per block of a message. A record in the
// user's name is seldom a person: tool results, reminders, commands and notifications are told apart here.
import { contentHash } from '../../../shared/ids.ts';
import type { Origin } from '../../../shared/origin.ts';
import type { Span, TurnKind } from '../../../shared/transcript.ts';
import {
  bookkeepingAttachments,
  bookkeepingRecords,
  bookkeepingSystem,
  callBlocks,
  servedResultBlocks,
  silentBlocks,
} from './claude-code-records.ts';
import { isCommandEnvelope, isMemoryNote, wordsInEnvelope } from './command-text.ts';
import type { ImportedFile, Importer, LineReader } from './importer.ts';
import { beginsWithAny, claudeCodeBeginnings, compactionBeginning, injectedMarks } from './injected.ts';
import { isJson, listOf, parseLine, textOf, type Json } from './json-line.ts';
import { createOpenCalls, type OpenCalls } from './open-calls.ts';
import { projectName } from './project-name.ts';
import { createQueuedPrompts, type QueuedPrompts } from './queued-prompts.ts';
import {
  createSessionLedger,
  type SessionLedger,
  type SessionNotes,
  type TurnDraft,
} from './session-ledger.ts';
import { hasPersonWords, overlay, wholeSpan } from './spans.ts';
import { createTokenMeter, tokensIn, usageOf, type TokenMeter } from './token-meter.ts';
import { callText, resultOrigin, resultText, toolUse } from './tool-use.ts';
import { outcomeOf } from './tool-result.ts';

export const claudeCodeImporter: Importer = {
  agent: 'claude-code',
  open: (file, state) => openReader(file, readState(state)),
};

/** What a reader holds between lines. `unknown` tells a record's kind that it cannot read. */
interface Desk {
  readonly file: ImportedFile;
  readonly ledger: SessionLedger;
  readonly calls: OpenCalls;
  readonly prompts: QueuedPrompts;
  readonly meter: TokenMeter;
  readonly fault: (reason: 'unknown-type' | 'wrong-shape', detail: string) => void;
}

const stateVersion = 1;

function readState(state: string | null): Json {
  const parsed = state === null ? null : parseLine(state).records[0];
  return parsed !== undefined && parsed !== null && parsed['version'] === stateVersion ? parsed : {};
}

function openReader(file: ImportedFile, before: Json): LineReader {
  const ledger = createSessionLedger('claude-code', before['sessions']);
  let place = { startByte: 0, endByte: 0 };
  const desk: Desk = {
    file,
    ledger,
    calls: createOpenCalls(before['calls']),
    prompts: createQueuedPrompts(before['prompts']),
    meter: createTokenMeter(before['tokens']),
    fault: (reason, detail) => ledger.skip({ ...place, reason, detail }),
  };
  return {
    line(text, startByte, endByte) {
      place = { startByte, endByte };
      const { records, fault } = parseLine(text);
      for (const record of records) readRecord(desk, record);
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
        calls: desk.calls.dump(),
        prompts: desk.prompts.dump(),
        tokens: desk.meter.dump(),
      }),
  };
}

function readRecord(desk: Desk, record: Json): void {
  const type = record['type'];
  switch (type) {
    case 'user':
    case 'assistant':
      sayOrphans(desk);
      return type === 'user' ? readUser(desk, record) : readAssistant(desk, record);
    case 'attachment':
      return readAttachment(desk, record);
    case 'system':
      return readSystem(desk, record);
    case 'queue-operation':
      return readQueue(desk, record);
    case 'custom-title':
      return setTitle(desk, record, record['customTitle'], 3);
    case 'agent-name':
      return setTitle(desk, record, record['agentName'], 2);
    case 'ai-title':
      return setTitle(desk, record, record['aiTitle'], 1);
    default:
      if (typeof type !== 'string') desk.fault('wrong-shape', 'no type');
      else if (!bookkeepingRecords.has(type)) desk.fault('unknown-type', type);
  }
}

const timeOf = (record: Json): number | null => {
  const at = typeof record['timestamp'] === 'string' ? Date.parse(record['timestamp']) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};

/** Sub-agents carry their parent's session id; their own is in the record or in the file's name. */
function sessionOf(desk: Desk, record: Json): SessionNotes {
  const stem = desk.file.name.replace(/\.jsonl(?:\.zst)?$/, '');
  const inAgentFile = stem.startsWith('agent-');
  const parent = textOf(record['sessionId']);
  const isSubagent = record['isSidechain'] === true || inAgentFile;
  const agentId = textOf(record['agentId']);
  const own = agentId !== null ? `agent-${agentId}` : inAgentFile ? stem : `${parent ?? stem}:sidechain`;
  const session = desk.ledger.session(isSubagent ? own : (parent ?? stem), isSubagent);
  const forkedFrom = isJson(record['forkedFrom']) ? textOf(record['forkedFrom']['sessionId']) : null;
  session.parentNativeId ??= isSubagent ? parent : forkedFrom;
  session.agentVersion = textOf(record['version']) ?? session.agentVersion;
  const cwd = session.cwd === null ? textOf(record['cwd']) : null;
  if (cwd !== null) {
    session.cwd = cwd.toWellFormed();
    session.project = projectName(session.cwd);
  }
  return session;
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A fork copies records with their uuids under a new session id, so the uuid alone is the key. A sub-agent's file may
 * hold a copy of its parent's records in which nobody is a person: its keys are its own, lest the copy come first.
 */
function keyOf(session: SessionNotes, record: Json, block: number): string | null {
  const uuid = textOf(record['uuid']);
  if (uuid === null) return null;
  const isUnique = uuidForm.test(uuid) && !session.isSubagent;
  return `${isUnique ? '' : `${session.nativeId}/`}${uuid.slice(0, 100)}#${block}`;
}

function setTitle(desk: Desk, record: Json, title: unknown, rank: number): void {
  const text = textOf(title);
  if (text === null || textOf(record['sessionId']) === null) return;
  const session = sessionOf(desk, record);
  if (rank < session.titleRank || session.title === text) return;
  session.title = text.slice(0, 300).toWellFormed();
  session.titleRank = rank;
  desk.ledger.touch(session);
}

// --- Words in the user's name

/** Whose words a record's text is, before its blocks are looked at. */
interface Voice {
  readonly kind: TurnKind;
  readonly origin: Origin;
  /** The agent's own file vouches that a person typed it. */
  readonly isVouched: boolean;
}

const notice: Voice = { kind: 'notice', origin: 'injected', isVouched: false };

function voiceOf(session: SessionNotes, record: Json): Voice {
  if (record['isCompactSummary'] === true) return { kind: 'summary', origin: 'agent', isVouched: false };
  if (record['isMeta'] === true) return notice;
  const speaker = isJson(record['origin']) ? textOf(record['origin']['kind']) : null;
  const source = textOf(record['promptSource']);
  if (session.isSubagent) return { kind: 'message', origin: 'agent', isVouched: false };
  if (speaker !== null && speaker !== 'human') return notice;
  if (source === 'system' || typeof record['planContent'] === 'string') return notice;
  const byMachine =
    source === 'sdk' ||
    record['sessionKind'] === 'bg' ||
    // `claude -p`: a program's prompt, unless the record says that a person typed it.
    (record['entrypoint'] === 'sdk-cli' && source !== 'typed');
  if (byMachine) {
    session.machineSeen = true;
    return notice;
  }
  const isVouched = speaker === 'human' || source === 'typed' || source === 'queued';
  return { kind: 'message', origin: 'person', isVouched };
}

function readUser(desk: Desk, record: Json): void {
  const message = isJson(record['message']) ? record['message'] : null;
  const content = message?.['content'];
  if (typeof content !== 'string' && !Array.isArray(content)) {
    return desk.fault('wrong-shape', 'user without content');
  }
  const session = sessionOf(desk, record);
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  const hasResult = blocks.some((block) => isJson(block) && block['type'] === 'tool_result');
  // Text beside a tool's result was put there by the harness: an interrupt, a reminder.
  const voice = hasResult ? notice : voiceOf(session, record);
  blocks.forEach((block: unknown, i) => {
    if (typeof block === 'string') return sayUserText(desk, session, record, voice, block, i);
    if (!isJson(block)) return desk.fault('wrong-shape', 'block');
    if (block['type'] === 'tool_result') return readResult(desk, session, record, block, i);
    if (block['type'] !== 'text') return silentOrUnknown(desk, block);
    if (typeof block['text'] === 'string') sayUserText(desk, session, record, voice, block['text'], i);
  });
}

function silentOrUnknown(desk: Desk, block: Json): void {
  const type = textOf(block['type']);
  if (type === null) desk.fault('wrong-shape', 'block without type');
  else if (!silentBlocks.has(type)) desk.fault('unknown-type', `block/${type}`);
}

function sayUserText(
  desk: Desk,
  session: SessionNotes,
  record: Json,
  voice: Voice,
  text: string,
  block: number,
): void {
  if (text.trim() === '') return;
  const heard = hear(voice, text);
  const isPerson = hasPersonWords(heard.spans);
  if (isPerson && desk.prompts.isRepeat(session.nativeId, text)) return;
  desk.ledger.add(session, { key: keyOf(session, record, block), atMs: timeOf(record), text, ...heard });
}

/** Tells a person's words in a text from what the harness put around them. */
function hear(voice: Voice, text: string): Pick<TurnDraft, 'kind' | 'spans'> {
  if (voice.origin === 'injected' || voice.kind === 'summary') {
    return { kind: voice.kind, spans: wholeSpan(text, voice.origin) };
  }
  if (text.startsWith(compactionBeginning)) return { kind: 'summary', spans: wholeSpan(text, 'agent') };
  const injected = wholeSpan(text, 'injected');
  if (!voice.isVouched && beginsWithAny(text, claudeCodeBeginnings))
    return { kind: 'notice', spans: injected };
  const isEnvelope = isCommandEnvelope(text) || isMemoryNote(text);
  const marks: readonly Span[] = isEnvelope ? wordsInEnvelope(text) : injectedMarks(text);
  const base = isEnvelope ? injected : wholeSpan(text, voice.origin);
  const own = voice.origin === 'person' ? marks : marks.map((mark) => asVoice(mark, voice.origin));
  const spans = overlay(base, own);
  const speaks = spans.some(
    (span) => span.origin !== 'injected' && text.slice(span.start, span.end).trim() !== '',
  );
  return { kind: speaks ? 'message' : 'notice', spans };
}

/** In a sub-agent's session the words in a command are its parent's. */
const asVoice = (mark: Span, origin: Origin): Span => (mark.origin === 'person' ? { ...mark, origin } : mark);

// --- Tools

function readResult(desk: Desk, session: SessionNotes, record: Json, block: Json, i: number): void {
  const callId = textOf(block['tool_use_id']) ?? '';
  const use = desk.calls.close(session.nativeId, callId, '');
  const text = resultText(block['content']);
  const extra = isJson(record['toolUseResult']) ? record['toolUseResult'] : {};
  const ended = outcomeOf(use, text, block['is_error'] === true);
  const denial = textOf(record['toolDenialKind']);
  const outcome =
    ended.outcome === 'refused' || denial?.includes('user') === true
      ? 'refused'
      : extra['interrupted'] === true
        ? 'interrupted'
        : ended.outcome;
  desk.ledger.add(session, {
    key: keyOf(session, record, i),
    atMs: timeOf(record),
    kind: 'result',
    text,
    spans: overlay(wholeSpan(text, resultOrigin(use)), injectedMarks(text)),
    use,
    outcome,
    exitCode: ended.exitCode,
  });
}

function readAssistant(desk: Desk, record: Json): void {
  const message = isJson(record['message']) ? record['message'] : null;
  const content = message?.['content'];
  if (message === null || (typeof content !== 'string' && !Array.isArray(content))) {
    return desk.fault('wrong-shape', 'assistant without content');
  }
  const session = sessionOf(desk, record);
  countTokens(desk, session, record, message);
  const isFromHarness = record['isApiErrorMessage'] === true || message['model'] === '<synthetic>';
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  blocks.forEach((block: unknown, i) => {
    if (!isJson(block)) return desk.fault('wrong-shape', 'block');
    const type = textOf(block['type']) ?? '';
    const at = { key: keyOf(session, record, i), atMs: timeOf(record) };
    if (type === 'text' || type === 'thinking') {
      // Most models sign their thinking and leave the text out.
      const text = textOf(block[type]);
      if (text === null || text.trim() === '') return;
      const kind = type === 'thinking' ? 'thinking' : isFromHarness ? 'notice' : 'message';
      return desk.ledger.add(session, {
        ...at,
        kind,
        text,
        spans: wholeSpan(text, isFromHarness ? 'injected' : 'agent'),
      });
    }
    if (callBlocks.has(type)) return readCall(desk, session, block, at);
    if (servedResultBlocks.has(type)) return readServedResult(desk, session, block, at);
    silentOrUnknown(desk, block);
  });
}

type Place = Pick<TurnDraft, 'key' | 'atMs'>;

function readCall(desk: Desk, session: SessionNotes, block: Json, at: Place): void {
  const use = toolUse(textOf(block['id']) ?? '', textOf(block['name']) ?? '', block['input']);
  desk.calls.open(session.nativeId, use);
  const text = callText(use, block['input']);
  desk.ledger.add(session, { ...at, kind: 'call', text, spans: wholeSpan(text, 'agent'), use });
}

/** The provider's own tools answer inside the assistant's message; what they bring is the web's. */
function readServedResult(desk: Desk, session: SessionNotes, block: Json, at: Place): void {
  const use = desk.calls.close(
    session.nativeId,
    textOf(block['tool_use_id']) ?? '',
    textOf(block['type']) ?? '',
  );
  const text = listOf(block['content'])
    .map((entry) =>
      isJson(entry) ? [textOf(entry['title']), textOf(entry['url']), textOf(entry['text'])] : [],
    )
    .flat()
    .filter((part) => part !== null)
    .join('\n');
  const outcome = block['is_error'] === true ? 'failed' : 'ok';
  desk.ledger.add(session, { ...at, kind: 'result', text, spans: wholeSpan(text, 'web'), use, outcome });
}

/** Tokens read anew and written; what was read from the cache was counted when it was put there. */
function countTokens(desk: Desk, session: SessionNotes, record: Json, message: Json): void {
  const answerId = textOf(message['id']) ?? textOf(record['uuid']);
  if (answerId === null) return;
  const usage = usageOf(message['usage']);
  const input = tokensIn(usage, 'input_tokens', 'cache_creation_input_tokens');
  const added = desk.meter.count(answerId, input, tokensIn(usage, 'output_tokens'));
  if (added.input > 0 || added.output > 0) desk.ledger.addTokens(session, added.input, added.output);
}

// --- Beside the conversation

function readAttachment(desk: Desk, record: Json): void {
  const attachment = isJson(record['attachment']) ? record['attachment'] : null;
  const type = textOf(attachment?.['type']);
  if (attachment === null || type === null) return desk.fault('wrong-shape', 'attachment');
  if (type !== 'queued_command') {
    if (!bookkeepingAttachments.has(type)) desk.fault('unknown-type', `attachment/${type}`);
    return;
  }
  const text = resultText(attachment['prompt']);
  if (text.trim() === '') return;
  const session = sessionOf(desk, record);
  const isNotice = attachment['commandMode'] === 'task-notification' || attachment['isMeta'] === true;
  const voice = isNotice
    ? notice
    : voiceOf(session, { ...record, origin: attachment['origin'] ?? record['origin'] });
  const heard = hear(voice, text);
  if (hasPersonWords(heard.spans)) desk.prompts.attached(session.nativeId, text);
  desk.ledger.add(session, { key: keyOf(session, record, 0), atMs: timeOf(record), text, ...heard });
}

function readQueue(desk: Desk, record: Json): void {
  const session = sessionOf(desk, record).nativeId;
  switch (record['operation']) {
    case 'enqueue':
      return desk.prompts.enqueue({ session, text: textOf(record['content']) ?? '-', atMs: timeOf(record) });
    case 'dequeue':
      return desk.prompts.dequeue(session);
    case 'remove':
      return desk.prompts.remove(session);
    case 'popAll':
      return desk.prompts.takeBack(session);
    default:
  }
}

/** Harness entries of the queue: a background task as JSON, a notification, a command that will be run. */
const isQueuedWords = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !/^\s*(?:\{"|<[a-z]|\/)/.test(text);

/** Queued words that older builds wrote down nowhere else. */
function sayOrphans(desk: Desk): void {
  for (const { session: nativeId, text, atMs } of desk.prompts.orphans()) {
    if (!isQueuedWords(text)) continue;
    const session = desk.ledger.session(nativeId, false);
    const voice = session.machineSeen && !session.personSeen ? notice : voiceOf(session, {});
    desk.ledger.add(session, {
      key: `${session.nativeId}/queued/${contentHash(String(atMs), text)}`,
      atMs,
      text,
      ...hear(voice, text),
    });
  }
}

function readSystem(desk: Desk, record: Json): void {
  const subtype = textOf(record['subtype']);
  if (subtype === null) return;
  const say = (kind: TurnKind, origin: Origin, text: string | null): void => {
    if (text === null || text.trim() === '') return;
    const session = sessionOf(desk, record);
    const at = { key: keyOf(session, record, 0), atMs: timeOf(record) };
    desk.ledger.add(session, { ...at, kind, text, spans: wholeSpan(text, origin) });
  };
  switch (subtype) {
    case 'away_summary':
      return say('summary', 'agent', textOf(record['content']));
    case 'local_command':
      return say('notice', 'injected', textOf(record['content']));
    case 'api_error':
      return say('notice', 'injected', textOf(record['content']) ?? 'API error');
    default:
      if (!bookkeepingSystem.has(subtype)) desk.fault('unknown-type', `system/${subtype}`);
  }
}
