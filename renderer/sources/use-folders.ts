// Folders that are looked into besides the places of agents: added and read at once, or taken out again.
import { useApp } from '../app/AppContext.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { useScan } from './use-scan.ts';

export interface FolderHands {
  /** `isKept`: from now on it is looked into each time; else this once. */
  readonly add: (path: string, isKept: boolean) => void;
  /** What was read from it stays. */
  readonly takeOut: (folder: string) => void;
}

export function useFolders(): FolderHands {
  const { stores } = useApp();
  const { change, choose } = useKeep();
  const { scan } = useScan();
  return {
    add: (path, isKept) => {
      if (!isKept) return scan([path]);
      return void change(({ folders }) => ({ folders: [...new Set([...folders, path])] })).then((failure) => {
        if (failure === null) scan([]);
        else stores.news.fail(failure);
      });
    },
    takeOut: (folder) => choose(({ folders }) => ({ folders: folders.filter((one) => one !== folder) })),
  };
}
