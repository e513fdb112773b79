// A landing, simulated: a fall under a parachute that the wind carries along, then an engine that brakes and steers as
// far as its thrust allows. Plain mechanics in steps of a fiftieth of a second; nobody in it knows who flies or why.
import type { Chance } from '../history/chance.ts';

export interface Site {
  readonly name: string;
  /** m/s², downwards. */
  readonly gravity: number;
  /** m/s towards the east, at the ground and at the height where the parachute opens. */
  readonly windLow: number;
  readonly windHigh: number;
  /** Along the line of descent, in metres east of the middle. */
  readonly boulders: readonly Ground[];
  readonly craters: readonly Ground[];
}

export interface Ground {
  readonly x: number;
  readonly radius: number;
}

export interface Flight {
  /** Where it should come down, metres east. */
  readonly spot: number;
  /** Where the parachute opens, metres east. */
  readonly release: number;
  /** steady: brakes early and gently. quick: late, with all that the engine has. */
  readonly profile: 'steady' | 'quick';
}

/** What is measured at touchdown. */
export interface Touchdown {
  /** m/s, over ground and downwards together. */
  readonly speed: number;
  /** How many were touched. */
  readonly boulders: number;
  readonly craters: number;
  /** Percent of what it set out with. */
  readonly fuel: number;
  readonly x: number;
  readonly aim: number;
  readonly seconds: number;
}

const openAt = 1800;
/** Metres above ground at which the parachute is let go and the engine lit. */
const litAt = { steady: 500, quick: 152 } as const;
const fallSpeed = 55;
const stepSeconds = 0.02;
const dryKilograms = 900;
const fuelKilograms = 76;
const thrustNewtons = 13_000;
// m/s: what a kilogram of fuel gives.
const exhaustSpeed = 2_150;
// m/s²: sideways the engine only leans a little.
const sideMax = 0.45;
// Over the last metres it comes down slowly and no longer sideways.
const lastMetres = 12;
const gentle = 1.2;
// How strongly thin air pulls it along, per second.
const airPull = 0.006;
const legs = 1.5;
const gustMax = 0.6;

/** Between the two heights the wind grows evenly. */
export const windAt = (site: Site, height: number): number =>
  site.windLow + ((site.windHigh - site.windLow) * Math.min(height, openAt)) / openAt;

/** Metres east that the wind of these two heights carries it under the parachute. */
export const driftOf = (site: Site, profile: Flight['profile'] = 'steady'): number => {
  const until = litAt[profile];
  return ((windAt(site, openAt) + windAt(site, until)) / 2) * ((openAt - until) / fallSpeed);
};

interface State {
  x: number;
  height: number;
  vx: number;
  vz: number;
  fuel: number;
}

/** The braking speed that still ends gently at the ground, m/s downwards. */
const wantedFall = (height: number, brake: number): number =>
  gentle + Math.sqrt(2 * brake * Math.max(0, height - lastMetres));

function burn(state: State, site: Site, flight: Flight, gust: number): void {
  const mass = dryKilograms + state.fuel;
  const fullThrust = state.fuel > 0 ? thrustNewtons / mass : 0;
  const start = litAt[flight.profile];
  const brake = (fallSpeed * fallSpeed) / (2 * (start - lastMetres));
  const isLast = state.height < lastMetres;
  const up = site.gravity + (isLast ? 0 : brake) + 2 * (-state.vz - wantedFall(state.height, brake));
  const side = (isLast ? 0 : 0.08 * (flight.spot - state.x)) - 0.6 * state.vx;
  const aSide = Math.max(-sideMax, Math.min(sideMax, side));
  const aUp = Math.max(0, Math.min(fullThrust, up));
  const used = (Math.hypot(aUp, aSide) * mass * stepSeconds) / exhaustSpeed;
  state.fuel = Math.max(0, state.fuel - used);
  const air = airPull * (windAt(site, state.height) + gust - state.vx);
  state.vx += (aSide + air) * stepSeconds;
  state.vz += (aUp - site.gravity) * stepSeconds;
}

const touched = (all: readonly Ground[], x: number, margin: number): number =>
  all.filter((one) => Math.abs(one.x - x) < one.radius + margin).length;

/** `chance` makes the gusts: the same seed, the same weather. */
export function fly(site: Site, flight: Flight, chance: Chance): Touchdown {
  const state: State = { x: flight.release, height: openAt, vx: 0, vz: -fallSpeed, fuel: fuelKilograms };
  let seconds = 0;
  let gust = 0;
  while (state.height > 0) {
    if (Math.round(seconds / stepSeconds) % 50 === 0) gust = gustMax * (2 * chance.next() - 1);
    if (state.height > litAt[flight.profile]) {
      state.vx = windAt(site, state.height) + gust;
      state.vz = -fallSpeed;
    } else burn(state, site, flight, gust);
    state.x += state.vx * stepSeconds;
    state.height += state.vz * stepSeconds;
    seconds += stepSeconds;
  }
  return {
    speed: Math.hypot(state.vx, state.vz),
    boulders: touched(site.boulders, state.x, legs),
    craters: touched(site.craters, state.x, 0),
    fuel: (100 * state.fuel) / fuelKilograms,
    x: state.x,
    aim: flight.spot,
    seconds,
  };
}
