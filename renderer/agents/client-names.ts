// Names of the programs that can ask for memory. They are names: the same in every language.
import type { McpAgent } from '../../shared/serving.ts';

export const clientNames: Readonly<Record<McpAgent, string>> = {
  'claude-code': 'Claude Code',
  codex: 'Codex',
  cursor: 'Cursor',
  openclaw: 'OpenClaw',
};
