// Lines that all stay, each in words and a scope of its own: by where they hold, or by when.
import { useState } from 'react';
import type { ApartSide } from '../../shared/decisions.ts';
import type { MemoryEntry, Scope } from '../../shared/memory.ts';
import { localAgents } from '../../shared/transcript.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { scopeName } from '../words/scope-name.ts';
import { Side } from './ConflictCard.tsx';
import styles from './ConflictCard.module.css';

/** Everywhere, the projects that the lines tell of, and each agent. */
function scopesOf(entries: readonly MemoryEntry[]): readonly Scope[] {
  const projects = entries.flatMap(({ scope, evidence }) => [
    scope,
    ...evidence.flatMap(({ project }) => (project === null ? [] : [`project:${project}` as const])),
  ]);
  return [...new Set<Scope>(['global', ...projects, ...localAgents.map((kind) => `agent:${kind}` as const)])];
}

export interface ApartProps {
  /** The oldest first where they follow one another in time. */
  readonly entries: readonly MemoryEntry[];
  /** From when on the newest holds; null where nobody knows. */
  readonly sinceMs: number | null;
  readonly onLeave: () => void;
  readonly onSave: (sides: readonly ApartSide[]) => void;
}

/** The words with a time in brackets, before what ends the sentence. */
const withTime = (text: string, time: string): string => {
  const [, words = text, end = ''] = /^(.*?)([.。!?]?)$/su.exec(text.trim()) ?? [];
  return `${words} (${time})${end}`;
};

export function Apart({ entries, sinceMs, onLeave, onSave }: ApartProps) {
  const { say, formats } = useWords();
  const start = entries.map(({ id, text, scope }): ApartSide => ({ entry: id, text, scope }));
  const [sides, setSides] = useState<readonly ApartSide[]>(start);
  const put = (at: ApartSide, part: Partial<ApartSide>): void =>
    setSides(sides.map((side) => (side === at ? { ...side, ...part } : side)));
  const options = scopesOf(entries).map((scope) => ({ value: scope, label: scopeName(scope, say) }));
  const isChanged = sides.some(
    ({ text, scope }, i) => text.trim() !== start[i]?.text || scope !== start[i].scope,
  );
  // A word in the line itself: whoever reads the line knows when it holds.
  const byTime = (day: string): void =>
    setSides(
      start.map((side, i) => ({
        ...side,
        text: withTime(side.text, say(i === start.length - 1 ? 'apart.since' : 'apart.until', { day })),
      })),
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
        {sinceMs !== null && (
          <Button onClick={() => byTime(formats.isoDay(sinceMs))}>
            {say('apart.byTime', { day: formats.date(sinceMs) })}
          </Button>
        )}
        <Button tone="primary" disabled={!isChanged || !isWhole} onClick={() => onSave(sides)}>
          {say('apart.save')}
        </Button>
      </div>
    </>
  );
}
