// How often something was, week by week.
import { useWords } from '../app/AppContext.tsx';
import { SmallBars } from '../ui/SmallBars.tsx';

export interface WeekBarsProps {
  /** What is counted, for people who do not see it. */
  readonly label: string;
  /** The newest last. */
  readonly weeks: readonly number[];
}

export function WeekBars({ label, weeks }: WeekBarsProps) {
  const { say } = useWords();
  const weekName = (count: number): string =>
    count === 0 ? say('patterns.thisWeek') : say('patterns.weeksAgo', { count });
  return (
    <SmallBars
      label={label}
      titles={[say('patterns.week'), say('patterns.times')]}
      bars={weeks.map((value, i) => ({ name: weekName(weeks.length - 1 - i), value }))}
    />
  );
}
