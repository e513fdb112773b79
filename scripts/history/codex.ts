// Writes a session as Codex does: every message twice, as a response item and as an event.
import {
  createSessionClock,
  type Clock,
  type HistoryFile,
  type Row,
  type WriterInput,
} from './agent-files.ts';
import type { Call } from './bank.ts';
import type { Chance } from './chance.ts';
import type { Session, Step } from './day.ts';

interface Log {
  readonly rows: Row[];
  readonly chance: Chance;
  readonly clock: Clock;
  readonly cwd: string;
  /** Older builds call the shell by another name and wrap what it printed in JSON. */
  readonly older: boolean;
}

const add = (log: Log, type: string, payload: Row): void => {
  log.clock.tick();
  log.rows.push({ timestamp: log.clock.iso(), type, payload });
};
const item = (log: Log, payload: Row): void => add(log, 'response_item', payload);
const event = (log: Log, payload: Row): void => add(log, 'event_msg', payload);

const addMessage = (log: Log, role: 'user' | 'developer' | 'assistant', text: string): void =>
  item(log, {
    type: 'message',
    role,
    content: [{ type: role === 'assistant' ? 'output_text' : 'input_text', text }],
  });

const addShell = (log: Log, call: Call, command: string): void => {
  const call_id = `call_${log.chance.hex(24)}`;
  const exit = call.failed ? 1 : 0;
  const asked = log.older
    ? { name: 'shell', arguments: JSON.stringify({ command: ['bash', '-lc', command], workdir: log.cwd }) }
    : {
        name: 'exec_command',
        arguments: JSON.stringify({ cmd: command, workdir: log.cwd, yield_time_ms: 1000 }),
      };
  item(log, { type: 'function_call', ...asked, call_id });
  const output = log.older
    ? JSON.stringify({ output: call.output, metadata: { exit_code: exit, duration_seconds: 0.3 } })
    : `Chunk ID: ${log.chance.hex(6)}\nWall time: 0.3000 seconds\nProcess exited with code ${exit}\nOriginal token count: ${Math.ceil(call.output.length / 4)}\nOutput:\n${call.output}`;
  item(log, { type: 'function_call_output', call_id, output });
};

const addTool = (log: Log, call: Call): void => {
  switch (call.tool) {
    case 'shell':
      return addShell(log, call, call.target);
    case 'read':
      return addShell(log, call, `sed -n '1,220p' ${call.target}`);
    case 'web':
      return addShell(log, call, `curl -sL ${call.target}`);
    case 'edit': {
      const call_id = `call_${log.chance.hex(24)}`;
      const input = `*** Begin Patch\n*** Update File: ${call.target}\n@@\n-before\n+after\n*** End Patch`;
      item(log, { type: 'custom_tool_call', status: 'completed', call_id, name: 'apply_patch', input });
      const output = JSON.stringify({
        output: `Success. Updated the following files:\nM ${call.target}\n`,
        metadata: { exit_code: 0, duration_seconds: 0 },
      });
      return item(log, { type: 'custom_tool_call_output', call_id, output });
    }
  }
};

const addCompaction = (log: Log, session: Session, summary: string): void => {
  const replacement_history = session.exchanges
    .flat()
    .flatMap((step) => (step.by === 'person' ? [step.text] : []))
    .slice(0, 3)
    .map((text): Row => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] }));
  add(log, 'compacted', { message: summary, replacement_history });
  event(log, { type: 'context_compacted' });
};

const addStep = (log: Log, session: Session, step: Step): void => {
  switch (step.by) {
    case 'person':
      addMessage(log, 'user', step.text);
      return event(log, {
        type: 'user_message',
        message: step.text,
        images: [],
        local_images: [],
        text_elements: [],
      });
    case 'agent':
      if (log.chance.happens(0.4)) {
        item(log, { type: 'reasoning', summary: [], content: null, encrypted_content: log.chance.hex(80) });
      }
      event(log, { type: 'agent_message', message: step.text, phase: 'commentary' });
      return addMessage(log, 'assistant', step.text);
    case 'tool':
      return addTool(log, step.call);
    case 'harness':
      return addMessage(log, 'developer', step.text);
    case 'compaction':
      return addCompaction(log, session, step.summary);
    case 'interrupt':
      addMessage(
        log,
        'user',
        '<turn_aborted>\nThe user interrupted the previous turn on purpose.\n</turn_aborted>',
      );
      return event(log, { type: 'turn_aborted', reason: 'interrupted' });
  }
};

/** Turns of a session; a fork begins with the turns of its parent, re-stamped, their ids kept. */
const addTurns = (log: Log, session: Session): void => {
  for (const [index, exchange] of session.exchanges.entries()) {
    const turn_id = `${session.id.slice(0, 24)}${index.toString(16).padStart(12, '0')}`;
    event(log, { type: 'task_started', turn_id, model_context_window: 258_400 });
    add(log, 'turn_context', {
      turn_id,
      cwd: log.cwd,
      approval_policy: 'on-request',
      model: 'gpt-5.3-codex',
      effort: 'medium',
      summary: 'auto',
      sandbox_policy: { type: 'workspace-write', network_access: false },
    });
    for (const step of exchange) addStep(log, session, step);
    event(log, {
      type: 'token_count',
      info: {
        last_token_usage: {
          input_tokens: 8000 + log.chance.whole(9000),
          output_tokens: 60 + log.chance.whole(600),
        },
      },
    });
    event(log, { type: 'task_complete', turn_id, last_agent_message: null });
  }
};

const meta = (id: string, startMs: number, cwd: string, more: Row): Row => ({
  id,
  timestamp: new Date(startMs).toISOString(),
  cwd,
  originator: 'codex-tui',
  cli_version: '0.125.0',
  source: 'cli',
  model_provider: 'openai',
  base_instructions: { text: 'You are Codex, a coding agent. Always answer briefly. Never guess.' },
  ...more,
});

const pathOf = (id: string, startMs: number): string => {
  const stamp = new Date(startMs).toISOString();
  const day = stamp.slice(0, 10).replaceAll('-', '/');
  return `.codex/sessions/${day}/rollout-${stamp.slice(0, 19).replaceAll(':', '-')}-${id}.jsonl`;
};

const begin = (log: Log, shownMemory: string | null): void => {
  addMessage(
    log,
    'developer',
    '<permissions instructions>\nNever leave the sandbox.\n</permissions instructions>',
  );
  if (shownMemory !== null) {
    const text = `# AGENTS.md instructions for ${log.cwd}\n\n<INSTRUCTIONS>\n${shownMemory}\n</INSTRUCTIONS>`;
    addMessage(log, 'user', text);
  }
  addMessage(
    log,
    'user',
    `<environment_context>\n  <cwd>${log.cwd}</cwd>\n  <shell>bash</shell>\n</environment_context>`,
  );
};

export const writeCodex = (session: Session, input: WriterInput): readonly HistoryFile[] => {
  const { home, chance, shownMemory } = input;
  const cwd = `${home}/projects/${session.project.name}`;
  const older = chance.happens(0.3);
  const start = (id: string, startMs: number, more: Row): Log => {
    const log: Log = { rows: [], chance, clock: createSessionClock(startMs, chance), cwd, older };
    log.rows.push({
      timestamp: new Date(startMs).toISOString(),
      type: 'session_meta',
      payload: meta(id, startMs, cwd, more),
    });
    begin(log, shownMemory);
    return log;
  };
  const { forkOf } = session;
  const log = start(session.id, session.startMs, forkOf === null ? {} : { forked_from_id: forkOf.id });
  if (forkOf !== null) addTurns(log, forkOf);
  addTurns(log, session);
  if (session.strange) add(log, 'moon_phase', { type: 'waxing', advice: 'never plant by the moon' });
  const rest = session.cut
    ? `{"timestamp":"${log.clock.iso()}","type":"response_item","payload":{"type":"mess`
    : '';
  const helpers = session.helpers.map((helper): HistoryFile => {
    const id = chance.uuid();
    const startMs = log.clock.nowMs();
    const spawn = { parent_thread_id: session.id, depth: 1, agent_nickname: 'Plato', agent_role: 'explorer' };
    const own = start(id, startMs, { source: { subagent: { thread_spawn: spawn } } });
    addStep(own, session, { by: 'person', text: helper.prompt });
    for (const step of helper.steps) addStep(own, session, step);
    return { path: pathOf(id, startMs), rows: own.rows, rest: '', modifiedMs: own.clock.nowMs() };
  });
  return [
    { path: pathOf(session.id, session.startMs), rows: log.rows, rest, modifiedMs: log.clock.nowMs() },
    ...helpers,
  ];
};
