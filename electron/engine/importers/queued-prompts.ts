// What a person types while the agent is busy. Newer builds of Claude Code write it down as an attachment, older ones
// only in the bookkeeping of the queue: there it would be lost, though it is often a correction. A prompt is a turn once.
import { contentHash } from '../../../shared/ids.ts';
import { isJson, listOf, numberOf, textOf } from './json-line.ts';

export interface QueuedPrompt {
  readonly session: string;
  readonly text: string;
  readonly atMs: number | null;
}

export interface QueuedPrompts {
  enqueue(prompt: QueuedPrompt): void;
  /** It left the queue to become an ordinary prompt, which follows in the file. */
  dequeue(session: string): void;
  /** It left the queue into the running turn: an attachment may follow that says so, or nothing at all. */
  remove(session: string): void;
  /** The person took all of them back into the input line. */
  takeBack(session: string): void;
  /** An attachment with this text was read. */
  attached(session: string, text: string): void;
  /** The removed ones for which no attachment came: call it where the conversation goes on. */
  orphans(): readonly QueuedPrompt[];
  /** Whether a prompt only repeats a queued one that is a turn already. */
  isRepeat(session: string, text: string): boolean;
  dump(): unknown;
}

/** A person does not type more ahead than this. */
const queueMax = 64;

export function createQueuedPrompts(dumped: unknown): QueuedPrompts {
  const given = isJson(dumped) ? dumped : {};
  const waiting: QueuedPrompt[] = promptsFrom(given['waiting']);
  let removed: QueuedPrompt[] = promptsFrom(given['removed']);
  // The queued prompts that became turns, as hashes; a later prompt with the same text repeats them.
  let said: string[] = listOf(given['said']).filter((hash) => typeof hash === 'string');
  const shift = (session: string): QueuedPrompt | null => {
    const first = waiting.findIndex((prompt) => prompt.session === session);
    return first === -1 ? null : (waiting.splice(first, 1)[0] ?? null);
  };
  const say = (session: string, text: string): void => {
    said.push(contentHash(session, text));
    if (said.length > queueMax) said.shift();
  };
  return {
    enqueue(prompt) {
      waiting.push(prompt);
      if (waiting.length > queueMax) waiting.shift();
    },
    dequeue: (session) => void shift(session),
    remove(session) {
      const prompt = shift(session);
      if (prompt !== null) removed.push(prompt);
      if (removed.length > queueMax) removed.shift();
    },
    takeBack(session) {
      while (shift(session) !== null);
    },
    attached(session, text) {
      const match = removed.findIndex((prompt) => prompt.session === session && prompt.text === text);
      if (match !== -1) removed.splice(match, 1);
      say(session, text);
    },
    orphans() {
      if (removed.length === 0) return removed;
      const all = removed;
      removed = [];
      for (const prompt of all) say(prompt.session, prompt.text);
      return all;
    },
    isRepeat(session, text) {
      if (said.length === 0) return false;
      const at = said.indexOf(contentHash(session, text));
      // Another prompt means that the conversation went on: the same words said again later are said again.
      if (at === -1) said = [];
      else said.splice(at, 1);
      return at !== -1;
    },
    dump: () => ({ waiting, removed, said }),
  };
}

function promptsFrom(value: unknown): QueuedPrompt[] {
  return listOf(value).flatMap((entry) => {
    const session = isJson(entry) ? textOf(entry['session']) : null;
    const text = isJson(entry) ? textOf(entry['text']) : null;
    if (!isJson(entry) || session === null || text === null) return [];
    return [{ session, text, atMs: numberOf(entry['atMs']) }];
  });
}
