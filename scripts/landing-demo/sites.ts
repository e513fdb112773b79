// The six sites, and what the operator of each asks for. Nothing here tells how a landing ends: that is computed.
import type { Site } from './physics.ts';

export interface Mission {
  readonly site: Site;
  /** What the operator types; the same words in every run. */
  readonly request: string;
}

const mars = 3.71;

export const missions: readonly Mission[] = [
  {
    site: {
      name: 'argyre',
      gravity: mars,
      windLow: 0.5,
      windHigh: 1,
      boulders: [{ x: 60, radius: 4 }],
      craters: [{ x: -120, radius: 30 }],
    },
    request: 'Land the lander at argyre. Run `lander scan` before you go down.',
  },
  {
    site: {
      name: 'bosporos',
      gravity: mars,
      windLow: 0.3,
      windHigh: 0.8,
      boulders: [
        { x: -4, radius: 5 },
        { x: 9, radius: 6 },
        { x: 48, radius: 3 },
      ],
      craters: [{ x: 150, radius: 40 }],
    },
    request: 'Land the lander at bosporos.',
  },
  {
    site: {
      name: 'cydonia',
      gravity: mars,
      windLow: 2,
      windHigh: 7,
      boulders: [{ x: 3, radius: 7 }],
      craters: [{ x: 120, radius: 45 }],
    },
    request: 'Land the lander at cydonia. Run `lander scan` and `lander winds` before you go down.',
  },
  {
    site: {
      name: 'daedalia',
      gravity: mars,
      windLow: 2.5,
      windHigh: 8,
      boulders: [{ x: -70, radius: 5 }],
      craters: [{ x: 130, radius: 60 }],
    },
    request: 'Land the lander at daedalia.',
  },
  {
    site: {
      name: 'elysium',
      gravity: mars,
      windLow: -1.5,
      windHigh: -6,
      boulders: [{ x: 40, radius: 4 }],
      craters: [{ x: -110, radius: 35 }],
    },
    request: 'Land the lander at elysium. Run `lander winds` before you go down.',
  },
  {
    site: {
      name: 'fontana',
      gravity: mars,
      windLow: 0.2,
      windHigh: 0.6,
      boulders: [{ x: 55, radius: 5 }],
      craters: [{ x: -90, radius: 25 }],
    },
    request:
      'Land the lander at fontana. Fly the quick profile, and rehearse it on the twin before you go down.',
  },
];
