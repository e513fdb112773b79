// An agent's own name, as its makers write it.
import type { PlainKey, Say } from './words.ts';

const known: Readonly<Record<string, PlainKey>> = {
  'claude-code': 'agent.claude-code',
  codex: 'agent.codex',
  openclaw: 'agent.openclaw',
  chatgpt: 'agent.chatgpt',
  'claude-ai': 'agent.claude-ai',
  other: 'agent.other',
  unknown: 'agent.unknown',
};

export function agentName(agent: string, say: Say): string {
  const key = known[agent];
  return key === undefined ? agent : say(key);
}
