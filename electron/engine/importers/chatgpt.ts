// Reads the chats of a ChatGPT export: a tree of messages by `mapping`, one branch for each time a message was edited or
// answered anew. What was typed is the person's; what tools, pages and OpenAI put into the chat is not.
import type { Origin } from '../../../shared/origin.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { Outcome, ToolUse, TurnKind } from '../../../shared/transcript.ts';
import { chatImporter, chatSession, remoteUse, type ChatDesk } from './chat.ts';
import { isJson, listOf, numberOf, textOf, type Json } from './json-line.ts';
import type { SessionNotes } from './session-ledger.ts';
import { wholeSpan } from './spans.ts';
import { callText, resultOrigin } from './tool-use.ts';

export const chatGptImporter = chatImporter('chatgpt', readChat);

/** One chat while it is read. */
interface Reading {
  readonly desk: ChatDesk;
  readonly session: SessionNotes;
  /** By the id of the node that called. */
  readonly calls: Map<string, ToolUse>;
  /** The time of the message before, for those without one. */
  atMs: number | null;
}

function readChat(desk: ChatDesk, chat: Json): void {
  const id = textOf(chat['conversation_id']) ?? textOf(chat['id']);
  const mapping = isJson(chat['mapping']) ? chat['mapping'] : null;
  const session = mapping === null ? null : chatSession(desk, { id, title: chat['title'] });
  if (mapping === null || session === null) return desk.fault('wrong-shape', 'chat');
  const reading: Reading = { desk, session, calls: new Map(), atMs: timeOf(chat['create_time']) };
  for (const { id: nodeId, node, parent } of nodesInOrder(mapping)) {
    const message = isJson(node['message']) ? node['message'] : null;
    if (message !== null) readMessage(reading, message, { id: nodeId, parent });
  }
}

interface Place {
  readonly id: string;
  /** The node before. */
  readonly parent: string | null;
}

interface Placed extends Place {
  readonly node: Json;
}

/** Every node once, each branch whole before the next one, the older first; whatever the links say. */
function* nodesInOrder(mapping: Json): Generator<Placed> {
  const childrenOf = new Map<string | null, string[]>();
  for (const [id, node] of Object.entries(mapping)) {
    if (!isJson(node)) continue;
    const named = textOf(node['parent']);
    const parent = named !== null && isJson(mapping[named]) ? named : null;
    const children = childrenOf.get(parent) ?? [];
    children.push(id);
    childrenOf.set(parent, children);
  }
  const seen = new Set<string>();
  // Those of a circle hang on no root: they come last, as they stand.
  for (const root of [...(childrenOf.get(null) ?? []), ...Object.keys(mapping)]) {
    const waiting: Place[] = [{ id: root, parent: null }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const node = mapping[next.id];
      if (seen.has(next.id) || !isJson(node)) continue;
      seen.add(next.id);
      yield { ...next, node };
      const parent = next.id;
      const children = inTheirOrder(node, childrenOf.get(parent) ?? []);
      waiting.push(...children.toReversed().map((id) => ({ id, parent })));
    }
  }
}

/** As the node lists them, which is the order in which they came to be. */
function inTheirOrder(node: Json, children: readonly string[]): readonly string[] {
  if (children.length < 2) return children;
  const listed = new Map(listOf(node['children']).map((id, i) => [id, i]));
  return children.toSorted((a, b) => (listed.get(a) ?? listed.size) - (listed.get(b) ?? listed.size));
}

// 2100: a number beyond it is given in milliseconds.
const secondsMax = 4_102_444_800;

/** Seconds since 1970, with a fraction. */
function timeOf(value: unknown): number | null {
  const at = numberOf(value);
  if (at === null || at <= 0 || at > secondsMax * 1000) return null;
  return Math.round(at > secondsMax ? at : at * 1000);
}

interface Said {
  readonly kind: TurnKind;
  readonly text: string | null;
  readonly origin: Origin;
  readonly use?: ToolUse;
  readonly outcome?: Outcome;
  /** Where it is no message of this chat alone. */
  readonly key?: string;
}

function readMessage(reading: Reading, message: Json, place: Place): void {
  const id = textOf(message['id']);
  const content = isJson(message['content']) ? message['content'] : {};
  reading.atMs = timeOf(message['create_time']) ?? reading.atMs;
  const said = heard(reading, message, content, place.parent);
  if (said === null || said.text === null || said.text.trim() === '') return;
  const { kind, text, origin, use, outcome } = said;
  if (use !== undefined && kind === 'call') reading.calls.set(place.id, use);
  reading.desk.ledger.add(reading.session, {
    key: said.key ?? (id === null ? null : messageKey(reading.session, id)),
    atMs: reading.atMs,
    kind,
    text,
    spans: wholeSpan(text, origin),
    ...(use === undefined ? {} : { use }),
    ...(outcome === undefined ? {} : { outcome }),
  });
}

/** A chat that was branched off another one copies its messages with their ids, which are UUIDs: the same turn. */
const messageKey = (session: SessionNotes, id: string): string =>
  isUuid.test(id) ? `chatgpt/${id}` : `chatgpt/${session.nativeId}/${id.slice(0, 100)}`;
const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

function heard(reading: Reading, message: Json, content: Json, parent: string | null): Said | null {
  const author = isJson(message['author']) ? message['author'] : {};
  const metadata = isJson(message['metadata']) ? message['metadata'] : {};
  const isHidden =
    metadata['is_visually_hidden_from_conversation'] === true || metadata['is_user_system_message'] === true;
  switch (content['content_type']) {
    case 'user_editable_context':
      return customInstructions(reading.desk, content, metadata);
    // What ChatGPT remembers of the person, in its own words: an agent's note.
    case 'model_editable_context':
      return { kind: 'notice', text: textOf(content['model_set_context']), origin: 'agent' };
    case 'thoughts':
      return { kind: 'thinking', text: thoughtsIn(content), origin: 'agent' };
    case 'reasoning_recap':
      return { kind: 'notice', text: textOf(content['content']), origin: 'injected' };
    default:
  }
  switch (author['role']) {
    case 'user':
      return isHidden
        ? { kind: 'notice', text: textIn(content), origin: 'injected' }
        : ofPerson(reading, content);
    case 'assistant':
      return ofAssistant(message, content, isHidden);
    case 'tool':
      return ofTool(reading, message, content, textOf(author['name']) ?? '', parent);
    case 'system':
      return { kind: 'notice', text: textIn(content), origin: 'injected' };
    default: {
      const { role } = author;
      reading.desk.fault('unknown-type', `role/${typeof role === 'string' ? role : 'none'}`);
      return { kind: 'notice', text: textIn(content), origin: 'import' };
    }
  }
}

const typed = new Set(['text', 'multimodal_text', 'code']);

function ofPerson({ desk }: Reading, content: Json): Said {
  const type = content['content_type'];
  const text = textIn(content);
  if (typeof type === 'string' && typed.has(type)) return { kind: 'message', text, origin: 'person' };
  desk.fault('unknown-type', `user/${typeof type === 'string' ? type : 'none'}`);
  return { kind: 'message', text, origin: 'import' };
}

function ofAssistant(message: Json, content: Json, isHidden: boolean): Said {
  const recipient = textOf(message['recipient']) ?? 'all';
  const text = textIn(content);
  if (recipient !== 'all') {
    const use = remoteUse(textOf(message['id']) ?? '', recipient, null);
    return { kind: 'call', text: callText(use, text ?? ''), origin: 'agent', use };
  }
  return { kind: isHidden ? 'notice' : 'message', text, origin: 'agent' };
}

function ofTool({ calls }: Reading, message: Json, content: Json, name: string, parent: string | null): Said {
  const called = parent === null ? undefined : calls.get(parent);
  const use = remoteUse(called?.callId ?? '', name === '' ? (called?.name ?? 'tool') : name, null);
  const isPage = /^(?:tether|sonic_webpage|search_)/u.test(textOf(content['content_type']) ?? '');
  const target = textOf(content['url']) ?? use.target;
  return {
    kind: 'result',
    text: textIn(content),
    origin: isPage ? 'web' : resultOrigin(use),
    use: { ...use, tool: isPage ? 'web' : use.tool, target: target?.slice(0, 4096).toWellFormed() ?? null },
    outcome: outcomeOf(message, content),
  };
}

function outcomeOf(message: Json, content: Json): Outcome {
  if (content['content_type'] === 'system_error') return 'failed';
  const metadata = isJson(message['metadata']) ? message['metadata'] : {};
  const ran = isJson(metadata['aggregate_result']) ? textOf(metadata['aggregate_result']['status']) : null;
  return ran === null ? 'unknown' : ran === 'success' ? 'ok' : 'failed';
}

/** The words of a message, whatever holds them. Pictures and sounds are no text; what was spoken is. */
function textIn(content: Json): string | null {
  const parts = listOf(content['parts']).flatMap((part) => {
    if (typeof part === 'string') return [part];
    const spoken =
      isJson(part) && part['content_type'] === 'audio_transcription' ? textOf(part['text']) : null;
    return spoken === null ? [] : [spoken];
  });
  const joined = parts.filter((part) => part.trim() !== '').join('\n');
  if (joined !== '') return joined;
  const named = [content['title'], content['text'], content['result'], content['content']].flatMap(
    (text) => textOf(text) ?? [],
  );
  return named.length === 0 ? null : named.join('\n');
}

const thoughtsIn = (content: Json): string =>
  listOf(content['thoughts'])
    .flatMap((thought) =>
      isJson(thought)
        ? [[textOf(thought['summary']), textOf(thought['content'])].filter(Boolean).join('\n')]
        : [],
    )
    .join('\n\n');

/**
 * Custom instructions: the person's own words, written once, and copied by ChatGPT into every chat. They count as said
 * once for each wording, in the first chat that was read of those that hold it: a thousand copies are no thousand sayings.
 * The key is the wording's, so that another export, which begins with another chat, brings nothing new.
 */
function customInstructions({ once }: ChatDesk, content: Json, metadata: Json): Said | null {
  const given = isJson(metadata['user_context_message_data']) ? metadata['user_context_message_data'] : {};
  const own = [given['about_user_message'], given['about_model_message']].flatMap(
    (text) => textOf(text) ?? [],
  );
  const wrapped = [content['user_profile'], content['user_instructions']].flatMap(
    (text) => textOf(text) ?? [],
  );
  const written = own.length > 0 ? own : wrapped.flatMap(withinFences);
  const isTheirs = written.length > 0;
  const text = (isTheirs ? written : wrapped).join('\n\n');
  const key = `chatgpt/custom/${contentHash(text)}`;
  if (once.has(key)) return null;
  once.add(key);
  return { kind: 'message', text, origin: isTheirs ? 'person' : 'import', key };
}

/** OpenAI's words stand around the fence, the person's within it; where there is no fence, nobody can tell. */
const withinFences = (text: string): readonly string[] =>
  [...text.matchAll(/^```[^\n]*\n(.*?)^```\s*$/gmsu)].flatMap(([, inner = '']) => {
    const words = inner.trim();
    return words === '' ? [] : [words];
  });
