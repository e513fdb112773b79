// Changes of how the model is asked, kept like every other setting.
import type { ModelSettings, Settings } from '../../shared/settings.ts';
import { useApp } from '../app/AppContext.tsx';
import type { Failure } from '../../shared/engine.ts';
import { useKeep } from './use-keep.ts';

export interface ModelKeep {
  readonly change: (part: Partial<ModelSettings>) => Promise<Failure | null>;
  readonly choose: (part: Partial<ModelSettings>) => void;
}

export function useModel(): ModelKeep {
  const { stores } = useApp();
  const { change } = useKeep();
  const patch = (part: Partial<ModelSettings>) => (now: Settings) => {
    // What another server answered says nothing of this one.
    if ('choice' in part || 'baseUrl' in part) stores.model.forgetTest();
    return { model: { ...now.model, ...part } };
  };
  return {
    change: async (part) => {
      const failure = await change(patch(part));
      // Whether it would be asked follows from it.
      if (failure === null) void stores.model.status.load();
      return failure;
    },
    choose: (part) => {
      const failed = (failure: Failure | null): void => {
        if (failure === null) void stores.model.status.load();
        else stores.news.fail(failure);
      };
      void change(patch(part)).then(failed);
    },
  };
}
