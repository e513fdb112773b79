// A night of heavy use: import and dream together against a plain pass over the same text, and where the time goes.
import { availableParallelism } from 'node:os';
import { benchNowMs } from '../histories.ts';
import { median, round } from '../line.ts';
import { dreamStep, night, plainPass, type Measure } from '../room.ts';

export const heavyNight: Measure = async (room) => {
  const history = await room.histories.of(room.sizes.heavy);
  const nights: ReturnType<typeof dreamStep>[] = [];
  const passes: Awaited<ReturnType<typeof plainPass>>[] = [];
  const peaks: number[] = [];
  for (let done = 0; done < room.sizes.rounds; done++) {
    passes.push(await plainPass(room, history.home));
    const one = await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }]);
    nights.push(dreamStep(one));
    peaks.push(one.peakBytes);
  }
  const baseline = median(passes.map((one) => one.ms)) / 1000;
  const value = median(nights.map((one) => one.ms)) / 1000;
  const stages = Object.keys(nights[0]?.stageMs ?? {});
  const stageSeconds = Object.fromEntries(
    stages.map((stage) => [stage, median(nights.map((one) => one.stageMs?.[stage] ?? 0)) / 1000]),
  );
  const between = value - Object.values(stageSeconds).reduce((sum, seconds) => sum + seconds, 0);
  room.print({
    measure: 'heavy-night',
    value,
    unit: 's',
    baseline,
    aim: 5,
    details: {
      // of all threads; and of the one that leads alone, where the clock may say what others on this machine do
      cpuRatio: round(median(nights.map((one) => one.cpuMs)) / median(passes.map((one) => one.cpuMs))),
      ownCpuRatio: round(
        median(nights.map((one) => one.ownCpuMs)) / median(passes.map((one) => one.ownCpuMs)),
      ),
      cores: availableParallelism(),
      stages: Object.fromEntries(
        Object.entries({ ...stageSeconds, between }).map(([stage, s]) => [stage, round(s)]),
      ),
      ...room.sizes.heavy,
      megabytes: round(history.bytes / 1e6),
      textMegabytes: round((passes[0]?.textBytes ?? 0) / 1e6),
      tokens: nights[0]?.imported?.tokens,
      peakMegabytes: round(median(peaks) / 1e6),
      rounds: room.sizes.rounds,
    },
  });
};
