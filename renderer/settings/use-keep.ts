// Keeps a change of settings, says so to screen readers, and shows what follows from it.
import type { Failure } from '../../shared/engine.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import { useApp, useWords } from '../app/AppContext.tsx';

export interface Keep {
  /** For a field, which shows the failure beside itself. */
  readonly change: (make: (now: Settings) => SettingsPatch) => Promise<Failure | null>;
  /** For a choice: the failure is told at the bottom of the window. */
  readonly choose: (make: (now: Settings) => SettingsPatch) => void;
}

export function useKeep(): Keep {
  const { stores } = useApp();
  const { say } = useWords();
  const change: Keep['change'] = async (make) => {
    const failure = await stores.settings.change(make);
    if (failure !== null) return failure;
    stores.news.announce(say('settings.kept'));
    // When the next night falls depends on it.
    void stores.night.state.load();
    return null;
  };
  return {
    change,
    choose: (make) =>
      void change(make).then((failure) => {
        if (failure !== null) stores.news.fail(failure);
      }),
  };
}
