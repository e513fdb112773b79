// What a person has set. A change shows at once and goes back if it could not be kept. Several may be on their way at
// once, as somebody types: the last one says what holds, and one that fails takes no later one with it.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface SettingsStore {
  readonly settings: RemoteStore<Settings>;
  /** The failure to show, or null. */
  set(patch: SettingsPatch): Promise<Failure | null>;
  /** Built upon what holds now; null where nothing is known yet, and then nothing is set. */
  change(make: (now: Settings) => SettingsPatch): Promise<Failure | null>;
}

export function createSettingsStore(bridge: Bridge): SettingsStore {
  const settings = createRemote<Settings>(() => bridge.call('settings.get', {}));
  let asked = 0;
  let underWay = 0;
  /** What the engine is known to have kept, while changes are on their way. */
  let kept: Settings | null = null;
  const set = async (patch: SettingsPatch): Promise<Failure | null> => {
    const shown = settings.value();
    if (underWay === 0) kept = shown;
    if (shown !== null) settings.put({ ...shown, ...patch });
    asked += 1;
    underWay += 1;
    const mine = asked;
    const answer = await bridge.call('settings.set', { patch });
    underWay -= 1;
    if (answer.ok) kept = answer.value;
    // Where a later one is on its way, its answer says what holds.
    if (mine === asked && kept !== null) settings.put(kept);
    return answer.ok ? null : answer.error;
  };
  return {
    settings,
    set,
    change(make) {
      const now = settings.value();
      return now === null ? Promise.resolve(null) : set(make(now));
    },
  };
}
