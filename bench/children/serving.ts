// Answers an agent's questions over one store, as the server of "slowwave mcp" does: each opens the store, reads, writes down
// what it gave out, and closes.
import { createServingDesk, type Asking } from '../../electron/engine/serving/desk.ts';
import { epochMs } from '../../shared/ids.ts';
import { median } from '../line.ts';
import { answer, question, timed } from './answer.ts';

export interface ServingQuestion {
  readonly data: string;
  readonly project: string;
  readonly queries: readonly string[];
  readonly rounds: number;
}

/** Milliseconds, the middle of all. */
export interface ServingTimes {
  readonly search: number;
  readonly briefing: number;
  readonly explain: number;
}

const asked = question() as ServingQuestion;
const desk = createServingDesk({ dataFolder: asked.data, now: () => epochMs(Date.now()) });
const asking: Asking = { client: 'bench', agent: 'claude-code', project: asked.project };

async function times(ask: (query: string) => { readonly ok: boolean }): Promise<number> {
  const all: number[] = [];
  for (let round = -1; round < asked.rounds; round++) {
    for (const query of asked.queries) {
      const { ms, result } = await timed(() => ask(query));
      if (!result.ok) throw new Error(`no answer: ${JSON.stringify(result)}`);
      // the first round opens files
      if (round >= 0) all.push(ms);
    }
  }
  return median(all);
}

answer({
  times: {
    search: await times((query) => desk.search(asking, { query, limit: 5 })),
    briefing: await times(() => desk.briefing(asking)),
    explain: await times((query) => desk.explain(asking, { query })),
  } satisfies ServingTimes,
});
