// The fixed list of queries: what a person types to find something again. Common words and rare ones, one word and
// several, a phrase, names in code, and scripts without spaces.

export const queries = [
  'newsletter',
  'bread recipe flour',
  'Mehl Wasser Salz',
  'Wann machen wir samstags zu?',
  'nearest filtering textures',
  'where do we keep the signals of child nodes',
  'scripts always typed',
  'how many are there in the list',
  'error failed test',
  '"make it shorter"',
  'GDScript',
  'Unity',
  'datum artikel menge',
  '图的颜色',
  'no such file or directory',
  'allergy',
] as const;
