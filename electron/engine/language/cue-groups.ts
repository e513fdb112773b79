// Which cues belong together: what makes a saying last, what makes it a wish, what ties it to the moment.
import type { CueName } from './lexicon.ts';

/** They speak of a time beyond the task at hand. */
export const lastingCues: readonly CueName[] = ['fromNowOn', 'never', 'always', 'remember'];

/** The speaker asks in so many words that it be kept. */
export const askingCues: readonly CueName[] = ['fromNowOn', 'remember'];

/** More than a polite request: a duty, a taste, a custom, something forbidden. */
export const demandingCues: readonly CueName[] = [
  ...lastingCues,
  'must',
  'prefer',
  'custom',
  'forbid',
  'instead',
];

/** The speaker wants something; without one of them a sentence tells how things are. */
export const wantingCues: readonly CueName[] = [...demandingCues, 'please', 'only', 'repair'];

/** They tie a saying to the moment. */
export const tyingCues: readonly CueName[] = ['pointing', 'self', 'guess', 'task'];
