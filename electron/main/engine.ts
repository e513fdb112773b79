// Starts the engine as a utility process of Electron, with what it needs to know of this computer.
import os from 'node:os';
import path from 'node:path';
import { app, safeStorage, utilityProcess, type UtilityProcess } from 'electron';
import type { Bridge } from '../../shared/contract.ts';
import type { EngineSetup } from '../../shared/engine-process.ts';
import type { KeptKeys } from '../../shared/models.ts';
import {
  createEngineLink,
  engineEntry,
  fromUtilityProcess,
  realTimers,
  workEntry,
  type EngineLink,
} from '../engine-host/index.ts';
import { commandFromWindow } from '../cli/own-command.ts';
import type { Logs } from './logs.ts';
import { namedPlaces } from './named-places.ts';
import { keptKeys, withKeychain } from './kept-keys.ts';
import { createSecrets } from './secrets.ts';

/** The last of what an engine says before it dies tells most; more than this of one line is somebody's text. */
const lineMax = 2_000;

export interface DesktopEngine {
  readonly link: EngineLink;
  /** The link as windows ask it: keys that they give go to the keychain. */
  readonly bridge: Pick<Bridge, 'call'>;
}

export function startEngine(logs: Logs): DesktopEngine {
  const secrets = createSecrets(path.join(app.getPath('userData'), 'keys.json'), safeStorage);
  const keychain = keptKeys(secrets);
  const link = createEngineLink({
    fork: () => fromUtilityProcess(startUtility(engineEntry(), 'engine', logs)),
    forkWork: () => fromUtilityProcess(startUtility(workEntry(), 'work', logs)),
    setup: setupHere(logs, keychain),
    timers: realTimers,
    log: (level, text) => logs[level](`engine: ${text}`),
  });
  return { link, bridge: withKeychain(link, { secrets, hasKeychain: keychain !== null }) };
}

function startUtility(entry: string, name: 'engine' | 'work', logs: Logs): UtilityProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: `Slowwave ${name}`, stdio: 'pipe' });
  const note = (chunk: Buffer): void => logs.warn(`${name}: ${chunk.toString().trim().slice(0, lineMax)}`);
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  return child;
}

/** The same places as the command line's: one store, whichever way a person comes to it. */
function setupHere(logs: Logs, keychain: KeptKeys | null): EngineSetup {
  const here = {
    cwd: process.cwd(),
    env: process.env,
    home: os.homedir(),
    platform: process.platform,
    // The bundle and the packed app lie equally deep.
    sample: path.resolve(import.meta.dirname, '..', '..', 'resources', 'sample'),
  };
  const named = namedPlaces(process.argv, here);
  // Never somebody's own memory in the place of the folder that was named.
  if (!named.ok) throw new Error(`${named.error.happened} ${named.error.todo}`);
  const { home, data, keyFolder, env, sample } = named.value;
  const isGiven = (name: string): boolean => process.argv.some((word) => word.startsWith(`${name}=`));
  const typed = [
    ...(isGiven('--home') ? ['--home', home] : []),
    ...(isGiven('--data') ? ['--data', data] : []),
  ];
  const root = path.resolve(import.meta.dirname, '..', '..');
  return {
    home,
    data,
    keyFolder,
    env,
    keychain,
    sample,
    ownCommand: commandFromWindow({ env: process.env, platform: process.platform, root }, typed),
    version: app.getVersion(),
    host: 'desktop',
    logFile: logs.file,
    nowMs: null,
    keepsWatch: true,
  };
}
