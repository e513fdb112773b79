// Writes a session as OpenClaw does (version 3): entries in a chain, what a person sent behind a time stamp.
import {
  createSessionClock,
  type Clock,
  type HistoryFile,
  type Row,
  type WriterInput,
} from './agent-files.ts';
import { assertNever } from '../../shared/result.ts';
import type { Call } from './bank.ts';
import type { Chance } from './chance.ts';
import type { Session, Step } from './day.ts';

interface Chain {
  readonly rows: Row[];
  readonly chance: Chance;
  readonly clock: Clock;
  parent: string | null;
}

const add = (chain: Chain, type: string, fields: Row): string => {
  chain.clock.tick();
  const id = chain.chance.hex(8);
  chain.rows.push({ type, id, parentId: chain.parent, timestamp: chain.clock.iso(), ...fields });
  chain.parent = id;
  return id;
};
const addMessage = (chain: Chain, message: Row): string => {
  chain.clock.tick();
  return add(chain, 'message', { message: { ...message, timestamp: chain.clock.nowMs() } });
};

const model = { api: 'anthropic-messages', provider: 'anthropic', model: 'claude-opus-4-6' };
const usage = (chance: Chance): Row => ({
  input: 20 + chance.whole(900),
  output: 30 + chance.whole(500),
  cacheRead: 9000 + chance.whole(9000),
  cacheWrite: chance.whole(900),
});

const toolNames: Readonly<Record<Call['tool'], string>> = {
  shell: 'exec',
  read: 'read',
  edit: 'edit',
  web: 'web_fetch',
};
const argumentsOf = ({ tool, target }: Call): Row => {
  switch (tool) {
    case 'shell':
      return { command: target };
    case 'read':
      return { path: target };
    case 'edit':
      return { path: target, oldText: 'before', newText: 'after' };
    case 'web':
      return { url: target, extractMode: 'markdown' };
    default:
      return assertNever(tool);
  }
};

const addTool = (chain: Chain, call: Call): void => {
  const id = `toolu_01${chain.chance.hex(22)}`;
  const toolName = toolNames[call.tool];
  addMessage(chain, {
    role: 'assistant',
    content: [{ type: 'toolCall', id, name: toolName, arguments: argumentsOf(call) }],
    ...model,
    usage: usage(chain.chance),
    stopReason: 'toolUse',
  });
  const details: Row =
    call.tool === 'shell' ? { details: { status: 'completed', exitCode: call.failed ? 1 : 0 } } : {};
  const output = call.failed ? `${call.output}\n\nCommand exited with code 1` : call.output;
  addMessage(chain, {
    role: 'toolResult',
    toolCallId: id,
    toolName,
    content: [{ type: 'text', text: output }],
    ...details,
    isError: call.failed,
  });
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** `[Wed 2026-02-18 11:21 UTC] `, as the gateway puts it before what a person sent. */
const envelope = (atMs: number): string => {
  const at = new Date(atMs);
  return `[${weekdays[at.getUTCDay()] ?? ''} ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC] `;
};

const addStep = (chain: Chain, step: Step): void => {
  const text = (words: string): Row => ({ type: 'text', text: words });
  switch (step.by) {
    case 'person':
      addMessage(chain, { role: 'user', content: [text(envelope(chain.clock.nowMs()) + step.text)] });
      return;
    case 'agent':
      addMessage(chain, {
        role: 'assistant',
        content: [text(step.text)],
        ...model,
        usage: usage(chain.chance),
        stopReason: 'stop',
      });
      return;
    case 'tool':
      addTool(chain, step.call);
      return;
    case 'harness':
      addMessage(chain, { role: 'user', content: [text(step.text)] });
      return;
    case 'compaction':
      add(chain, 'compaction', {
        summary: step.summary,
        firstKeptEntryId: chain.parent,
        tokensBefore: 90_000 + chain.chance.whole(9000),
      });
      return;
    case 'interrupt':
      addMessage(chain, {
        role: 'assistant',
        content: [],
        ...model,
        usage: usage(chain.chance),
        stopReason: 'aborted',
      });
  }
};

export const writeOpenClaw = (session: Session, { home, chance }: WriterInput): readonly HistoryFile[] => {
  const clock = createSessionClock(session.startMs, chance);
  const cwd = `${home}/.openclaw/workspace`;
  const head: Row = { type: 'session', version: 3, id: session.id, timestamp: clock.iso(), cwd };
  const chain: Chain = { rows: [head], chance, clock, parent: null };
  add(chain, 'model_change', { provider: 'anthropic', modelId: model.model });
  add(chain, 'thinking_level_change', { thinkingLevel: 'low' });
  if (chance.happens(0.2)) {
    add(chain, 'custom_message', {
      customType: 'openclaw.runtime-context',
      content: 'Always reply in the channel that the message came from.',
      display: false,
    });
  }
  for (const step of session.exchanges.flat()) addStep(chain, step);
  if (session.strange) add(chain, 'tide_table', { advice: 'prefer low water' });
  const rest = session.cut
    ? `{"type":"message","id":"${chance.hex(8)}","parentId":"${chain.parent ?? ''}","mess`
    : '';
  const path = `.openclaw/agents/main/sessions/${session.id}.jsonl`;
  return [{ path, rows: chain.rows, rest, modifiedMs: clock.nowMs() }];
};

/** The index of sessions, and a backup copy of one of them that a reader must not count twice. */
export const writeOpenClawIndex = (
  sessions: readonly Session[],
  files: readonly HistoryFile[],
): readonly HistoryFile[] => {
  const own = sessions.filter((session) => session.agent.kind === 'openclaw');
  const newest = own.at(-1);
  if (newest === undefined) return [];
  const index = {
    'agent:main:main': {
      sessionId: newest.id,
      updatedAt: newest.startMs,
      lastChannel: 'webchat',
      compactionCount: 0,
    },
  };
  const copied = files.find((file) => file.path.endsWith(`${newest.id}.jsonl`));
  const folder = '.openclaw/agents/main/sessions';
  return [
    {
      path: `${folder}/sessions.json`,
      rows: [],
      rest: `${JSON.stringify(index, null, 2)}\n`,
      modifiedMs: newest.startMs,
    },
    ...(copied === undefined ? [] : [{ ...copied, path: `${copied.path}.bak-4711-${newest.startMs}` }]),
  ];
};
