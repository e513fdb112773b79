// Long work done in the test's own process, by an engine of its own all the same: for tests of what begins such work and of
// what comes after it. A process for each would be most of what those tests cost.
import type { Child } from '../../../shared/engine-process.ts';
import type { Progress } from '../../../shared/engine.ts';
import { depsFrom } from '../../engine-process/engine-deps.ts';
import type { FromWork, ToWork, WorkTask } from '../../engine-process/long-work.ts';
import { createEngine } from '../../engine/index.ts';
import { doJob } from '../jobs.ts';

/** As the process of work-process.ts speaks, from its hello to its end. It cannot be killed in the middle. */
export function workHere(): Child<ToWork> {
  const wish = new AbortController();
  let say: (message: FromWork) => void = () => undefined;
  let leave: (how: string) => void = () => undefined;
  const work = async ({ setup, job, isSample }: WorkTask): Promise<void> => {
    const engine = await createEngine(depsFrom(setup, isSample));
    if (!engine.ok) return say({ kind: 'answer', answer: engine });
    const onProgress = (event: Progress): void => say({ kind: 'progress', event });
    const answer = await doJob(engine.value, job, { onProgress, signal: wish.signal });
    engine.value.close();
    say({ kind: 'answer', answer });
  };
  return {
    send: (message) => {
      if (message.kind === 'task') void work(message.task);
      else if (message.kind === 'wake') wish.abort();
      else leave('status 0');
    },
    onMessage: (hear) => {
      say = hear;
      queueMicrotask(() => hear({ kind: 'hello' } satisfies FromWork));
    },
    onExit: (hear) => void (leave = hear),
    kill: () => wish.abort(),
  };
}
