// Lines of memory that cannot both hold, or say the same: one of them is kept, all as they are, or all, each in words and a
// scope of its own.
import { useState } from 'react';
import type { ApartSide, MemoryConflict } from '../../shared/decisions.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { scopeName } from '../words/scope-name.ts';
import { Apart } from './Apart.tsx';
import { Frame, Side, Text } from './ConflictCard.tsx';
import styles from './ConflictCard.module.css';

export interface MemoryConflictCardProps {
  readonly conflict: MemoryConflict;
  /** The entry that stays; null for all. */
  readonly onSettle: (keep: string | null) => void;
  readonly onKeepApart: (sides: readonly ApartSide[]) => void;
}

/** When the newest of them was known first. */
const newestOf = (entries: readonly MemoryEntry[]): number =>
  Math.max(...entries.map(({ validity }) => validity.knownFromMs));

export function MemoryConflictCard({ conflict, onSettle, onKeepApart }: MemoryConflictCardProps) {
  const { say, tell, formats } = useWords();
  const [isApart, setIsApart] = useState(false);
  return (
    <Frame title={tell(conflict.because) ?? conflict.because} chip={say(`conflict.${conflict.kind}`)}>
      {isApart ? (
        <Apart
          entries={conflict.entries}
          sinceMs={newestOf(conflict.entries)}
          onLeave={() => setIsApart(false)}
          onSave={onKeepApart}
        />
      ) : (
        <>
          <div className={styles['sides']}>
            {conflict.entries.map((entry) => (
              <Side
                key={entry.id}
                title={[
                  entry.places[0]?.path ?? scopeName(entry.scope, say),
                  formats.date(entry.validity.knownFromMs),
                ].join(' · ')}
              >
                <p>
                  <Text text={entry.text} />
                </p>
                <Button isSmall onClick={() => onSettle(entry.id)} className={styles['keep']}>
                  {say('conflict.keepThis')}
                </Button>
              </Side>
            ))}
          </div>
          <div className={styles['choices']}>
            <Button onClick={() => onSettle(null)}>{say('conflict.keepAll')}</Button>
            <Button onClick={() => setIsApart(true)}>{say('apart.begin')}</Button>
          </div>
        </>
      )}
    </Frame>
  );
}
