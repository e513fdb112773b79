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
  const { change, choose } = useKeep();
  const patch = (part: Partial<ModelSettings>) => (now: Settings) => {
    // What another server answered says nothing of this one.
    if ('choice' in part || 'baseUrl' in part) stores.model.forgetTest();
    return { model: { ...now.model, ...part } };
  };
  return {
    change: (part) => change(patch(part)),
    choose: (part) => choose(patch(part)),
  };
}
