// A month of nights. The sign beneath a day says what became of its night; days without one cannot be opened.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { NightFate } from '../../shared/schedule.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Sign, type SignKind } from '../ui/Sign.tsx';
import type { DiaryDay } from './calendar.ts';
import { noonOf, stepMonth, weeksOf } from './calendar.ts';
import styles from './Calendar.module.css';

const signs: Readonly<Record<NightFate, SignKind>> = {
  ran: 'disc',
  empty: 'point',
  missed: 'ring',
  skipped: 'dash',
  failed: 'error',
  woken: 'cut',
};

export interface CalendarProps {
  /** Those that can be opened. */
  readonly days: readonly DiaryDay[];
  /** "2026-11" */
  readonly month: string;
  readonly onTurn: (month: string) => void;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

// Any Monday: only its name is wanted, and those of the six days after it.
const someMonday = noonOf('2026-11-02');
const dayMs = 86_400_000;

function WeekDays() {
  const { formats } = useWords();
  const short = new Intl.DateTimeFormat(formats.locale, { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <tr>
      {Array.from({ length: 7 }, (_, i) => someMonday + i * dayMs).map((ms) => (
        <th key={ms} scope="col" abbr={formats.weekday(ms)}>
          {short.format(ms)}
        </th>
      ))}
    </tr>
  );
}

export const FateSign = ({ fate }: { readonly fate: NightFate }) => (
  <span className={styles['sign']} data-fate={fate}>
    <Sign kind={signs[fate]} />
  </span>
);

interface CellProps {
  readonly day: string;
  readonly known: DiaryDay | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (day: string) => void;
}

function Cell({ day, known, isChosen, onChoose }: CellProps) {
  const { say, formats } = useWords();
  const number = Number(day.slice(-2));
  if (known === undefined) return <span className={styles['day']}>{number}</span>;
  return (
    <button
      type="button"
      className={styles['day']}
      aria-current={isChosen ? 'date' : undefined}
      aria-label={`${formats.day(noonOf(day))}: ${say(`fate.${known.fate}`)}`}
      onClick={() => onChoose(day)}
    >
      {number}
      <FateSign fate={known.fate} />
    </button>
  );
}

export function Calendar({ days, month, onTurn, chosen, onChoose }: CalendarProps) {
  const { say, formats } = useWords();
  const byDay = new Map(days.map((day) => [day.day, day]));
  const turn = (by: 1 | -1) => (): void => onTurn(stepMonth(month, by));
  const name = formats.month(noonOf(`${month}-15`));
  return (
    <div className={styles['calendar']}>
      <header className={styles['header']}>
        <Button
          tone="quiet"
          aria-label={say('diary.previousMonth')}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onClick={turn(-1)}
        />
        <h2 aria-live="polite">{name}</h2>
        <Button
          tone="quiet"
          aria-label={say('diary.nextMonth')}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onClick={turn(1)}
        />
      </header>
      <table className={styles['month']}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <WeekDays />
        </thead>
        <tbody>
          {weeksOf(month).map((week, i) => (
            <tr key={i}>
              {week.map((day, j) => (
                <td key={day ?? j}>
                  {day !== null && (
                    <Cell day={day} known={byDay.get(day)} isChosen={day === chosen} onChoose={onChoose} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
