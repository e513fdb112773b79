// Shows where a file lies: in the system's file manager, or by its path where there is none.
import type { Evidence } from '../../shared/memory.ts';
import { useApp, useWords } from '../app/AppContext.tsx';

/** Of a place, or of the quote that is open; by its session's own record, never by what stands in it. */
export function useReveal(): (place?: Pick<Evidence, 'session' | 'agent'>) => Promise<void> {
  const { stores } = useApp();
  const { say } = useWords();
  return async (place) => {
    const answer = await stores.evidence.reveal(place);
    if (!answer.ok) return stores.news.fail(answer.error);
    const { path, isShown } = answer.value;
    if (isShown) return stores.news.announce(say('evidence.shown'));
    if (path === null) return stores.news.announce(say('evidence.gone'));
    return stores.news.announce(say((await copied(path)) ? 'evidence.copied' : 'evidence.lies', { path }));
  };
}

/** False where no page may near the clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
