// A scripted agent that flies one mission. It knows what its operator asks for, what its memory file says, and what the
// commands print; of the site it knows nothing else. Where a landing is lost it flies a twin to find out why, as its
// operator wishes, but never looks at what no command told it.
import type { Step } from '../history/day.ts';
import type { Console, Orders, Printed } from './lander.ts';
import type { Mission } from './sites.ts';

/** What an agent does by its memory, its request or the failure before: run this first, leave that out. */
interface Habits {
  readonly first: ReadonlySet<string>;
  readonly leaveOut: ReadonlySet<string>;
}

const spansIn = (line: string): readonly string[] =>
  [...line.matchAll(/`([^`]+)`/gu)].map(([, span]) => span ?? '');

/**
 * Reads a memory file as plain lines, with no knowledge of who wrote them: a line that says what comes before
 * `lander land`, and one that says what it is to be run without.
 */
export function readMemory(memory: string): Habits {
  const first = new Set<string>();
  const leaveOut = new Set<string>();
  for (const line of memory.split('\n')) {
    const [one, other] = spansIn(line);
    if (one !== 'lander land' || other === undefined) continue;
    if (/\bbefore `lander land`/iu.test(line)) first.add(other);
    if (/`lander land` without/iu.test(line)) leaveOut.add(other);
  }
  return { first, leaveOut };
}

/** What the operator wants to be run before the descent. */
const asked = (request: string): Habits => ({ first: new Set(spansIn(request)), leaveOut: new Set() });

interface Known {
  /** From `lander scan`: what stands on the ground, where and how wide. */
  obstacles: readonly { readonly x: number; readonly radius: number }[] | null;
  /** From `lander winds`: where to open the parachute. */
  release: number | null;
}

const numbersIn = (line: string): readonly number[] => (line.match(/-?\d+(?:\.\d+)?/gu) ?? []).map(Number);

/** The free place nearest to the middle, with a good margin. */
function freeSpot(obstacles: NonNullable<Known['obstacles']>): number {
  const marginMetres = 25;
  const isFree = (x: number): boolean =>
    obstacles.every((one) => Math.abs(one.x - x) > one.radius + marginMetres);
  for (let away = 0; away < 500; away++) {
    for (const x of [away, -away]) if (isFree(x)) return x;
  }
  return 0;
}

export interface Flown {
  readonly steps: readonly Step[];
  /** Flights of the twin, before and after. */
  readonly twins: number;
  /** What it ran before its first flight. */
  readonly prepared: readonly string[];
}

interface Cockpit {
  readonly console: Console;
  readonly steps: Step[];
  readonly known: Known;
  readonly prepared: string[];
  twins: number;
}

const say = (cockpit: Cockpit, by: 'person' | 'agent', text: string): number =>
  cockpit.steps.push({ by, text });

function run(cockpit: Cockpit, { command, output, failed }: Printed): boolean {
  cockpit.steps.push({ by: 'tool', call: { tool: 'shell', target: command, output, failed } });
  return !failed;
}

/** Runs the commands that it means to run first, and takes in what they print. */
function prepare(cockpit: Cockpit, wanted: ReadonlySet<string>): void {
  const { console, known } = cockpit;
  if (wanted.has('lander scan') && known.obstacles === null) {
    const printed = console.scan();
    run(cockpit, printed);
    cockpit.prepared.push('lander scan');
    known.obstacles = printed.output.split('\n').map((line) => {
      const [x = 0, radius = 0] = numbersIn(line);
      return { x, radius };
    });
  }
  if (wanted.has('lander winds') && known.release === null) {
    const printed = console.winds();
    run(cockpit, printed);
    cockpit.prepared.push('lander winds');
    // told for the middle: what it tells is how far the wind carries it
    const [opens = 0, down = 0] = numbersIn(printed.output.split('\n').at(-1) ?? '');
    known.release = opens - down;
  }
}

function flyIt(cockpit: Cockpit, profile: Orders['profile'], isTwin: boolean): boolean {
  const spot = cockpit.known.obstacles === null ? 0 : freeSpot(cockpit.known.obstacles);
  const release = spot + (cockpit.known.release ?? 0);
  if (isTwin) cockpit.twins += 1;
  run(cockpit, cockpit.console.land({ spot, release, profile, isTwin }));
  return run(cockpit, cockpit.console.check());
}

/** Which command tells of what went wrong, by what the check said. */
function remedyFor(cockpit: Cockpit): string | null {
  const last = cockpit.steps.at(-1);
  const said = last?.by === 'tool' ? last.call.output : '';
  if (said.includes('m off the spot')) return 'lander winds';
  return said.includes('boulder') ? 'lander scan' : null;
}

/** After a loss: flies the twin as before, then with what was missing, until it lands. */
function findOut(cockpit: Cockpit, profile: Orders['profile']): void {
  say(cockpit, 'person', 'No, that one is lost. Fly the twin and find out what was missing.');
  flyIt(cockpit, profile, true);
  for (let remedy = remedyFor(cockpit); remedy !== null; remedy = remedyFor(cockpit)) {
    // it was known, and did not help: nothing else is left to try
    if (cockpit.prepared.includes(remedy)) break;
    prepare(cockpit, new Set([remedy]));
    if (flyIt(cockpit, profile, true)) break;
  }
  say(cockpit, 'agent', 'The twin is down.');
}

/** One mission from the request to the end of the session. */
export function flyMission({ request }: Mission, memory: string, console: Console): Flown {
  const cockpit: Cockpit = {
    console,
    steps: [],
    known: { obstacles: null, release: null },
    prepared: [],
    twins: 0,
  };
  const [wish, habits] = [asked(request), readMemory(memory)];
  const wantsQuick = /\bquick profile\b/iu.test(request);
  let profile: Orders['profile'] = wantsQuick && !habits.leaveOut.has('--profile quick') ? 'quick' : 'steady';
  say(cockpit, 'person', request);
  prepare(cockpit, new Set([...wish.first, ...habits.first]));
  const prepared = [...cockpit.prepared];
  if (/\brehearse\b/iu.test(request) && !flyIt(cockpit, profile, true)) {
    profile = 'steady';
    flyIt(cockpit, profile, true);
  }
  const isDown = flyIt(cockpit, profile, false);
  say(cockpit, 'agent', isDown ? 'The lander is down.' : 'The lander is lost.');
  if (isDown) say(cockpit, 'person', 'Thank you, well done.');
  else findOut(cockpit, profile);
  return { steps: cockpit.steps, twins: cockpit.twins, prepared };
}
