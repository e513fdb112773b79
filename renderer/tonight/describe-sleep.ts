// A night in one sentence, for those who do not see its drawing.
import { laneNames } from '../ui/Hypnogram.tsx';
import type { Sleep } from '../ui/sleep.ts';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.ts';

export function describeSleep(sleep: Sleep, say: Say, formats: Formats): string {
  const parts = sleep.intervals.map((bar) =>
    say('tonight.hypnogramPart', {
      stage: say(laneNames[bar.lane]),
      duration: formats.duration(bar.endMs - bar.startMs),
    }),
  );
  const stages = formats.list(parts);
  return sleep.end === 'running' ? say('live.hypnogram', { stages }) : say('tonight.hypnogram', { stages });
}
