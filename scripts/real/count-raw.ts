// Counts sessions and a person's turns in raw transcripts without any importer, so that an importer can be checked.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow } from '../history/spoken.ts';

export interface RawCount {
  readonly files: number;
  readonly sessions: number;
  /** Words that a person typed, by the plainest reading of the format. */
  readonly personTurns: number;
  readonly toolCalls: number;
  /** Records that carry a message, a call or a result. */
  readonly records: number;
  readonly newestMs: number;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
/** Two records glued on one line count as two. */
const recordsOfLine = (line: string): readonly unknown[] => {
  const whole = parse(line);
  if (whole !== undefined) return [whole];
  const parts = line.split(/(?<=\})(?=\{)/);
  return parts.map(parse).filter((record) => record !== undefined);
};

interface Tally {
  readonly sessions: Set<string>;
  /** What was typed while the agent was at work, and what was typed at all: a queued prompt may come again. */
  readonly queued: Set<string>;
  readonly typed: Set<string>;
  /** By what is the same in every copy of a turn. */
  readonly person: Set<string>;
  readonly calls: Set<string>;
  readonly records: Set<string>;
}

const injected =
  /^\s*(<(system-reminder|command-|local-command|task-notification|bash-|user-prompt-submit-hook)|Caveat:|\[Request interrupted|This session is being continued|Stop hook feedback|Base directory for this skill)/;

const textBlocks = (content: unknown): readonly string[] => {
  if (typeof content === 'string') return [content];
  return (Array.isArray(content) ? content : [])
    .map(fieldsOf)
    .flatMap((block) =>
      block['type'] === 'text' && typeof block['text'] === 'string' ? [block['text']] : [],
    );
};
const blocksOf = (content: unknown): readonly Fields[] =>
  Array.isArray(content) ? content.map(fieldsOf) : [];

const countClaude = (record: Fields, at: string, tally: Tally): void => {
  const { type, uuid, content } = record;
  const key = typeof uuid === 'string' ? uuid : at;
  if (type === 'queue-operation' && record['operation'] === 'enqueue' && typeof content === 'string') {
    // Notices of tasks and commands are queued too.
    if (!/^\s*[<{/]/.test(content)) tally.queued.add(content.trim());
    return;
  }
  if (type === 'attachment') {
    const attachment = fieldsOf(record['attachment']);
    const byPerson = attachment['commandMode'] === undefined || attachment['commandMode'] === 'prompt';
    const { prompt } = attachment;
    if (attachment['type'] === 'queued_command' && byPerson) tally.person.add(key);
    if (typeof prompt === 'string') tally.typed.add(prompt.trim());
    return;
  }
  if (type !== 'user' && type !== 'assistant') return;
  const message = fieldsOf(record['message']);
  tally.records.add(key);
  const blocks = blocksOf(message['content']);
  for (const block of blocks) if (block['type'] === 'tool_use') tally.calls.add(String(block['id']));
  if (type !== 'user' || record['isSidechain'] === true) return;
  if (record['isMeta'] === true || record['isCompactSummary'] === true) return;
  if (blocks.some((block) => block['type'] === 'tool_result')) return;
  const origin = fieldsOf(record['origin'])['kind'];
  if (origin !== undefined && origin !== 'human') return;
  const typed = textBlocks(message['content']).filter((text) => text.trim() !== '' && !injected.test(text));
  for (const text of typed) tally.typed.add(text.trim());
  if (typed.length > 0) tally.person.add(key);
};

const countCodex = (record: Fields, at: string, tally: Tally): void => {
  const payload = fieldsOf(record['payload']);
  const kind = payload['type'];
  if (record['type'] === 'event_msg' && kind === 'user_message') tally.person.add(at);
  if (record['type'] !== 'response_item') return;
  tally.records.add(at);
  if (/^(function_call|custom_tool_call|local_shell_call|web_search_call)$/.test(String(kind))) {
    const callId = payload['call_id'];
    tally.calls.add(typeof callId === 'string' ? callId : at);
  }
};

export const countRaw = (agent: 'claude-code' | 'codex', folder: string): RawCount => {
  const files = filesBelow(folder).filter((path) => path.endsWith('.jsonl'));
  const tally: Tally = {
    sessions: new Set(),
    queued: new Set(),
    typed: new Set(),
    person: new Set(),
    calls: new Set(),
    records: new Set(),
  };
  let newestMs = 0;
  for (const path of files) {
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      for (const record of recordsOfLine(line).map(fieldsOf)) {
        const at = `${path}:${index}`;
        const timestamp = record['timestamp'];
        const atMs = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
        if (atMs > newestMs) newestMs = atMs;
        if (agent === 'claude-code') countClaude(record, at, tally);
        else countCodex(record, at, tally);
      }
    }
    tally.sessions.add(basename(path));
  }
  return {
    files: files.length,
    sessions: tally.sessions.size,
    personTurns: tally.person.size + [...tally.queued].filter((text) => !tally.typed.has(text)).length,
    toolCalls: tally.calls.size,
    records: tally.records.size,
    newestMs,
  };
};
