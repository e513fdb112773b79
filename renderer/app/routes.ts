// The places of the window, as they stand after the # of the address: the rail, links of the tray and the palette read
// this one table.
import type { PlainKey } from '../words/words.ts';

export const places = [
  'tonight',
  'review',
  'diary',
  'memory',
  'patterns',
  'sources',
  'agents',
  'settings',
] as const;
export type Place = (typeof places)[number];

/** Screens that have no door in the rail. */
export type BesidesPlace = 'welcome' | 'trace';

/** For wouter: everything after the place's own name is optional. */
export const patterns = {
  tonight: '/tonight',
  review: '/review/:night?/:change?',
  diary: '/diary/:date?',
  memory: '/memory/:file?/:version?',
  patterns: '/patterns/:id?',
  sources: '/sources/:id?',
  agents: '/agents/:id?',
  settings: '/settings/:section?',
  welcome: '/welcome/:step?',
  trace: '/trace/:night?',
} as const satisfies Readonly<Record<Place | BesidesPlace, string>>;

export const placeName: Readonly<Record<Place, PlainKey>> = {
  tonight: 'place.tonight',
  review: 'place.review',
  diary: 'place.diary',
  memory: 'place.memory',
  patterns: 'place.patterns',
  sources: 'place.sources',
  agents: 'place.agents',
  settings: 'place.settings',
};

/** The address of a place; empty parts at the end are left out. */
export const pathTo = (place: Place | BesidesPlace, ...parts: readonly string[]): string =>
  `/${[place, ...parts].map(encodeURIComponent).join('/')}`;

/** The calls of a night; null: of the newest that asked a model. */
export const tracePath = (night: string | null): string =>
  night === null ? pathTo('trace') : pathTo('trace', night);

/** Where a window opens: on Review if something waits, else on Tonight. */
export const firstPath = (waiting: number): string => pathTo(waiting > 0 ? 'review' : 'tonight');

/** Only a place of ours, whatever a link from outside says; null for anything else. */
export function knownPath(route: string): string | null {
  const path = route.replace(/^#?\/*/u, '/');
  const name = path.split('/')[1] ?? '';
  return [...places, 'welcome', 'trace'].some((place) => place === name) ? path : null;
}
