// One rule's curve: in what share of sessions it had to be said, month by month, before and since agents are given it.
import type { RepeatCurve } from '../../shared/receipts.ts';
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import styles from './RuleCurve.module.css';

const step = 14;
const barWidth = 10;
const barMax = 28;
// A month without any is a short line, so that it is seen to be a month.
const barMin = 1.5;

const shareOf = ({ sessions, occurrences }: RepeatCurve['months'][number]): number =>
  sessions === 0 ? 0 : occurrences / sessions;

function Bars({ curve, label }: { readonly curve: RepeatCurve; readonly label: string }) {
  const most = Math.max(0.01, ...curve.months.map(shareOf));
  const width = Math.max(step, curve.months.length * step);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={barMax + 2}
      viewBox={`0 0 ${width} ${barMax + 2}`}
    >
      {curve.months.map((month, i) => {
        const tall = Math.max(barMin, (shareOf(month) / most) * barMax);
        return (
          <rect
            key={month.fromMs}
            className={month.isServed ? styles['since'] : styles['before']}
            x={i * step}
            y={barMax + 1 - tall}
            width={barWidth}
            height={tall}
            rx={1}
          />
        );
      })}
    </svg>
  );
}

export interface RuleCurveProps {
  readonly text: string;
  readonly curve: RepeatCurve;
}

export function RuleCurve({ text, curve }: RuleCurveProps) {
  const { say, formats } = useWords();
  const { before, after, ratio, low, high } = curve;
  const two = (n: number): string => formats.number(Math.round(n * 100) / 100);
  const label = say('serving.curveLabel', { count: curve.months.length });
  return (
    <div className={styles['curve']}>
      <div className={styles['said']}>
        <p className={styles['text']}>
          <PlainText text={text} />
        </p>
        <p className={styles['words']} data-verdict={curve.verdict}>
          <strong>{say(`serving.verdict.${curve.verdict}`)}</strong>{' '}
          {say('serving.sides', {
            before: before.occurrences,
            beforeSessions: before.sessions,
            after: after.occurrences,
            count: after.sessions,
          })}
          {ratio !== null &&
            ` ${say('serving.ratio', { ratio: two(ratio), low: two(low ?? 0), high: high === null ? '∞' : two(high) })}`}
        </p>
      </div>
      <ChartFigure
        table={{
          caption: label,
          columns: [
            { title: say('serving.month') },
            { title: say('serving.sessions'), isNumber: true },
            { title: say('serving.saidIn'), isNumber: true },
            { title: say('serving.served') },
          ],
          rows: curve.months.map((month) => ({
            key: String(month.fromMs),
            cells: [
              formats.date(month.fromMs),
              formats.number(month.sessions),
              formats.number(month.occurrences),
              say(month.isServed ? 'serving.yes' : 'serving.no'),
            ],
          })),
        }}
      >
        <Bars curve={curve} label={label} />
      </ChartFigure>
    </div>
  );
}
