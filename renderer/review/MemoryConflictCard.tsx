// Lines of memory that cannot both hold, or say the same: one of them is kept, all as they are, or all, each in words and a
// scope of its own.
import { useState } from 'react';
import type { ApartSide, MemoryConflict } from '../../shared/decisions.ts';
import type { MemoryEntry, Scope } from '../../shared/memory.ts';
import { agentKinds } from '../../shared/transcript.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { scopeName } from '../words/scope-name.ts';
import { Frame, Side, Text } from './ConflictCard.tsx';
import styles from './ConflictCard.module.css';

export interface MemoryConflictCardProps {
  readonly conflict: MemoryConflict;
  /** The entry that stays; null for all. */
  readonly onSettle: (keep: string | null) => void;
  readonly onKeepApart: (sides: readonly ApartSide[]) => void;
}

/** Everywhere, the projects that the lines tell of, and each agent. */
function scopesOf(entries: readonly MemoryEntry[]): readonly Scope[] {
  const projects = entries.flatMap(({ scope, evidence }) => [
    scope,
    ...evidence.flatMap(({ project }) => (project === null ? [] : [`project:${project}` as const])),
  ]);
  return [...new Set<Scope>(['global', ...projects, ...agentKinds.map((kind) => `agent:${kind}` as const)])];
}

interface ApartProps {
  readonly conflict: MemoryConflict;
  readonly onLeave: () => void;
  readonly onSave: (sides: readonly ApartSide[]) => void;
}

function Apart({ conflict, onLeave, onSave }: ApartProps) {
  const { say } = useWords();
  const start = conflict.entries.map(({ id, text, scope }): ApartSide => ({ entry: id, text, scope }));
  const [sides, setSides] = useState<readonly ApartSide[]>(start);
  const put = (at: ApartSide, part: Partial<ApartSide>): void =>
    setSides(sides.map((side) => (side === at ? { ...side, ...part } : side)));
  const options = scopesOf(conflict.entries).map((scope) => ({ value: scope, label: scopeName(scope, say) }));
  const isChanged = sides.some(
    ({ text, scope }, i) => text.trim() !== start[i]?.text || scope !== start[i].scope,
  );
  const isWhole = sides.every(({ text }) => text.trim() !== '');
  return (
    <>
      <p className={styles['sentence']}>{say('apart.text')}</p>
      <div className={styles['sides']}>
        {sides.map((side, i) => (
          <Side key={side.entry} title={say('apart.side', { n: i + 1 })}>
            <Field
              label={say('apart.words')}
              value={side.text}
              rows={3}
              onChange={(text) => put(side, { text })}
            />
            <Select
              label={say('apart.scope')}
              value={side.scope}
              options={options}
              onChange={(scope) => put(side, { scope: scope as Scope })}
            />
          </Side>
        ))}
      </div>
      <div className={styles['choices']}>
        <Button onClick={onLeave}>{say('action.cancel')}</Button>
        <Button tone="primary" disabled={!isChanged || !isWhole} onClick={() => onSave(sides)}>
          {say('apart.save')}
        </Button>
      </div>
    </>
  );
}

export function MemoryConflictCard({ conflict, onSettle, onKeepApart }: MemoryConflictCardProps) {
  const { say, tell, formats } = useWords();
  const [isApart, setIsApart] = useState(false);
  return (
    <Frame title={tell(conflict.because) ?? conflict.because} chip={say(`conflict.${conflict.kind}`)}>
      {isApart ? (
        <Apart conflict={conflict} onLeave={() => setIsApart(false)} onSave={onKeepApart} />
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
