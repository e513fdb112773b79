// What was seen in commands and their results becomes a signal: nobody said it, so that it asks for nothing, turns nothing
// down and is worded by nobody.
import type { Signal } from '../../../shared/dream.ts';

type Seen = Pick<Signal, 'id' | 'kind' | 'text' | 'quotes' | 'language' | 'atMs' | 'steps'> & Partial<Signal>;

/** Of what differs from one to the next; the rest is the same of all. */
export const toolSignal = (seen: Seen): Signal => ({
  origin: 'tool',
  terms: [],
  negated: [],
  values: [],
  cues: [],
  strength: 0.4,
  cued: 0.4,
  lasts: 0.5,
  afterSlip: false,
  slipTerms: [],
  announcesChange: false,
  error: null,
  task: null,
  ...seen,
});
