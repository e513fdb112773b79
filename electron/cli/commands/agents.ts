// `slowwave agents connect`: puts our server into an agent's own configuration. The diff first; written only when asked for.
import path from 'node:path';
import { Argument } from 'commander';
import type { FilesReceipt } from '../../../shared/agent-files.ts';
import { err, ok } from '../../../shared/result.ts';
import {
  mcpAgents,
  type ConnectionPlan,
  type ConnectionWish,
  type McpAgent,
} from '../../../shared/serving.ts';
import { diffLines } from '../files-text.ts';
import { readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Register } from '../world.ts';

interface ConnectFlags {
  readonly write?: boolean;
  readonly project?: string;
}

const offered = (plan: ConnectionPlan): readonly string[] => [
  'Agents are told how to use it when they connect. To have it in a memory file as well, these words do:',
  `  ${oneLine(plan.instructions)}`,
];

function planLines(plan: ConnectionPlan, { paint, ownName }: Call): readonly string[] {
  if (plan.isThere) return [`${oneLine(plan.path)} names our server already.`, ...offered(plan)];
  return [
    ...diffLines(plan.diff, paint),
    '',
    paint.bold('Nothing is written yet.'),
    `Write it: ${ownName} agents connect ${plan.agent} --write`,
    ...offered(plan),
  ];
}

const doneLines = (
  { apply, questions }: FilesReceipt,
  plan: ConnectionPlan,
  { ownName }: Call,
): readonly string[] => [
  ...(apply === null
    ? questions.length === 0
      ? [`${oneLine(plan.path)} names our server already.`]
      : questions.map(({ sentence }) => oneLine(sentence))
    : [`Written into ${oneLine(plan.path)}; its next session has it. Undo: ${ownName} files undo ${apply}`]),
  ...offered(plan),
];

const connect =
  (agent: McpAgent, flags: ConnectFlags): Command =>
  async (call) => {
    if (flags.project !== undefined && agent !== 'claude-code' && agent !== 'cursor') {
      return err({
        kind: 'wrong-input',
        happened: `${agent} keeps its list of servers for the whole computer, not for a project.`,
        safe: 'Nothing was written.',
        todo: 'Leave --project out.',
      });
    }
    const project = flags.project === undefined ? null : path.resolve(call.cwd, flags.project);
    const wish: ConnectionWish = { agent, project, ...call.mcpCommand };
    const plan = await call.engine.connectionPlan(wish);
    if (!plan.ok) return plan;
    if (flags.write !== true)
      return ok({ json: { connection: plan.value }, lines: planLines(plan.value, call) });
    const done = await call.engine.connectAgent(wish);
    if (!done.ok) return done;
    return ok({
      json: { connection: plan.value, files: done.value },
      lines: doneLines(done.value, plan.value, call),
    });
  };

const more = `
Where it is written
  claude-code  ~/.claude.json, or .mcp.json of a project      codex     ~/.codex/config.toml
  cursor       ~/.cursor/mcp.json, or that of a project       openclaw  ~/.openclaw/openclaw.json
  One entry is added and every other byte stays. The file is kept as it was; "files undo" brings it back.`;

export const addAgents: Register = (program, run) => {
  const agents = program.command('agents').description('agents that ask for memory themselves');
  agents
    .command('connect')
    .description(
      'tell an agent of "slowwave mcp" in its own configuration: shows the diff; --write writes it',
    )
    .addArgument(new Argument('<agent>', 'which agent').choices(mcpAgents))
    .option('--write', 'write it, after keeping the file as it was')
    .option('--project <folder>', 'for this project only (Claude Code, Cursor)', readText)
    .addHelpText('after', more)
    .action((agent: McpAgent, flags: ConnectFlags) => run(connect(agent, flags)));
};
