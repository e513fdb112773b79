// The lander's command line, as agents see it: four commands, what each prints, and how it ends. `land` flies, `--twin`
// flies a copy of the vehicle in the simulator, and `check` grades the last flight by the rubric.
import { createChance } from '../history/chance.ts';
import { driftOf, fly, windAt, type Flight, type Site, type Touchdown } from './physics.ts';
import { grade, type Criterion } from './rubric.ts';

export interface Printed {
  readonly command: string;
  readonly output: string;
  readonly failed: boolean;
}

export interface Orders extends Flight {
  readonly isTwin: boolean;
}

export interface Console {
  scan(): Printed;
  winds(): Printed;
  land(orders: Orders): Printed;
  check(): Printed;
  /** Of the vehicle itself, which comes down once; null while it is up. */
  landed(): Touchdown | null;
}

const metres = (n: number): string => n.toFixed(0);

function orderText(site: Site, { spot, release, profile, isTwin }: Orders): string {
  const parts = [`lander land --site ${site.name}`, `--profile ${profile}`];
  if (spot !== 0) parts.push(`--spot ${metres(spot)}`);
  if (release !== 0) parts.push(`--release ${metres(release)}`);
  return [...parts, ...(isTwin ? ['--twin'] : [])].join(' ');
}

const scanned = (site: Site): string =>
  [
    ...site.boulders.map(({ x, radius }) => `boulder at ${metres(x)} m, radius ${metres(radius)} m`),
    ...site.craters.map(({ x, radius }) => `crater at ${metres(x)} m, radius ${metres(radius)} m`),
  ].join('\n');

function sounded(site: Site, spot: number): string {
  const layers = [1800, 1200, 600, 0].map((at) => `${at} m: ${windAt(site, at).toFixed(1)} m/s east`);
  const upwind = `open the parachute at ${metres(spot - driftOf(site))} m to come down at ${metres(spot)} m`;
  return [...layers, upwind].join('\n');
}

/** `seed` makes the weather of the day: gusts differ from run to run, the site does not. */
export function createConsole(site: Site, rubric: readonly Criterion[], seed: string): Console {
  let vehicle: Touchdown | null = null;
  let last: Touchdown | null = null;
  let spotNow = 0;
  let flights = 0;
  return {
    scan: () => ({ command: `lander scan --site ${site.name}`, output: scanned(site), failed: false }),
    winds: () => ({
      command: `lander winds --site ${site.name} --spot ${metres(spotNow)}`,
      output: sounded(site, spotNow),
      failed: false,
    }),
    land(orders) {
      spotNow = orders.spot;
      flights += 1;
      // what was typed is flown, to the metre
      const rounded = { ...orders, spot: Math.round(orders.spot), release: Math.round(orders.release) };
      last = fly(site, rounded, createChance(`${seed}:${site.name}:${flights}`));
      if (!orders.isTwin) vehicle = last;
      const { x, speed, fuel, seconds } = last;
      const where = orders.isTwin ? 'twin down' : 'down';
      const output = `${where} after ${seconds.toFixed(0)} s at ${metres(x)} m, ${speed.toFixed(1)} m/s, fuel ${fuel.toFixed(1)} %`;
      return { command: orderText(site, orders), output, failed: false };
    },
    check() {
      const command = `lander check --site ${site.name}`;
      if (last === null) return { command, output: 'error: nothing has landed yet', failed: true };
      const { passed, failures } = grade(last, rubric);
      const output = passed ? 'landed: every criterion is met' : `error: lost, ${failures.join('; ')}`;
      return { command, output, failed: !passed };
    },
    landed: () => vehicle,
  };
}
