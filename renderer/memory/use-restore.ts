// Brings files back, says what was written, and offers to take that back again.
import type { FileDeed, FilesReceipt, RestoreHow } from '../../shared/agent-files.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { useApp, useWords } from '../app/AppContext.tsx';

export function useRestore(): {
  readonly restore: (copies: readonly number[], how?: RestoreHow) => Promise<void>;
  readonly undoDeeds: (deeds: readonly FileDeed[]) => Promise<void>;
} {
  const { stores } = useApp();
  const { say } = useWords();
  const undo = async (apply: number): Promise<void> => {
    const answer = await stores.memory.undoFiles(apply);
    if (answer.ok) stores.news.tell({ title: say('memory.filesUndone') });
    else stores.news.fail(answer.error);
  };
  const tell = (answer: Result<FilesReceipt, Failure>): void => {
    if (!answer.ok) return stores.news.fail(answer.error);
    const { apply, written, questions } = answer.value;
    stores.news.tell({
      title:
        written.length === 0
          ? say('memory.nothingWritten')
          : say('memory.filesRestored', { count: written.length }),
      ...(questions.length === 0 ? {} : { text: questions.map(({ sentence }) => sentence).join(' ') }),
      ...(apply === null ? {} : { action: { label: say('memory.undo'), run: () => void undo(apply) } }),
    });
    return undefined;
  };
  return {
    restore: async (copies, how) => tell(await stores.memory.restore(copies, how)),
    undoDeeds: async (deeds) => tell(await stores.memory.undoDeeds(deeds)),
  };
}
