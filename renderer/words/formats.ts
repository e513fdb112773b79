// Times, durations and numbers as a person reads them, through Intl, in one zone and language. Times are 24-hour, as on
// an instrument; a duration is never shown finer than what matters at its length.
export interface Formats {
  readonly locale: string;
  readonly zone: string;
  /** 03:00 */
  time(ms: number): string;
  /** 03:01:12 */
  timeExact(ms: number): string;
  /** Fri 20 Nov */
  day(ms: number): string;
  /** 20 Nov */
  date(ms: number): string;
  /** 20 */
  dayNumber(ms: number): string;
  /** 20 Nov 03:00 */
  moment(ms: number): string;
  /** 2026-11-20, for routes and file names */
  isoDay(ms: number): string;
  /** November 2026 */
  month(ms: number): string;
  /** Saturday */
  weekday(ms: number): string;
  /** 5h 12m · 3m 4s · 40s */
  duration(ms: number): string;
  number(n: number): string;
  /** 186K, for counts of tokens */
  compact(n: number): string;
  /** 0.82 */
  score(n: number): string;
  usd(n: number): string;
  /** $12.40, and $0.0013 where cents are too coarse */
  money(n: number): string;
  /** $0.0133: of a single call */
  moneyExact(n: number): string;
  bytes(n: number): string;
  /** +4 · −4 · 0 */
  signed(n: number): string;
  list(items: readonly string[]): string;
  /** New York */
  zoneName(): string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** The two largest units that matter; seconds only below ten minutes. */
export function durationParts(ms: number): readonly (readonly [Unit, number])[] {
  const whole = Math.max(0, Math.round(ms / 1000)) * 1000;
  const days = Math.floor(whole / dayMs);
  const hours = Math.floor((whole % dayMs) / hourMs);
  const minutes = Math.floor((whole % hourMs) / minuteMs);
  const seconds = Math.floor((whole % minuteMs) / 1000);
  const all: readonly (readonly [Unit, number])[] = [
    ['day', days],
    ['hour', hours],
    ['minute', minutes],
    ['second', whole < 10 * minuteMs ? seconds : 0],
  ];
  const shown = all.filter(([, n]) => n > 0).slice(0, 2);
  return shown.length > 0 ? shown : [['second', 0]];
}

function createDuration(locale: string): (ms: number) => string {
  const unit = (name: Unit): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' });
  const units = { day: unit('day'), hour: unit('hour'), minute: unit('minute'), second: unit('second') };
  return (ms) =>
    durationParts(ms)
      .map(([name, n]) => units[name].format(n))
      .join(' ');
}

function createBytes(locale: string): (n: number) => string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  return (n) => {
    const step = Math.min(names.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, n)) / 3)));
    const unit = names[step] ?? 'byte';
    // "980 byte" beside "2 kB" is no abbreviation.
    if (step === 0) return `${new Intl.NumberFormat(locale).format(n)} B`;
    const digits = { maximumFractionDigits: step > 1 && n / 1000 ** step < 10 ? 1 : 0 };
    return new Intl.NumberFormat(locale, { style: 'unit', unit, ...digits }).format(n / 1000 ** step);
  };
}

export function createFormats(locale: string, zone: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions): ((ms: number) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (ms) => format.format(ms).replaceAll(', ', ' ');
  };
  const numbers = (options: Intl.NumberFormatOptions): ((n: number) => string) => {
    const format = new Intl.NumberFormat(locale, options);
    return (n) => format.format(n);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const usd = numbers(dollars);
  const fineUsd = numbers({ ...dollars, maximumFractionDigits: 4 });
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  return {
    locale,
    zone,
    time: dates(clock),
    timeExact: dates({ ...clock, second: '2-digit' }),
    day: dates({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: dates({ day: 'numeric', month: 'short' }),
    // From the ISO date: some languages put a word behind the number of a day.
    dayNumber: (ms) => String(Number(iso.format(ms).slice(-2))),
    moment: dates({ day: 'numeric', month: 'short', ...clock }),
    isoDay: (ms) => iso.format(ms),
    month: dates({ month: 'long', year: 'numeric' }),
    weekday: dates({ weekday: 'long' }),
    duration: createDuration(locale),
    number: numbers({}),
    compact: numbers({ notation: 'compact', maximumFractionDigits: 1 }),
    score: numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    usd,
    money: (n) => (n > 0 && n < 0.01 ? fineUsd(n) : usd(n)),
    moneyExact: fineUsd,
    bytes: createBytes(locale),
    signed: (n) => signed.format(n).replace('-', '−'),
    list: (items) => (locale.startsWith('zh') ? items.join('、') : list.format(items)),
    zoneName: () => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  };
}
