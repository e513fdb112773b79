// Lets a person choose a file in the system's own dialog; a page learns the path that was chosen, and nothing else.
import type { Bridge, CallArgs, CallName } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';

/** A link whose question for a file is put to the person. `choose` gives null where they chose none. */
export function withFileChoice(
  link: Pick<Bridge, 'call'>,
  choose: () => Promise<string | null>,
): Pick<Bridge, 'call'> {
  return {
    async call<N extends CallName>(name: N, args: CallArgs<N>) {
      const answer = await link.call(name, args);
      if (name !== 'source.choose' || !answer.ok) return answer;
      return ok(Object.assign({}, answer.value, { path: await choose(), isAsked: true }));
    },
  };
}
