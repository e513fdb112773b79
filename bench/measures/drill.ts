// What the nightly drill costs, as a share of the night in which it runs.
import { drill } from '../../electron/engine/night/drill.ts';
import { canaries } from '../../electron/engine/night/canaries.ts';
import { epochMs } from '../../shared/ids.ts';
import { benchNowMs } from '../histories.ts';
import { median, round } from '../line.ts';
import { dreamStep, night, type Measure } from '../room.ts';

// A night of some weeks takes seconds; a drill that took a twentieth of it would be felt.
const aim = 0.05;

export const drillShare: Measure = async (room) => {
  const history = await room.histories.of(room.sizes.heavy);
  const nights: number[] = [];
  const drills: number[] = [];
  for (let done = 0; done < room.sizes.rounds; done++) {
    const one = await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }]);
    nights.push(dreamStep(one).cpuMs);
    const before = process.cpuUsage();
    drill(epochMs(benchNowMs));
    const { user, system } = process.cpuUsage(before);
    drills.push((user + system) / 1000);
  }
  const [value, baseline] = [median(drills), median(nights)];
  room.print({
    measure: 'drill',
    value,
    unit: 'ms of processor time, beside a night of heavy use',
    baseline,
    aim,
    details: {
      canaries: canaries.length,
      // the first one of a process pays for words that the night has read by then
      firstMs: round(drills[0] ?? 0),
      nightMs: round(baseline),
      ...room.sizes.heavy,
    },
  });
};
