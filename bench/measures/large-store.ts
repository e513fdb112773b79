// The large store and a quarter of it: does time grow with the input, how much memory is held, how large is the store,
// and what does a night cost when only one session is new.
import { renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NightAnswer, Step } from '../children/night.ts';
import { benchNowMs, type MadeHistory } from '../histories.ts';
import { median, round } from '../line.ts';
import { dayMs, dreamStep, night, plainPass, type Measure, type Room } from '../room.ts';

const megabyte = 1e6;
const firstNight: readonly Step[] = [{ do: 'dream', nowMs: benchNowMs }];

const perSession = (nights: readonly NightAnswer[], { size }: MadeHistory): number =>
  median(nights.map((one) => dreamStep(one).ms)) / size.sessions;

/** Time per session at N and at four times N, in turns. */
export const growth: Measure = async (room) => {
  const small = await room.histories.of(room.sizes.quarter);
  const large = await room.histories.of(room.sizes.large);
  const [atSmall, atLarge]: [NightAnswer[], NightAnswer[]] = [[], []];
  // Ten thousand sessions take their time; three rounds are enough for a middle.
  for (let done = 0; done < Math.min(3, room.sizes.rounds); done++) {
    atSmall.push(await night(room, small.home, firstNight));
    atLarge.push(await night(room, large.home, firstNight));
  }
  const stageMs = (nights: readonly NightAnswer[]): Record<string, number> =>
    Object.fromEntries(
      Object.keys(dreamStep(nights[0] ?? { steps: [], storeBytes: 0, peakBytes: 0 }).stageMs ?? {}).map(
        (stage) => [stage, round(median(nights.map((one) => dreamStep(one).stageMs?.[stage] ?? 0)) / 1000)],
      ),
    );
  room.print({
    measure: 'growth',
    value: perSession(atLarge, large),
    unit: 'ms a session',
    baseline: perSession(atSmall, small),
    aim: 1.15,
    details: {
      sessions: [small.size.sessions, large.size.sessions],
      megabytes: [round(small.bytes / megabyte), round(large.bytes / megabyte)],
      stages: [stageMs(atSmall), stageMs(atLarge)],
    },
  });
};

/** Peak memory and the size of the store, each after an import alone and after the dream. */
export const memoryAndSize: Measure = async (room) => {
  const small = await room.histories.of(room.sizes.quarter);
  const large = await room.histories.of(room.sizes.large);
  const plain = await plainPass(room, large.home);
  const atSmall = await night(room, small.home, firstNight);
  const data = join(room.histories.place('large-store'), 'data');
  const imported = await night(room, large.home, [{ do: 'import' }], data);
  const dreamt = await night(room, large.home, firstNight, data);
  const whole = await night(room, large.home, firstNight);
  const sessions = large.size.sessions;
  room.print({
    measure: 'peak-memory',
    value: Math.max(whole.peakBytes, imported.peakBytes, dreamt.peakBytes) / megabyte,
    unit: 'MB',
    baseline: plain.peakBytes / megabyte,
    aim: null,
    valueAim: 400,
    details: {
      sessions,
      import: round(imported.peakBytes / megabyte),
      dream: round(dreamt.peakBytes / megabyte),
      atAQuarter: round(atSmall.peakBytes / megabyte),
    },
  });
  const size = (measure: string, storeBytes: number): void => {
    const details = { sessions, atAQuarter: round(atSmall.storeBytes / small.bytes) };
    room.print({
      measure,
      value: storeBytes / megabyte,
      unit: 'MB',
      baseline: large.bytes / megabyte,
      aim: 0.4,
      details,
    });
  };
  size('store-after-import', imported.storeBytes);
  size('store-after-dream', whole.storeBytes);
};

/** Files that are kept back, and come one by one. The newest stay: a night is about what is new. */
const heldBack = (room: Room, history: MadeHistory): readonly (readonly [string, string])[] => {
  const aside = room.histories.place('aside');
  const { sessionFiles } = history;
  const step = Math.floor(sessionFiles.length / (room.sizes.nextNights + 1));
  return Array.from({ length: room.sizes.nextNights }, (_, index) => {
    const path = sessionFiles[(index + 1) * step] ?? sessionFiles[0] ?? '';
    return [join(aside, `${String(index)}-${basename(path)}`), path] as const;
  });
};

/** One session more, on a store that has seen all others: in the same process, against the first night. */
export const nextNight: Measure = async (room) => {
  const history = await room.histories.of(room.sizes.large);
  const moves = heldBack(room, history);
  for (const [aside, path] of moves) renameSync(path, aside);
  const steps = moves.flatMap(([aside, path], index): readonly Step[] => [
    { do: 'move', moves: [[aside, path]] },
    { do: 'dream', nowMs: benchNowMs + (index + 1) * dayMs },
  ]);
  const done = await night(room, history.home, [...firstNight, ...steps]);
  const [first, ...next] = done.steps.filter((step) => step.do === 'dream');
  const failed = [first, ...next].find((one) => one?.failure);
  if (first === undefined || failed?.failure)
    throw new Error(`a night failed: ${failed?.failure?.happened ?? ''}`);
  room.print({
    measure: 'next-night',
    value: median(next.map((one) => one.ms)) / 1000,
    unit: 's',
    baseline: first.ms / 1000,
    aim: 0.05,
    details: {
      sessions: history.size.sessions,
      newTurns: next.map((one) => one.imported?.newTurns),
      seconds: next.map((one) => round(one.ms / 1000)),
      stages: next.map((one) => one.stageMs),
    },
  });
};
