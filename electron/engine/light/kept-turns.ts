// What of a session is still looked at once it was heard to its end: tools' calls and results without their texts, and
// of what the person said only what work hangs on. So a session of 200 MB is never held as a whole.
import type { Turn } from '../../../shared/transcript.ts';
import { isPersons, withShortOutput } from './tool-runs.ts';

// Two sentences of the longest kind, and what may stand beside them: a longer message is neither a task nor one saying.
const requestCharsMax = 900;

/** A copy of its own: a slice would keep the whole message in memory. */
const beginningOf = (text: string): string =>
  text.length <= requestCharsMax ? text : text.trimStart().slice(0, requestCharsMax).split('').join('');

/** The message with everything blanked that the person did not say: reminders, attachments, our own blocks. */
export function personText(turn: Turn): string {
  if (turn.spans.every((span) => span.origin === 'person')) return turn.text;
  const blank = (text: string): string => text.replace(/[^\n]/gu, '\u0000');
  return turn.spans
    .map(({ origin, start, end }) => {
      const part = turn.text.slice(start, end);
      return origin === 'person' ? part : blank(part);
    })
    .join('');
}

export interface KeptTurns {
  /** In the order of the transcript. */
  readonly turns: readonly Turn[];
  add(turn: Turn): void;
}

/** @param firstMax so many of the person's messages are kept from the beginning; later ones where a tool was called next */
export function createKeptTurns(firstMax: number): KeptTurns {
  const turns: Turn[] = [];
  let messages = 0;
  // From here on no tool was called: should the person speak again, nothing will be asked of what they said before.
  let idleFrom = 0;
  const letGoOfIdle = (): void => {
    const done = turns.splice(idleFrom).filter((turn) => !isPersons(turn));
    turns.push(...done);
    idleFrom = turns.length;
  };
  return {
    turns,
    add(turn) {
      if (isPersons(turn)) {
        letGoOfIdle();
        const text = beginningOf(personText(turn));
        turns.push({ ...turn, text, spans: [{ origin: 'person', start: 0, end: text.length }] });
        messages++;
        if (messages <= firstMax) idleFrom = turns.length;
      } else if (turn.kind === 'call') {
        // what was called stands beside it, in `use`
        turns.push({ ...turn, text: '', spans: [] });
        idleFrom = turns.length;
      } else if (turn.kind === 'result') turns.push(withShortOutput(turn));
    },
  };
}
