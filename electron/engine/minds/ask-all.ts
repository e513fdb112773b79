// Asks many things: a few at a time, or all of them in one batch. The first that ends the night's asking ends it for all
// that were not sent yet; what came by then is kept.
import type { Result } from '../../../shared/result.ts';
import { err } from '../../../shared/result.ts';
import { askInBatch } from './ask-in-batch.ts';
import { askOnce, type Answer, type AskEnd, type Asking, type Question } from './ask.ts';

export type Answered<T> = Result<Answer<T>, AskEnd>;

// Each that breaks off may have been paid for: a server that does so again and again is not asked for the whole night.
const brokenOffMax = 5;
const broken: AskEnd = {
  kind: 'stop',
  fault: 'cut-off',
  detail: `${brokenOffMax} answers in a row broke off, and each may have been paid for: nothing more was asked.`,
};

const isFinal = (end: AskEnd): boolean => end.kind === 'cap' || end.kind === 'stop';

/** Answers in the order of the questions. `together`: how many are under way at once, where each goes by itself. */
export function askAll<T>(
  asking: Asking,
  questions: readonly Question<T>[],
  together = 1,
): Promise<readonly Answered<T>[]> {
  return asking.batches === undefined
    ? askTogether(asking, questions, together)
    : askInBatch(asking, asking.batches, questions);
}

const isBrokenOff = <T>(answered: Answered<T>): boolean =>
  !answered.ok && answered.error.kind === 'dropped' && answered.error.why === 'cut-off';

/** Settled when any of the calls that are under way has ended. */
interface Doorbell {
  readonly next: () => Promise<void>;
  readonly ring: () => void;
}

function doorbell(): Doorbell {
  let waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    ring: () => {
      const now = waiting;
      waiting = [];
      for (const go of now) go();
    },
  };
}

async function askTogether<T>(
  asking: Asking,
  questions: readonly Question<T>[],
  together: number,
): Promise<readonly Answered<T>[]> {
  const answers = new Map<number, Answered<T>>();
  const queue = [...questions.entries()];
  const bell = doorbell();
  let flying = 0;
  let brokenOff = 0;
  let ended: AskEnd | null = null;
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined && ended === null; one = queue.shift()) {
      const [at, question] = one;
      flying += 1;
      const answered = await askOnce(asking, question);
      flying -= 1;
      const isCap = !answered.ok && answered.error.kind === 'cap';
      // One that found no room made none, and wakes nobody who waits for some.
      if (!isCap || flying === 0) bell.ring();
      if (isCap && flying > 0) {
        // What is reserved for the others may not all be used: asked once more when one of them has ended.
        queue.unshift(one);
        await bell.next();
        continue;
      }
      answers.set(at, answered);
      if (!answered.ok && isFinal(answered.error)) ended ??= answered.error;
      brokenOff = isBrokenOff(answered) ? brokenOff + 1 : 0;
      if (brokenOff >= brokenOffMax) ended ??= broken;
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, questions.length) }, work));
  const left: AskEnd = ended ?? { kind: 'waiting' };
  return questions.map((_, at) => answers.get(at) ?? err(left));
}
