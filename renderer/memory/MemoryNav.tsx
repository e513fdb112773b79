// What can be looked at: all that is remembered, what others did, and each file that an agent reads.
import type { FileDeed } from '../../shared/agent-files.ts';
import type { MemoryFileSummary } from '../../shared/contract.ts';
import { useWords } from '../app/AppContext.tsx';
import { Sign } from '../ui/Sign.tsx';
import { agentName } from '../words/agent-name.ts';
import { fileGroups, fileName, folderOf } from './marks.ts';
import styles from './MemoryNav.module.css';

/** The two places that are no file; no path of a file begins so. */
export const allPlace = '@all';
export const othersPlace = '@others';

interface RowProps {
  readonly name: string;
  readonly meta?: string;
  readonly count?: string;
  readonly isOpen: boolean;
  readonly isOver?: boolean;
  /** Somebody else wrote it lately. */
  readonly isEdited?: boolean;
  readonly onOpen: () => void;
}

function Row({ name, meta, count, isOpen, isOver = false, isEdited = false, onOpen }: RowProps) {
  const { say } = useWords();
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-current={isOpen || undefined}
        data-over={isOver || undefined}
        onClick={onOpen}
      >
        <span className={styles['name']}>
          {name}
          {isEdited && (
            <span className={styles['edited']} title={say('memory.editedWords')}>
              {' '}
              <Sign kind="disc" /> {say('memory.edited')}
            </span>
          )}
        </span>
        {count !== undefined && <span className={styles['count']}>{count}</span>}
        {meta !== undefined && <span className={styles['meta']}>{meta}</span>}
      </button>
    </li>
  );
}

export interface MemoryNavProps {
  readonly files: readonly MemoryFileSummary[];
  readonly entries: number | null;
  /** What others did to files lately; null while it is not known. */
  readonly deeds: readonly FileDeed[] | null;
  readonly open: string;
  readonly onOpen: (place: string) => void;
}

export function MemoryNav({ files, entries, deeds, open, onOpen }: MemoryNavProps) {
  const { say, formats } = useWords();
  const count = (n: number | null) => (n === null ? {} : { count: formats.number(n) });
  return (
    <nav className={styles['nav']} aria-label={say('memory.places')}>
      <ul>
        <Row
          name={say('memory.all')}
          {...count(entries)}
          isOpen={open === allPlace}
          onOpen={() => onOpen(allPlace)}
        />
        <Row
          name={say('memory.others')}
          {...count(deeds?.length ?? null)}
          isOpen={open === othersPlace}
          onOpen={() => onOpen(othersPlace)}
        />
      </ul>
      {fileGroups(files).map((group) => (
        <details key={group.project ?? ''} open>
          <summary>{group.project ?? say('memory.everyProject')}</summary>
          <ul>
            {group.files.map((file) => (
              <Row
                key={file.path}
                name={fileName(file.path)}
                count={formats.compact(file.tokens)}
                meta={`${agentName(file.agent, say)} · ${folderOf(file.path)}`}
                isOpen={open === file.path}
                isEdited={deeds?.some(({ path }) => path === file.path) ?? false}
                isOver={file.budgetTokens !== null && file.tokens > file.budgetTokens}
                onOpen={() => onOpen(file.path)}
              />
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
