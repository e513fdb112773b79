// Starts the engine as a utility process of Electron, with what it needs to know of this computer.
import os from 'node:os';
import path from 'node:path';
import { app, safeStorage, utilityProcess } from 'electron';
import type { EngineSetup } from '../../shared/engine-process.ts';
import { dataFolder, settingsFolder } from '../cli/places.ts';
import {
  createEngineLink,
  engineEntry,
  fromUtilityProcess,
  realTimers,
  type EngineLink,
} from '../engine-host/index.ts';
import type { Logs } from './logs.ts';
import { createSecrets } from './secrets.ts';

/** The last of what an engine says before it dies tells most; more than this of one line is somebody's text. */
const lineMax = 2_000;

export function startEngine(logs: Logs): EngineLink {
  return createEngineLink({
    fork: () => {
      const child = utilityProcess.fork(engineEntry(), [], { serviceName: 'Slowwave engine', stdio: 'pipe' });
      const note = (chunk: Buffer): void => logs.warn(`engine: ${chunk.toString().trim().slice(0, lineMax)}`);
      child.stdout?.on('data', note);
      child.stderr?.on('data', note);
      return fromUtilityProcess(child);
    },
    setup: setupHere(logs.file),
    timers: realTimers,
    log: (level, text) => logs[level](`engine: ${text}`),
  });
}

/** The same places as the command line's: one store, whichever way a person comes to it. */
function setupHere(logFile: string): EngineSetup {
  const home = os.homedir();
  return {
    home,
    data: dataFolder(process.platform, home, process.env),
    keyFolder: settingsFolder(process.platform, home, process.env),
    env: { ...keptKeys(), ...process.env },
    // The bundle and the packed app lie equally deep.
    sample: path.resolve(import.meta.dirname, '..', '..', 'resources', 'sample'),
    version: app.getVersion(),
    host: 'desktop',
    logFile,
    nowMs: null,
    keepsWatch: true,
  };
}

/** The key that the owner keeps with us, for an engine that cannot ask the system; one in the environment goes before. */
function keptKeys(): Readonly<Record<string, string>> {
  const key = createSecrets(path.join(app.getPath('userData'), 'keys.json'), safeStorage).get('anthropic');
  return key === null ? {} : { ANTHROPIC_API_KEY: key };
}
