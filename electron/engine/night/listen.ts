// First sleep with its door: who spoke is settled before Light hears a word, and what Light learnt from tools does not
// hold where the step was ordered by text that nobody trusts.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import type { SetAside } from '../../../shared/quarantine.ts';
import type { SessionHead, Turn } from '../../../shared/transcript.ts';
import { noticeSession } from '../light/light.ts';
import { whoSpoke } from '../who-spoke/who-spoke.ts';

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

/** Pure: the same session gives the same signals. Turns in the order of the transcript. */
export function listen(head: SessionHead, turns: readonly Turn[]): SessionSignals {
  const heard = whoSpoke(turns);
  const noticed = noticeSession(head, heard.turns);
  if (heard.setAside.length === 0) return noticed;
  return {
    ...noticed,
    signals: noticed.signals.filter((signal) => !isOrdered(signal, heard.setAside)),
    setAside: heard.setAside,
  };
}
