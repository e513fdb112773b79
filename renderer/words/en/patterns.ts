// English: the patterns screen. Keys begin with "patterns.".
export const patterns = {
  'patterns.title': 'Patterns',
} as const;
