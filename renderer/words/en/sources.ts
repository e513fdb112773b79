// English: the sources screen. Keys begin with "sources.".
export const sources = {
  'sources.title': 'Sources',
} as const;
