// One whole story in a folder of its own: six missions, one night of the engine over what the agents left, the owner's
// yes, six missions again by what their memory file says now, and a second night.
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createEngine, type WholeEngine } from '../../electron/engine/index.ts';
import type { Failure, NightResult } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import type { Playbook } from '../../shared/playbooks.ts';
import type { Result } from '../../shared/result.ts';
import { createChance } from '../history/chance.ts';
import { writeClaudeCode } from '../history/claude-code.ts';
import type { Step } from '../history/day.ts';
import { fileText } from '../history/history.ts';
import { flyMission } from './agent.ts';
import { createConsole } from './lander.ts';
import { grade, usualRubric, type Criterion } from './rubric.ts';
import { missions } from './sites.ts';

export interface Landing {
  readonly site: string;
  readonly landed: boolean;
  /** What the rubric found; empty for a landing. */
  readonly failures: readonly string[];
  readonly speed: number;
  readonly fuel: number;
  readonly offMetres: number;
  /** Commands that were run before the first flight. */
  readonly prepared: readonly string[];
  /** Flights of the twin, rehearsals and searches for the fault. */
  readonly twins: number;
}

export interface DemoPlace {
  /** Empty, or not there yet. */
  readonly folder: string;
  /** The weather: gusts differ from seed to seed. */
  readonly seed: string;
  readonly rubric?: readonly Criterion[];
}

export interface Story {
  readonly first: readonly Landing[];
  readonly night: NightResult;
  readonly playbooks: readonly Playbook[];
  /** The memory file that agents read in the second run. */
  readonly memory: string;
  readonly second: readonly Landing[];
  /** After the second run and a second night. */
  readonly nightAfter: NightResult;
  readonly playbooksAfter: readonly Playbook[];
}

const project = 'lander';
const dayMs = 86_400_000;
/** 2 March 2026, nine in the morning. */
const firstMs = Date.UTC(2026, 2, 2, 9);

const homeOf = ({ folder }: DemoPlace): string => join(folder, 'home');
export const memoryFile = (place: DemoPlace): string => join(homeOf(place), 'projects', project, 'CLAUDE.md');

export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.happened} ${result.error.todo}`);
  return result.value;
}

const nobody = {
  language: 'en',
  slots: {},
  tasks: [],
  starts: [],
  ends: [],
  answers: [],
  contents: [],
  commands: [],
  failing: [],
};

/** As Claude Code leaves a session, one mission a session. */
function leaveTranscript(place: DemoPlace, steps: readonly Step[], run: string, at: number): void {
  const home = homeOf(place);
  const chance = createChance(`${place.seed}:${run}:${at}`);
  const startMs = firstMs + (run === 'first' ? 0 : dayMs) + at * 1_200_000;
  const session = {
    id: chance.uuid(),
    agent: { key: 'claude-code', kind: 'claude-code', projects: [project] },
    project: { ...nobody, name: project },
    startMs,
    exchanges: [steps],
    helpers: [],
    forkOf: null,
    cut: false,
    strange: false,
  } as const;
  mkdirSync(join(home, 'projects', project, '.git'), { recursive: true });
  for (const file of writeClaudeCode(
    { ...session, exchanges: [steps], helpers: [] },
    { home, chance, shownMemory: null },
  )) {
    const path = join(home, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fileText(file));
    utimesSync(path, file.modifiedMs / 1000, file.modifiedMs / 1000);
  }
}

/** Flies every mission with this memory. `leave`: writes the transcripts that a night reads. */
export function flyAll(
  place: DemoPlace,
  run: 'first' | 'second',
  memory: string,
  leave = true,
): readonly Landing[] {
  const rubric = place.rubric ?? usualRubric();
  return missions.map((mission, at): Landing => {
    const console = createConsole(mission.site, rubric, `${place.seed}:${run}`);
    const { steps, twins, prepared } = flyMission(mission, memory, console);
    if (leave) leaveTranscript(place, steps, run, at);
    const down = console.landed();
    if (down === null) throw new Error(`nobody flew to ${mission.site.name}`);
    const { passed, failures } = grade(down, rubric);
    return {
      site: mission.site.name,
      landed: passed,
      failures,
      speed: down.speed,
      fuel: down.fuel,
      offMetres: Math.abs(down.x - down.aim),
      prepared,
      twins,
    };
  });
}

async function withEngine<T>(
  place: DemoPlace,
  nowMs: number,
  work: (engine: WholeEngine) => Promise<T>,
): Promise<T> {
  const engine = valueOf(
    await createEngine({
      clock: { now: () => epochMs(nowMs), wall: () => epochMs(nowMs), ticks: () => performance.now() },
      home: homeOf(place),
      data: join(place.folder, 'data'),
      keyFolder: join(place.folder, 'keys'),
      env: {},
      sample: null,
    }),
  );
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

const dream = async (engine: WholeEngine): Promise<NightResult> =>
  valueOf(
    await engine.dream(
      { preview: false, instructions: null, sessionsMax: null, sinceMs: null, apply: 'review', paths: [] },
      {},
    ),
  );

/** The owner reads the proposal and says yes to all of it; only then is a file written. */
async function approveAll(engine: WholeEngine): Promise<void> {
  const waiting = valueOf(await engine.reviewList()).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  valueOf(
    await engine.reviewRule(
      waiting.map(({ change }) => change.id),
      { kind: 'approved' },
    ),
  );
  valueOf(await engine.reviewApply());
  valueOf(await engine.filesApply({ extraFiles: [], blocks: {} }));
}

export const readMemoryFile = (place: DemoPlace): string =>
  existsSync(memoryFile(place)) ? readFileSync(memoryFile(place), 'utf8') : '';

/** About a second of work; the same folder name and seed give the same story. */
export async function tellStory(place: DemoPlace): Promise<Story> {
  const nightMs = (night: number): number => firstMs + night * dayMs - 6 * 3_600_000;
  const first = flyAll(place, 'first', readMemoryFile(place));
  const { night, playbooks } = await withEngine(place, nightMs(1), async (engine) => {
    const result = await dream(engine);
    const books = valueOf(await engine.playbooks());
    await approveAll(engine);
    return { night: result, playbooks: books };
  });
  const memory = readMemoryFile(place);
  const second = flyAll(place, 'second', memory);
  const after = await withEngine(place, nightMs(2), async (engine) => ({
    nightAfter: await dream(engine),
    playbooksAfter: valueOf(await engine.playbooks()),
  }));
  return { first, night, playbooks, memory, second, ...after };
}
