// All that is remembered, or was at a moment: one line each, its provenance a key away.
import { useRef, useState } from 'react';
import type { ListedEntry } from '../../shared/contract.ts';
import { useActions, useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { Check } from '../ui/Field.tsx';
import { EmptyState } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { useScopeName } from '../words/scope-name.ts';
import styles from './EntriesView.module.css';
import { filterEntries } from './marks.ts';
import { VirtualRows } from './VirtualRows.tsx';

interface EntryRowProps {
  readonly entry: ListedEntry;
  readonly tabIndex: 0 | -1;
  readonly onOpen: (id: string) => void;
}

export function EntryRow({ entry, tabIndex, onOpen }: EntryRowProps) {
  const { say, formats } = useWords();
  const scopeName = useScopeName();
  const isClosed = entry.status === 'closed';
  const meta = [
    scopeName(entry.scope),
    say(`kind.${entry.kind}`),
    entry.score === null ? null : formats.score(entry.score),
    entry.evidence.length === 0 ? null : say('memory.quotes', { count: entry.evidence.length }),
    entry.places[0]?.path ?? null,
  ].filter((part) => part !== null);
  return (
    <button
      type="button"
      data-stop
      data-entry={entry.id}
      tabIndex={tabIndex}
      className={classes(styles['entry'], isClosed && styles['closed'])}
      onClick={() => onOpen(entry.id)}
    >
      <span className={styles['text']}>
        <PlainText text={entry.text} />
      </span>
      <span className={styles['meta']}>
        {entry.isPinned === true && <Chip>{say('memory.pinned')}</Chip>}
        {isClosed && <Chip>{say('memory.closed')}</Chip>}
        <span>{meta.join(' · ')}</span>
      </span>
    </button>
  );
}

export interface EntryListProps {
  readonly label: string;
  readonly entries: readonly ListedEntry[];
  readonly onOpen: (id: string) => void;
}

/** The row whose provenance the key `I` opens: the one with the focus, else the first. */
export function focusedEntry(): string | null {
  const focused = document.activeElement?.closest('[data-entry]') ?? document.querySelector('[data-entry]');
  return focused?.getAttribute('data-entry') ?? null;
}

export function EntryList({ label, entries, onOpen }: EntryListProps) {
  useActions({
    'memory.provenance':
      entries.length === 0
        ? null
        : () => {
            const id = focusedEntry();
            if (id !== null) onOpen(id);
          },
  });
  return (
    <VirtualRows
      label={label}
      count={entries.length}
      rowPx={56}
      isStop={() => true}
      row={(at, tabIndex) => {
        const entry = entries[at];
        return entry === undefined ? null : <EntryRow entry={entry} tabIndex={tabIndex} onOpen={onOpen} />;
      }}
    />
  );
}

export interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useActions({ 'list.filter': () => input.current?.focus() });
  return (
    <input
      ref={input}
      type="search"
      className={styles['search']}
      value={value}
      placeholder={say('memory.search')}
      aria-label={say('memory.search')}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        // Escape empties it, Enter goes on with what was found.
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

export interface EntriesViewProps {
  readonly entries: readonly ListedEntry[];
  readonly onOpen: (id: string) => void;
}

export function EntriesView({ entries, onOpen }: EntriesViewProps) {
  const { say } = useWords();
  const [closedToo, setClosedToo] = useState(false);
  const shown = filterEntries(entries, { words: '', closedToo });
  const closed = entries.filter(({ status }) => status === 'closed').length;
  if (entries.length === 0) {
    return (
      <div className={styles['none']}>
        <EmptyState kind="first-run" title={say('memory.none')}>
          <p>{say('memory.noneText')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {closed > 0 && (
        <div className={styles['tools']}>
          <Check
            label={say('memory.closedToo', { count: closed })}
            isOn={closedToo}
            onChange={setClosedToo}
          />
        </div>
      )}
      <EntryList label={say('memory.all')} entries={shown} onOpen={onOpen} />
    </>
  );
}
