// What a `slowwave://` link opens: one screen, or nothing. A link comes from anywhere (a page, a mail); it never acts,
// and no word of it reaches the page but a date.

export const linkScheme = 'slowwave';

const screens = [
  'tonight',
  'review',
  'diary',
  'memory',
  'patterns',
  'sources',
  'agents',
  'settings',
] as const;
type Screen = (typeof screens)[number];

/** The screens that a day has. */
const daily: readonly Screen[] = ['review', 'diary'];

/** `slowwave://review/2026-11-20` opens Review at that night; null: no link of ours, or a word it does not know. */
export function routeOfLink(link: string): string | null {
  const found = /^slowwave:\/\/([a-z]{1,20})(?:\/(\d{4}-\d{2}-\d{2}))?\/?$/iu.exec(link.trim());
  const screen = screens.find((each) => each === found?.[1]?.toLowerCase());
  if (screen === undefined) return null;
  const date = found?.[2];
  if (date === undefined) return `/${screen}`;
  return daily.includes(screen) && isDay(date) ? `/${screen}/${date}` : null;
}

const isDay = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

/** Windows and Linux hand a link over as one of the words a second start was called with. */
export const linkAmong = (words: readonly string[]): string | null =>
  words.find((word) => word.toLowerCase().startsWith(`${linkScheme}:`)) ?? null;
