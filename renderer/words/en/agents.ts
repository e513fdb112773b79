// English: the agents screen. Keys begin with "agents.".
export const agents = {
  'agents.title': 'Agents',
} as const;
