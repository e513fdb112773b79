// Takes a word of its owner back: what was marked as no secret is one again.
import { useApp, useWords } from '../app/AppContext.tsx';

export function useMarkSecret(): { readonly again: (number: number) => Promise<void> } {
  const { stores } = useApp();
  const { say } = useWords();
  return {
    async again(number) {
      const failure = await stores.sources.markSecret(number);
      if (failure === null)
        stores.news.tell({ title: say('notSecret.isSecret'), text: say('notSecret.isSecretText') });
      else stores.news.fail(failure);
    },
  };
}
