// Runs the bad input: how long each takes, how much memory it needs, what was said of it, and that nothing was lost.
import { join } from 'node:path';
import type { NightAnswer } from '../children/night.ts';
import { benchNowMs } from '../histories.ts';
import { round } from '../line.ts';
import { dreamStep, night, plainPass, type Measure, type Room } from '../room.ts';
import { casesOf, writeTinySessions, type Case } from './cases.ts';

/** "Peak memory under 400 MB whatever the size of the history." */
const memoryMegabytesAim = 400;
const megabyte = 1e6;

async function take(room: Room, one: Case): Promise<void> {
  const home = join(room.histories.place(one.name), 'home');
  const turns = one.write(home);
  const plain = await plainPass(room, home);
  const answer = await night(room, home, [{ do: 'dream', nowMs: benchNowMs }, { do: 'check' }]);
  const dreamt = dreamStep(answer);
  const kept = dreamt.imported?.turns ?? 0;
  const problems = answer.steps.find((step) => step.do === 'check')?.problems ?? [];
  room.print({
    measure: `hostile: ${one.name}`,
    value: answer.peakBytes / megabyte,
    unit: 'MB at the peak',
    baseline: plain.peakBytes / megabyte,
    aim: null,
    valueAim: memoryMegabytesAim,
    holds: kept === turns && problems.length === 0 && (one.holds?.(dreamt) ?? true),
    details: {
      seconds: round(dreamt.ms / 1000),
      plainSeconds: round(plain.ms / 1000),
      turns,
      kept,
      stages: dreamt.stageMs,
      ...(problems.length > 0 ? { problems } : {}),
      ...one.tell?.(dreamt),
    },
  });
}

const million = 1_000_000;

/** Of a million tiny sessions some thousand are read, at two sizes; the rest is reckoned from how both differ. */
async function tinySessions(room: Room): Promise<void> {
  const most = room.sizes.name === 'full' ? 40_000 : 8000;
  const counts = [most / 4, most] as const;
  const answers: NightAnswer[] = [];
  for (const count of counts) {
    const home = join(room.histories.place(`tiny-${String(count)}`), 'home');
    writeTinySessions(home, count);
    answers.push(await night(room, home, [{ do: 'dream', nowMs: benchNowMs }]));
  }
  const [few, many] = answers;
  if (few === undefined || many === undefined) return;
  const more = counts[1] - counts[0];
  const perSession = {
    ms: (dreamStep(many).ms - dreamStep(few).ms) / more,
    memoryBytes: (many.peakBytes - few.peakBytes) / more,
    storeBytes: (many.storeBytes - few.storeBytes) / more,
  };
  const rest = million - counts[1];
  const kept = dreamStep(many).imported?.sessions ?? 0;
  const leftBytes = memoryMegabytesAim * megabyte - many.peakBytes;
  room.print({
    measure: 'hostile: a-million-tiny-sessions',
    value: many.peakBytes / megabyte,
    unit: 'MB at the peak',
    baseline: few.peakBytes / megabyte,
    aim: null,
    valueAim: memoryMegabytesAim,
    holds: kept === counts[1],
    details: {
      measured: counts,
      seconds: answers.map((one) => round(dreamStep(one).ms / 1000)),
      stages: answers.map((one) => dreamStep(one).stageMs),
      // Reckoned, not measured.
      reckonedForAMillion: {
        minutes: round((dreamStep(many).ms + rest * perSession.ms) / 60_000),
        memoryMegabytes: round((many.peakBytes + rest * perSession.memoryBytes) / megabyte),
        storeMegabytes: round((many.storeBytes + rest * perSession.storeBytes) / megabyte),
      },
      passesMemoryAimAtSessions:
        perSession.memoryBytes <= 0
          ? null
          : round(counts[1] + Math.max(0, leftBytes) / perSession.memoryBytes),
    },
  });
}

export const hostile: Readonly<Record<string, Measure>> = {
  ...Object.fromEntries(
    (['quick', 'full'] as const).flatMap((size) =>
      casesOf(size).map((one): readonly [string, Measure] => [one.name, (room) => take(room, one)]),
    ),
  ),
  'a-million-tiny-sessions': tinySessions,
};

export const hostileNames = (size: 'quick' | 'full'): readonly string[] => [
  ...casesOf(size).map(({ name }) => name),
  'a-million-tiny-sessions',
];
