// English: the memory screen. Keys begin with "memory.".
export const memory = {
  'memory.title': 'Memory',
} as const;
