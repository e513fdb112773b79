// What Light heard in one session, ready to be stored and told: made wherever the session is heard.
import type { EventAbout } from '../../../shared/engine.ts';
import type { SessionHead, Turn } from '../../../shared/transcript.ts';
import { packSignals, type PackedSignals } from '../store/packed-signals.ts';
import { listen } from './listen.ts';
import { noticedIn } from './live-events.ts';

export interface HeardSession extends PackedSignals, Pick<SessionHead, 'agent' | 'project'> {
  /** Its words that were noticed, to be told; null where none were. */
  readonly about: EventAbout | null;
}

/** Pure: the same session gives the same bytes, in whichever thread. */
export function hearSession(head: SessionHead, turns: Iterable<Turn>): HeardSession {
  const signals = listen(head, turns);
  return {
    ...packSignals(signals),
    agent: head.agent,
    project: head.project,
    about: noticedIn(signals),
  };
}
