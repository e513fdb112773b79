// Reading what agents wrote, at a person's wish; a failure is shown where they look.
import type { Failure } from '../../shared/engine.ts';
import { useApp } from '../app/AppContext.tsx';

export interface ScanHands {
  /** No paths: everything that is found by itself. */
  readonly scan: (paths: readonly string[]) => void;
  readonly trySample: () => void;
}

export function useScan(): ScanHands {
  const { stores } = useApp();
  const begun = (failure: Failure | null): void => {
    if (failure === null) void stores.night.state.load();
    else stores.news.fail(failure);
  };
  return {
    scan: (paths) => void stores.sources.scan(paths).then(begun),
    trySample: () => void stores.sources.trySample().then(begun),
  };
}
