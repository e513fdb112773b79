// What a person does about a night, each as a plain verb; a failure is shown where they look.
import type { NightWish } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import type { Settings, Thresholds } from '../../shared/settings.ts';
import { useApp } from '../app/AppContext.tsx';
import { plainWish } from '../stores/night.ts';

export interface NightHands {
  readonly start: () => void;
  readonly preview: () => void;
  /** With other thresholds than those that are set. */
  readonly previewWith: (thresholds: Thresholds) => void;
  readonly wake: () => void;
  /** Null: goes on. */
  readonly pauseUntil: (ms: number | null) => void;
  readonly turn: (isOn: boolean) => void;
  readonly answerMissed: (dream: boolean) => void;
  readonly setFocus: (focus: string | null) => void;
}

export function useNightHands(): NightHands {
  const { stores } = useApp();
  const { night, settings, news } = stores;
  const tell = (failure: Failure | null): void => {
    if (failure !== null) news.fail(failure);
  };
  const wish = (more: Partial<NightWish>): void => {
    const focus = settings.settings.value()?.focus ?? null;
    void night.start({ ...plainWish, instructions: focus, ...more }).then(tell);
  };
  const set = (patch: (now: Settings) => Partial<Settings>): void => {
    const now = settings.settings.value();
    if (now !== null) void settings.set(patch(now)).then(tell);
  };
  const turn = (isOn: boolean): void => {
    set(({ schedule }) => ({ schedule: { ...schedule, isOn } }));
    void night.state.load();
  };
  return {
    start: () => wish({}),
    preview: () => wish({ preview: true }),
    previewWith: (thresholds) => wish({ preview: true, thresholds }),
    wake: () => void night.wake().then(tell),
    pauseUntil(ms) {
      if (ms === null && settings.settings.value()?.schedule.isOn === false) turn(true);
      void night.pause(ms === null ? null : epochMs(ms)).then(tell);
    },
    turn,
    answerMissed: (dream) => void night.answerMissed(dream).then(tell),
    setFocus: (focus) => set(() => ({ focus })),
  };
}
