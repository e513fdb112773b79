// Keys out of the system's keychain, handed over by the shell: an engine finds them where it would find one of the
// environment, and what the environment itself says goes before. They may change while the process runs.
import type { EngineSetup } from '../../shared/engine-process.ts';
import { keyVariable, type KeptKeys, type KeyFor } from '../../shared/models.ts';

export interface HandedKeys {
  /** The setup with those keys in it, as they are now and as they will be. */
  readonly setup: EngineSetup;
  /** In the place of all that were handed over before. */
  put(keys: KeptKeys): void;
}

const names: readonly KeyFor[] = ['claude', 'server'];

export function createHandedKeys(given: EngineSetup): HandedKeys {
  const env: Record<string, string | undefined> = { ...given.env };
  const keychain: { [W in KeyFor]?: string } = {};
  const put = (keys: KeptKeys): void => {
    for (const who of names) {
      const [name, key] = [keyVariable[who], keys[who]];
      if (key === undefined) delete keychain[who];
      else keychain[who] = key;
      const held = given.env[name] ?? key;
      if (held === undefined) delete env[name];
      else env[name] = held;
    }
  };
  put(given.keychain ?? {});
  const hasKeychain = given.keychain !== undefined && given.keychain !== null;
  return { setup: { ...given, env, keychain: hasKeychain ? keychain : null }, put };
}
