// Shows the morning's notification when morning.ts says that it is due. While nothing is due it looks at nothing; while
// something is, once a minute, because not every system tells of an unlock.
import { Notification } from 'electron';
import type { EpochMs } from '../../shared/ids.ts';
import type { EngineLink } from '../engine-host/index.ts';
import {
  isMorningDue,
  morningNotice,
  toldOf,
  troubleOf,
  untoldNight,
  type MorningFacts,
  type Notice,
} from './morning.ts';
import type { ShellMemory } from './shell-memory.ts';
import type { Standing } from './tray-view.ts';
import type { Words } from './words.ts';

interface MorningNeeds {
  readonly link: Pick<EngineLink, 'call'>;
  readonly memory: ShellMemory;
  readonly standing: () => Standing;
  readonly words: () => Words;
  readonly nowMs: () => EpochMs;
  readonly isLocked: () => boolean;
  /** For how long nobody has touched keys or mouse. */
  readonly idleMs: () => number;
  readonly onOpen: (route: string) => void;
}

export interface Morning {
  /** Something changed: a night ended, a change was decided, the engine is back. */
  readonly look: () => void;
  readonly onUnlock: () => void;
}

/** Touched within so long: somebody is there. */
const thereMs = 60_000;

export function createMorning(needs: MorningNeeds): Morning {
  let timer: NodeJS.Timeout | null = null;
  let isAtIt = false;

  const tell = (isSomebodyThere: boolean): void => {
    const facts = factsOf(needs, isSomebodyThere);
    const record = facts === null ? null : untoldNight(facts);
    if (facts === null || record === null) return;
    if (!isMorningDue(facts)) {
      lookLater();
      return;
    }
    if (isAtIt) return;
    isAtIt = true;
    // Said before it is shown: two on one morning are worse than none.
    needs.memory.keep({ toldDueAtMs: record.dueAtMs, toldTrouble: troubleOf(facts) });
    void flaggedOf(needs)
      .then((flagged) => {
        showNotice(morningNotice(record, toldOf(facts, flagged), needs.words()), needs.onOpen);
      })
      .finally(() => {
        isAtIt = false;
      });
  };
  const lookLater = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      tell(needs.idleMs() < thereMs);
    }, thereMs);
  };
  return {
    look: () => tell(needs.idleMs() < thereMs),
    onUnlock: () => tell(true),
  };
}

function factsOf(needs: MorningNeeds, isSomebodyThere: boolean): MorningFacts | null {
  const { night, settings } = needs.standing();
  if (night === null || settings === null) return null;
  const { toldDueAtMs, toldTrouble } = needs.memory.get();
  return {
    night,
    settings,
    nowMs: needs.nowMs(),
    mind: night.last?.mind ?? null,
    sessionsKept: night.last?.outcome === 'failed' ? night.last.read.sessions : null,
    toldDueAtMs,
    toldTrouble,
    isLocked: needs.isLocked(),
    isSomebodyThere,
  };
}

async function flaggedOf({ link }: MorningNeeds): Promise<number> {
  const items = await link.call('review.list', {});
  if (!items.ok) return 0;
  return items.value.filter(({ state, change }) => state === 'waiting' && change.flags.length > 0).length;
}

// Held on to until they are gone: a notification that is swept up can no longer be clicked.
const shown = new Set<Notification>();

export function showNotice({ title, body, route }: Notice, onOpen: (route: string) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  shown.add(notification);
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    onOpen(route);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  notification.show();
}
