// The fixed list of queries: what a person types to find something again. Common words and rare ones, one word and
// several, a phrase, names in code, scripts without spaces. Some fit one bank and some another; those that a history
// holds nothing of are timed as well, but no ratio is made of them.

export const queries = [
  'error failed test',
  'no such file or directory',
  'how many are there in the list',
  'scripts always typed',
  '"make it shorter"',
  'please look at the summary again',
  'wrong',
  'where do we keep the signals of child nodes',
  'newsletter',
  'Mehl Wasser Salz',
  'Wann machen wir samstags zu?',
  'nearest filtering textures',
  'GDScript',
  'cart coupon',
  'schema migration order',
  'billing',
  '图的颜色',
  '测试',
] as const;
