// Two versions of memory, or two states of a file, side by side in time: what came, what went, what reads otherwise.
import type { ReactNode } from 'react';
import type { MemoryDiff } from '../../shared/engine.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { pairKey } from '../stores/memory.ts';
import type { RemoteStore } from '../stores/remote.ts';
import { Button } from '../ui/Button.tsx';
import { DiffView } from '../ui/DiffView.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { useScopeName } from '../words/scope-name.ts';
import styles from './CompareView.module.css';
import { VirtualRows } from './VirtualRows.tsx';

interface Row {
  readonly entry: MemoryEntry;
  readonly before: readonly string[];
  readonly after: string | null;
}

const rowsOf = ({ added, closed, changed }: MemoryDiff): readonly Row[] => [
  ...changed.map(({ before, after }) => ({ entry: after, before: [before.text], after: after.text })),
  ...added.map((entry) => ({ entry, before: [], after: entry.text })),
  ...closed.map((entry) => ({ entry, before: [entry.text], after: null })),
];

function Difference({ diff, onOpen }: { readonly diff: MemoryDiff; readonly onOpen: (id: string) => void }) {
  const { say } = useWords();
  const scopeName = useScopeName();
  const rows = rowsOf(diff);
  if (rows.length === 0) return <p className={styles['none']}>{say('memory.same')}</p>;
  return (
    <VirtualRows
      label={say('memory.comparing', { from: diff.from, to: diff.to })}
      count={rows.length}
      rowPx={92}
      isStop={() => true}
      row={(at, tabIndex) => {
        const row = rows[at];
        if (row === undefined) return null;
        return (
          <div className={styles['row']}>
            <button
              type="button"
              data-stop
              data-entry={row.entry.id}
              tabIndex={tabIndex}
              className={styles['scope']}
              onClick={() => onOpen(row.entry.id)}
            >
              {scopeName(row.entry.scope)} · {say(`kind.${row.entry.kind}`)}
            </button>
            <DiffView before={row.before} after={row.after} />
          </div>
        );
      }}
    />
  );
}

interface AskedProps<T> {
  readonly store: RemoteStore<T>;
  readonly children: (value: T) => ReactNode;
}

export function Asked<T>({ store, children }: AskedProps<T>) {
  const state = useRemote(store);
  switch (state.kind) {
    case 'loading':
      return (
        <div className={styles['none']}>
          <Loading />
        </div>
      );
    case 'failed':
      return (
        <div className={styles['none']}>
          <Failed failure={state.failure} onRetry={() => void store.load()} />
        </div>
      );
    case 'ready':
      return children(state.value);
    default:
      return assertNever(state);
  }
}

export interface CompareViewProps {
  readonly what: 'memory' | 'file';
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

export function CompareView({ what, from, to, onClose, onOpen }: CompareViewProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const key = pairKey(from, to);
  return (
    <>
      <header className={styles['head']}>
        <h2>{say(what === 'memory' ? 'memory.comparing' : 'memory.comparingCopies', { from, to })}</h2>
        <Button onClick={onClose}>{say('memory.closeCompare')}</Button>
      </header>
      {what === 'memory' ? (
        <Asked store={stores.memory.diff.at(key)}>
          {(diff) => <Difference diff={diff} onOpen={onOpen} />}
        </Asked>
      ) : (
        <Asked store={stores.memory.copyDiff.at(key)}>
          {(diff) => (
            <div className={styles['file']}>
              {diff === '' ? <p>{say('memory.same')}</p> : <FileDiff diff={diff} />}
            </div>
          )}
        </Asked>
      )}
    </>
  );
}
