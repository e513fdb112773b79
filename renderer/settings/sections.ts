// The parts of Settings, in their order, as they stand in the address; and which groups of settings each one sets back.
import { assertNever } from '../../shared/result.ts';
import { usualSettings, type Settings, type SettingsPatch } from '../../shared/settings.ts';
import type { PlainKey } from '../words/words.ts';

export const sections = [
  'schedule',
  'budget',
  'model',
  'rubric',
  'focus',
  'notifications',
  'appearance',
  'keyboard',
  'data',
] as const;
export type Section = (typeof sections)[number];

export const sectionName: Readonly<Record<Section, PlainKey>> = {
  schedule: 'settings.schedule',
  budget: 'settings.budget',
  model: 'settings.model',
  rubric: 'model.rubric',
  focus: 'settings.focus',
  notifications: 'settings.notifications',
  appearance: 'settings.appearance',
  keyboard: 'settings.keyboard',
  data: 'settings.data',
};

/** Anything else than a name of ours opens the first. */
export const sectionFrom = (name: string | undefined): Section =>
  sections.find((each) => each === name) ?? 'schedule';

/** Null where there is nothing to set back. A pause is an answer of Tonight's and stays. */
export function usualOf(section: Section, now: Settings): SettingsPatch | null {
  const usual = usualSettings;
  const { pausedUntilMs, wakeMinute } = now.schedule;
  switch (section) {
    case 'schedule':
      return {
        schedule: { ...usual.schedule, pausedUntilMs, wakeMinute },
        startAtLogin: usual.startAtLogin,
      };
    case 'budget':
      return { budget: usual.budget, model: { ...now.model, roundsMax: usual.model.roundsMax } };
    case 'model':
      return { model: { ...usual.model, roundsMax: now.model.roundsMax } };
    case 'rubric':
      return { rubrics: usual.rubrics };
    case 'focus':
      return {
        focus: usual.focus,
        review: usual.review,
        excludedProjects: usual.excludedProjects,
        personalData: usual.personalData,
        thresholds: usual.thresholds,
      };
    case 'notifications':
      return {
        notifications: usual.notifications,
        schedule: { ...now.schedule, wakeMinute: usual.schedule.wakeMinute },
      };
    case 'appearance':
      return { appearance: usual.appearance };
    case 'keyboard':
      return { singleKeys: usual.singleKeys, keys: usual.keys };
    case 'data':
      return null;
    default:
      return assertNever(section);
  }
}

/** The same groups as they are now: what an undo puts back. */
export const asItIs = (patch: SettingsPatch, now: Settings): SettingsPatch =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in patch));
