// Tells the engine of the computer: that it sleeps and wakes, is locked and unlocked, runs on battery, how long nobody
// has touched it, and in which zone it is. Keeps it awake while a dream is at work.
import { powerMonitor, powerSaveBlocker } from 'electron';
import type { EpochMs } from '../../shared/ids.ts';
import type { EngineLink } from '../engine-host/index.ts';

interface PowerNeeds {
  readonly link: Pick<EngineLink, 'tell'>;
  readonly nowMs: () => EpochMs;
  readonly onUnlock: () => void;
  readonly onShutdown: () => void;
}

export interface Power {
  readonly isLocked: () => boolean;
  readonly idleMs: () => number;
  readonly keepAwake: (isDreaming: boolean) => void;
}

/** A gate like "idle for ten minutes" is asked in minutes; oftener would only cost battery. */
const everyMs = 60_000;

const idleMs = (): number => powerMonitor.getSystemIdleTime() * 1000;
const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function watchPower({ link, nowMs, onUnlock, onShutdown }: PowerNeeds): Power {
  let isLocked = false;
  let zone = zoneHere();
  const tellState = (): void => {
    const state = { onBattery: powerMonitor.isOnBatteryPower(), idleMs: idleMs() };
    link.tell({ kind: 'power', atMs: nowMs(), state });
    if (zoneHere() === zone) return;
    zone = zoneHere();
    link.tell({ kind: 'zone', atMs: nowMs(), zone });
  };
  powerMonitor.on('suspend', () => link.tell({ kind: 'suspend', atMs: nowMs() }));
  powerMonitor.on('resume', () => {
    link.tell({ kind: 'resume', atMs: nowMs() });
    tellState();
  });
  powerMonitor.on('lock-screen', () => {
    isLocked = true;
    link.tell({ kind: 'lock', atMs: nowMs() });
  });
  powerMonitor.on('unlock-screen', () => {
    isLocked = false;
    link.tell({ kind: 'unlock', atMs: nowMs() });
    onUnlock();
  });
  powerMonitor.on('on-ac', tellState);
  powerMonitor.on('on-battery', tellState);
  powerMonitor.on('shutdown', onShutdown);
  setInterval(tellState, everyMs);
  tellState();
  return { isLocked: () => isLocked, idleMs, keepAwake: createKeepAwake() };
}

function createKeepAwake(): (isDreaming: boolean) => void {
  let blocker: number | null = null;
  return (isDreaming) => {
    if (isDreaming === (blocker !== null)) return;
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    // The screen may sleep; only the computer stays up.
    blocker = isDreaming ? powerSaveBlocker.start('prevent-app-suspension') : null;
  };
}
