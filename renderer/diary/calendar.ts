// Days, months and what became of each night. Days are "2026-11-20" in the person's zone. Pure.
import type { NightSummary } from '../../shared/nights.ts';
import type { NightFate, NightRecord } from '../../shared/schedule.ts';
import { agentKinds, type AgentKind } from '../../shared/transcript.ts';

export interface DiaryDay {
  readonly day: string;
  readonly fate: NightFate;
  /** Null for a night that was due and not dreamt. */
  readonly night: NightSummary | null;
  readonly record: NightRecord | null;
}

const fates: Readonly<Record<NightSummary['outcome'], NightFate>> = {
  done: 'ran',
  empty: 'empty',
  woken: 'woken',
  failed: 'failed',
};

/** Oldest first. Of several nights on one day the newest counts. */
export function daysOf(
  records: readonly NightRecord[],
  nights: readonly NightSummary[],
  isoDay: (ms: number) => string,
): readonly DiaryDay[] {
  const days = new Map<string, DiaryDay>();
  for (const record of records.toReversed()) {
    const day = isoDay(record.startedAtMs ?? record.dueAtMs);
    const night = nights.find(({ nightId }) => nightId === record.nightId) ?? null;
    days.set(day, { day, fate: record.fate, night, record });
  }
  for (const night of nights.toReversed()) {
    const day = isoDay(night.startedAtMs);
    const known = days.get(day);
    if (known?.night?.nightId === night.nightId) continue;
    days.set(day, { day, fate: fates[night.outcome], night, record: known?.record ?? null });
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Whether that agent's sessions stand behind what the night proposed; a night that does not know keeps its place. */
export const isOfAgent = ({ night }: DiaryDay, agent: AgentKind | null): boolean =>
  agent === null || (night !== null && (night.agents === null || night.agents.includes(agent)));

/** Whether its diary says what is looked for: `lines` by night, null where nothing is looked for. */
export const says = ({ night }: DiaryDay, lines: ReadonlyMap<string, number> | null): boolean =>
  lines === null || (night !== null && lines.has(night.nightId));

/** Those that any night names, in their usual order. */
export const agentsOf = (days: readonly DiaryDay[]): readonly AgentKind[] =>
  agentKinds.filter((agent) => days.some(({ night }) => night?.agents?.includes(agent) === true));

/** The engine names nights by their own clock in UTC. */
export const nightKey = (night: Pick<NightSummary, 'nowMs'>): string =>
  new Date(night.nowMs).toISOString().slice(0, 10);

const dayMs = 86_400_000;
/** Noon, so that no hour of any zone turns it into another day. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const monthOf = (day: string): string => day.slice(0, 7);

export function stepMonth(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Weeks from Monday on; days of other months are null. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = noonOf(`${month}-01`);
  // getUTCDay counts from Sunday.
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (readonly (string | null)[])[] = [];
  for (let start = first - before * dayMs; monthOf(dayOf(start)) <= month; start += 7 * dayMs) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => dayOf(start + i * dayMs)).map((day) =>
        monthOf(day) === month ? day : null,
      ),
    );
  }
  return weeks;
}
