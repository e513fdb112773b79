// Shows the file of a quote in the system's file manager. Which file it is the engine says, from its own record of what it
// read; a page gives no path, and nothing is opened or run.
import type { Bridge, CallArgs, CallName } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';

/** A path of another computer would be fetched by looking at it (`\\server\share`), with the owner's name and password. */
const isElsewhere = (path: string): boolean => /^[\\/]{2}/u.test(path);

const pathIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
    ? value.path
    : null;

/** A link whose answers about a quote's file are shown as well. */
export function withFileManager(
  link: Pick<Bridge, 'call'>,
  show: (path: string) => void,
): Pick<Bridge, 'call'> {
  return {
    async call<N extends CallName>(name: N, args: CallArgs<N>) {
      const answer = await link.call(name, args);
      if (name !== 'evidence.reveal' || !answer.ok) return answer;
      const path = pathIn(answer.value);
      if (path === null || isElsewhere(path)) return answer;
      show(path);
      return ok(Object.assign({}, answer.value, { isShown: true }));
    },
  };
}
