// What a person has set. A change shows at once and goes back if it could not be kept.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface SettingsStore {
  readonly settings: RemoteStore<Settings>;
  /** The failure to show, or null. */
  set(patch: SettingsPatch): Promise<Failure | null>;
}

export function createSettingsStore(bridge: Bridge): SettingsStore {
  const settings = createRemote<Settings>(() => bridge.call('settings.get', {}));
  return {
    settings,
    async set(patch) {
      const known = settings.value();
      if (known !== null) settings.put({ ...known, ...patch });
      const answer = await bridge.call('settings.set', { patch });
      if (answer.ok) settings.put(answer.value);
      else if (known !== null) settings.put(known);
      return answer.ok ? null : answer.error;
    },
  };
}
