// First sleep with its door: who spoke is settled before Light hears a word, and what Light learnt from tools does not
// hold where the step was ordered by text that nobody trusts.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import type { SetAside } from '../../../shared/quarantine.ts';
import type { SessionHead, Turn } from '../../../shared/transcript.ts';
import { noticeSession } from '../light/light.ts';
import { whoSpokeIn } from '../who-spoke/who-spoke.ts';

// "ls" stands in many texts.
const stepCharsMin = 6;

/** A mend or a way of working that was read off a page that gave orders is that page's, however well it went. */
function isOrdered(signal: Signal, setAside: readonly SetAside[]): boolean {
  if (signal.origin !== 'tool') return false;
  return signal.quotes.some(
    ({ text }) =>
      text.length >= stepCharsMin &&
      setAside.some(({ shown, says }) => shown.includes(text) || (says?.includes(text) ?? false)),
  );
}

function* heardIn(turns: Iterable<Turn>, setAside: SetAside[]): Generator<Turn, void, void> {
  for (const turn of turns) {
    const heard = whoSpokeIn(turn);
    setAside.push(...heard.setAside);
    yield heard.turn;
  }
}

/** Pure: the same session gives the same signals. Turns in the order of the transcript, each looked at once. */
export function listen(head: SessionHead, turns: Iterable<Turn>): SessionSignals {
  const setAside: SetAside[] = [];
  const noticed = noticeSession(head, heardIn(turns, setAside));
  if (setAside.length === 0) return noticed;
  return {
    ...noticed,
    signals: noticed.signals.filter((signal) => !isOrdered(signal, setAside)),
    setAside,
  };
}
