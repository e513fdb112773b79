// Writes a session as Claude Code does: a chain of records, one line for each block of a message.
import { assertNever } from '../../shared/result.ts';
import type { Call } from './bank.ts';
import type { Chance } from './chance.ts';
import type { Session, Step } from './day.ts';
import {
  createSessionClock,
  type Clock,
  type HistoryFile,
  type Json,
  type Row,
  type WriterInput,
} from './agent-files.ts';

const version = '2.1.150';
const model = 'claude-opus-4-6';

const toolNames: Readonly<Record<Call['tool'], string>> = {
  shell: 'Bash',
  read: 'Read',
  edit: 'Edit',
  web: 'WebFetch',
};
const inputOf = ({ tool, target }: Call): Row => {
  switch (tool) {
    case 'shell':
      return { command: target, description: 'Run a command' };
    case 'read':
      return { file_path: target };
    case 'edit':
      return { file_path: target, old_string: 'before', new_string: 'after', replace_all: false };
    case 'web':
      return { url: target, prompt: 'What does this page say?' };
    default:
      return assertNever(tool);
  }
};

interface Chain {
  readonly rows: Row[];
  readonly chance: Chance;
  readonly clock: Clock;
  readonly base: Row;
  parent: string | null;
}

const add = (chain: Chain, type: string, fields: Row): string => {
  chain.clock.tick();
  const uuid = chain.chance.uuid();
  const { base, parent, clock } = chain;
  chain.rows.push({ parentUuid: parent, ...base, type, ...fields, uuid, timestamp: clock.iso() });
  chain.parent = uuid;
  return uuid;
};

/** Blocks of one message: a line each, with the same id and the same usage. */
const addMessage = (chain: Chain, blocks: readonly Row[], stop: string): string => {
  const { chance } = chain;
  const id = `msg_01${chance.hex(22)}`;
  const requestId = `req_01${chance.hex(22)}`;
  const usage = {
    input_tokens: 3 + chance.whole(900),
    cache_read_input_tokens: 12_000 + chance.whole(40_000),
    cache_creation_input_tokens: chance.whole(4000),
    output_tokens: 40 + chance.whole(700),
  };
  const message = {
    model,
    id,
    type: 'message',
    role: 'assistant',
    stop_reason: stop,
    stop_sequence: null,
    usage,
  };
  return blocks
    .map((block) => add(chain, 'assistant', { message: { ...message, content: [block] }, requestId }))
    .join();
};

const addTool = (chain: Chain, call: Call): void => {
  const id = `toolu_01${chain.chance.hex(22)}`;
  const source = addMessage(
    chain,
    [{ type: 'tool_use', id, name: toolNames[call.tool], input: inputOf(call) }],
    'tool_use',
  );
  const content = call.failed ? `Exit code 1\n${call.output}` : call.output;
  const result: Row = {
    type: 'tool_result',
    tool_use_id: id,
    content,
    ...(call.failed || call.tool === 'shell' ? { is_error: call.failed } : {}),
  };
  const use: Json = call.failed
    ? `Error: ${content}`
    : call.tool === 'shell'
      ? { stdout: call.output, stderr: '', interrupted: false, isImage: false }
      : { filePath: call.target };
  add(chain, 'user', {
    message: { role: 'user', content: [result] },
    toolUseResult: use,
    sourceToolAssistantUUID: source,
  });
};

const addPerson = (chain: Chain, text: string): void => {
  const { chance } = chain;
  const origin = {
    promptId: chance.uuid(),
    permissionMode: 'default',
    origin: { kind: 'human' },
    promptSource: 'typed',
  };
  // A reminder or an opened file often stands in the same record, as a block of its own before what was typed.
  const before = chance.happens(0.08)
    ? '<ide_opened_file>The user opened the file in the IDE. This may or may not be related to the current task.</ide_opened_file>'
    : null;
  const content: Json =
    before === null
      ? text
      : [
          { type: 'text', text: before },
          { type: 'text', text },
        ];
  add(chain, 'user', { message: { role: 'user', content }, ...origin });
};

const addCompaction = (chain: Chain, summary: string): void => {
  const logical = chain.parent;
  chain.parent = null;
  add(chain, 'system', {
    subtype: 'compact_boundary',
    content: 'Conversation compacted',
    isMeta: false,
    level: 'info',
    logicalParentUuid: logical,
    compactMetadata: { trigger: 'auto', preTokens: 150_000 + chain.chance.whole(9000) },
  });
  add(chain, 'user', {
    message: { role: 'user', content: summary },
    isVisibleInTranscriptOnly: true,
    isCompactSummary: true,
  });
};

const addStep = (chain: Chain, step: Step): void => {
  switch (step.by) {
    case 'person':
      return addPerson(chain, step.text);
    case 'agent': {
      // The signature alone: this version writes no readable thinking.
      const thinking = { type: 'thinking', thinking: '', signature: chain.chance.hex(64) };
      const text = { type: 'text', text: step.text };
      addMessage(chain, chain.chance.happens(0.3) ? [thinking, text] : [text], 'end_turn');
      return undefined;
    }
    case 'tool':
      return addTool(chain, step.call);
    case 'harness':
      add(chain, 'user', { message: { role: 'user', content: step.text }, isMeta: true });
      return undefined;
    case 'compaction':
      return addCompaction(chain, step.summary);
    case 'interrupt':
      add(chain, 'user', {
        message: { role: 'user', content: [{ type: 'text', text: '[Request interrupted by user]' }] },
      });
      return undefined;
  }
};

export const writeClaudeCode = (session: Session, { home, chance }: WriterInput): readonly HistoryFile[] => {
  const cwd = `${home}/projects/${session.project.name}`;
  const folder = `.claude/projects/${cwd.replace(/[^a-zA-Z0-9-]/g, '-')}`;
  const clock = createSessionClock(session.startMs, chance);
  const base: Row = {
    isSidechain: false,
    userType: 'external',
    entrypoint: 'cli',
    cwd,
    sessionId: session.id,
    version,
    gitBranch: 'main',
  };
  const chain: Chain = { rows: [], chance, clock, base, parent: null };
  chain.rows.push({ type: 'permission-mode', permissionMode: 'default', sessionId: session.id });
  for (const step of session.exchanges.flat()) addStep(chain, step);
  if (session.strange) {
    chain.rows.push({ type: 'weather-report', sessionId: session.id, sky: 'always take an umbrella' });
  }
  chain.rows.push({ type: 'ai-title', aiTitle: `Work on ${session.project.name}`, sessionId: session.id });
  const rest = session.cut ? `{"parentUuid":"${chain.parent ?? ''}","isSidechain":false,"type":"assis` : '';
  const helpers = session.helpers.map((helper): HistoryFile => {
    const agentId = chance.hex(17);
    const own: Chain = {
      rows: [],
      chance,
      clock,
      parent: null,
      base: { ...base, isSidechain: true, agentId },
    };
    add(own, 'user', { message: { role: 'user', content: helper.prompt } });
    for (const step of helper.steps) addStep(own, step);
    const path = `${folder}/${session.id}/subagents/agent-${agentId}.jsonl`;
    return { path, rows: own.rows, rest: '', modifiedMs: clock.nowMs() };
  });
  return [
    { path: `${folder}/${session.id}.jsonl`, rows: chain.rows, rest, modifiedMs: clock.nowMs() },
    ...helpers,
  ];
};
