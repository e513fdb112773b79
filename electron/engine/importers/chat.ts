// What the exports of chats have in common: one element of their list is one chat, whole, and a newer export holds it
// again, with more turns. Nothing is carried from one chat to the next but what is said once for all of them.
import type { ExportAgent, ToolUse } from '../../../shared/transcript.ts';
import type { Importer, LineReader } from './importer.ts';
import { isJson, parseJson, textOf, type Json } from './json-line.ts';
import { createSessionLedger, type SessionLedger, type SessionNotes } from './session-ledger.ts';
import { toolKind, toolUse } from './tool-use.ts';

export interface ChatDesk {
  readonly ledger: SessionLedger;
  /** Keys of what stands in every chat and was taken from one. */
  readonly once: Set<string>;
  readonly fault: (reason: 'unknown-type' | 'wrong-shape', detail: string) => void;
}

/** `read` is given one chat; it never throws. */
export const chatImporter = (agent: ExportAgent, read: (desk: ChatDesk, chat: Json) => void): Importer => ({
  agent,
  open: () => openReader(agent, read),
});

function openReader(agent: ExportAgent, read: (desk: ChatDesk, chat: Json) => void): LineReader {
  let ledger = createSessionLedger(agent, null);
  const once = new Set<string>();
  return {
    line(text, startByte, endByte) {
      const place = { startByte, endByte };
      const chat = parseJson(text);
      if (isJson(chat))
        read({ ledger, once, fault: (reason, detail) => ledger.skip({ ...place, reason, detail }) }, chat);
      else if (chat !== undefined) ledger.skip({ ...place, reason: 'wrong-shape', detail: 'no chat' });
      else ledger.skip({ ...place, reason: text.endsWith('}') ? 'not-json' : 'cut', detail: '' });
    },
    tooLong(startByte, endByte) {
      ledger.skip({ startByte, endByte, reason: 'too-long', detail: '' });
    },
    take() {
      const part = ledger.take();
      // A chat comes whole: what is known of it is not needed again, and an account has thousands.
      ledger = createSessionLedger(agent, null);
      return part;
    },
    state: () => '{}',
  };
}

/** Null for a chat without an id: it could not be told from another one. */
export function chatSession(
  { ledger }: ChatDesk,
  { id, title }: { readonly id: string | null; readonly title: unknown },
): SessionNotes | null {
  if (id === null) return null;
  const session = ledger.session(id, false);
  session.title = textOf(title)?.trim().slice(0, titleMax).toWellFormed() ?? null;
  return session;
}

const titleMax = 300;

/**
 * What a service's tools did, they did on its own machines: no command of the person's, no file of theirs. Only what a
 * page or a file said is told apart, for it is trusted less.
 */
export function remoteUse(callId: string, name: string, input: unknown): ToolUse {
  const use = toolUse(callId, name, input);
  const kind = goesToTheWeb.test(name) ? 'web' : readsFiles.test(name) ? 'read' : toolKind(name);
  const tool = kind === 'web' || kind === 'read' ? kind : 'other';
  return { ...use, tool, command: null };
}

// "web.run", "browser.search", "web_fetch", a custom assistant's own server ("api_example_com__jit_plugin").
const goesToTheWeb = /^(?:web|browser|bing|search|fetch)|__jit_plugin$/iu;
const readsFiles = /^(?:myfiles|file_search|project_knowledge|google_drive|gmail|gcal|view$)/iu;
