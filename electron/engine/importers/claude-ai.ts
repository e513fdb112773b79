// Reads the chats of a Claude.ai export. What was typed is the person's; what was attached or pasted as a file, and what
// tools brought, is not.
import type { Origin } from '../../../shared/origin.ts';
import type { ToolUse, TurnKind } from '../../../shared/transcript.ts';
import { chatImporter, chatSession, remoteUse, type ChatDesk } from './chat.ts';
import { isJson, listOf, textOf, type Json } from './json-line.ts';
import type { SessionNotes } from './session-ledger.ts';
import { wholeSpan } from './spans.ts';
import { outcomeOf } from './tool-result.ts';
import { callText, resultOrigin, resultText } from './tool-use.ts';

export const claudeAiImporter = chatImporter('claude-ai', readChat);

interface Reading {
  readonly desk: ChatDesk;
  readonly session: SessionNotes;
  /** By their ids; the newest without one under "". */
  readonly calls: Map<string, ToolUse>;
  /** The message at hand. */
  id: string | null;
  atMs: number | null;
  /** Turns of it so far. */
  parts: number;
}

function readChat(desk: ChatDesk, chat: Json): void {
  const messages = Array.isArray(chat['chat_messages']) ? chat['chat_messages'] : null;
  const named = { id: textOf(chat['uuid']), title: chat['name'] };
  const session = messages === null ? null : chatSession(desk, named);
  if (messages === null || session === null) return desk.fault('wrong-shape', 'chat');
  const project = isJson(chat['project']) ? textOf(chat['project']['name']) : null;
  session.project = project?.trim().slice(0, 200).toWellFormed() ?? null;
  const calls = new Map<string, ToolUse>();
  const reading: Reading = { desk, session, calls, id: null, atMs: timeOf(chat['created_at']), parts: 0 };
  for (const message of messages) {
    if (isJson(message)) readMessage(reading, message);
    else desk.fault('wrong-shape', 'message');
  }
}

function timeOf(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function say(
  reading: Reading,
  kind: TurnKind,
  origin: Origin,
  text: string | null,
  rest: { readonly use?: ToolUse; readonly outcome?: ReturnType<typeof outcomeOf>['outcome'] } = {},
): void {
  if (text === null || text.trim() === '') return;
  const { id, atMs, session } = reading;
  const key = id === null ? null : `claude-ai/${session.nativeId}/${id.slice(0, 100)}#${reading.parts}`;
  reading.parts++;
  reading.desk.ledger.add(session, { key, atMs, kind, text, spans: wholeSpan(text, origin), ...rest });
}

function readMessage(reading: Reading, message: Json): void {
  reading.id = textOf(message['uuid']);
  reading.atMs = timeOf(message['created_at']) ?? reading.atMs;
  reading.parts = 0;
  const blocks = listOf(message['content']);
  const hasText = blocks.some(
    (block) => isJson(block) && block['type'] === 'text' && textOf(block['text']) !== null,
  );
  switch (message['sender']) {
    case 'human': {
      // Older exports have the text alone, newer ones the blocks as well.
      if (!hasText) say(reading, 'message', 'person', textOf(message['text']));
      for (const block of blocks) readTyped(reading, block);
      for (const attachment of listOf(message['attachments'])) readAttachment(reading, attachment);
      return;
    }
    case 'assistant':
      if (!hasText && blocks.length === 0) say(reading, 'message', 'agent', textOf(message['text']));
      for (const block of blocks) readAnswered(reading, block);
      return;
    default: {
      const { sender } = message;
      reading.desk.fault('unknown-type', `sender/${typeof sender === 'string' ? sender : 'none'}`);
      say(reading, 'notice', 'import', textOf(message['text']));
    }
  }
}

const typeOf = (block: Json): string => textOf(block['type']) ?? 'none';

function readTyped(reading: Reading, block: unknown): void {
  if (!isJson(block)) return;
  switch (block['type']) {
    case 'text':
      return say(reading, 'message', 'person', textOf(block['text']));
    // Spoken, and written down for them.
    case 'voice_note':
      return say(reading, 'message', 'person', textOf(block['text']));
    // In an interview a tool's answer stands in the person's turn.
    case 'tool_result':
      return readResult(reading, block);
    case 'image':
    case 'document':
    case 'token_budget':
      return;
    default:
      reading.desk.fault('unknown-type', `human/${typeOf(block)}`);
  }
}

/** A file's words, also where it is a long paste that Claude.ai made a file of. */
function readAttachment(reading: Reading, attachment: unknown): void {
  if (!isJson(attachment)) return;
  const name = textOf(attachment['file_name']) ?? 'pasted text';
  const use: ToolUse = {
    callId: '',
    tool: 'read',
    name: 'attachment',
    command: null,
    target: name.slice(0, 4096).toWellFormed(),
  };
  say(reading, 'result', 'file', textOf(attachment['extracted_content']), { use });
}

function readAnswered(reading: Reading, block: unknown): void {
  if (!isJson(block)) return reading.desk.fault('wrong-shape', 'block');
  switch (block['type']) {
    case 'text':
      return say(reading, 'message', 'agent', textOf(block['text']));
    case 'thinking':
      return say(reading, 'thinking', 'agent', textOf(block['thinking']));
    case 'voice_note':
      return say(reading, 'message', 'agent', textOf(block['text']));
    case 'tool_use':
      return readCall(reading, block);
    case 'tool_result':
      return readResult(reading, block);
    case 'token_budget':
    case 'flag':
    case 'image':
      return;
    default:
      reading.desk.fault('unknown-type', `block/${typeOf(block)}`);
  }
}

function readCall(reading: Reading, block: Json): void {
  const id = textOf(block['id']) ?? '';
  const use = remoteUse(id, textOf(block['name']) ?? '', block['input']);
  reading.calls.set(id, use);
  say(reading, 'call', 'agent', callText(use, block['input']), { use });
}

function readResult(reading: Reading, block: Json): void {
  const id = textOf(block['tool_use_id']) ?? '';
  const called = reading.calls.get(id);
  const use = called ?? remoteUse(id, textOf(block['name']) ?? 'tool', null);
  const text = pagesText(block['content']);
  const { outcome } = outcomeOf(use, text, block['is_error'] === true);
  say(reading, 'result', resultOrigin(use), text, { use, outcome });
}

/** What was found on the web comes as pages with a title and an address. */
function pagesText(content: unknown): string {
  if (typeof content === 'string') return content;
  const pages = listOf(content).flatMap((page) =>
    isJson(page) && page['type'] === 'knowledge'
      ? [[page['title'], page['url'], page['text']].flatMap((text) => textOf(text) ?? []).join('\n')]
      : [],
  );
  return [
    ...pages,
    resultText(listOf(content).filter((page) => !isJson(page) || page['type'] !== 'knowledge')),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}
