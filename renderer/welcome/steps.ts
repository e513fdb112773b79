// The four first steps, in their order, as they stand in the address.
import type { NightWish } from '../../shared/contract.ts';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { plainWish } from '../stores/night.ts';
import type { PlainKey } from '../words/words.ts';

export const steps = ['found', 'reading', 'dreaming', 'when'] as const;
export type Step = (typeof steps)[number];

export const stepName: Readonly<Record<Step, PlainKey>> = {
  found: 'welcome.found',
  reading: 'welcome.reading',
  dreaming: 'welcome.dreaming',
  when: 'welcome.when',
};

export const stepFrom = (name: string | undefined): Step => steps.find((step) => step === name) ?? 'found';

/** Null beyond either end. */
export const stepBeside = (step: Step, by: 1 | -1): Step | null => steps[steps.indexOf(step) + by] ?? null;

const napDays = 7;
const dayMs = 86_400_000;

/** A short first night: only the last days, and like every night it writes to no file of an agent. */
export const napWish = (now: EpochMs, focus: string | null): NightWish => ({
  ...plainWish,
  instructions: focus,
  sinceMs: epochMs(now - napDays * dayMs),
});
