// Where two hands wrote: a file that was edited after the dream read it (before, yours now, the dream's, and the result),
// or lines of memory that cannot both hold.
import { useId, useState, type ReactNode } from 'react';
import type { FileQuestion } from '../../shared/agent-files.ts';
import type { MemoryConflict } from '../../shared/decisions.ts';
import { useActions, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { Editor } from '../ui/LazyEditor.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { scopeName } from '../words/scope-name.ts';
import cardStyles from './ChangeCard.module.css';
import styles from './ConflictCard.module.css';

/** What was settled about a file: whose lines hold, or a person's own words. */
export type Settled =
  { readonly kind: 'mine' } | { readonly kind: 'ours' } | { readonly kind: 'by-hand'; readonly text: string };

interface SideProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Side = ({ title, children }: SideProps) => (
  <section className={styles['side']}>
    <h3>{title}</h3>
    <div className={styles['text']}>{children}</div>
  </section>
);

function Text({ text }: { readonly text: string | null }) {
  const { say } = useWords();
  return text === null || text === '' ? <em>{say('conflict.nothing')}</em> : <PlainText text={text} />;
}

function Frame({ title, chip, children }: SideProps & { readonly chip: string }) {
  const heading = useId();
  return (
    <article
      aria-labelledby={heading}
      className={classes(cardStyles['card'], cardStyles['flagged'], styles['card'])}
    >
      <div className={cardStyles['head']}>
        <Chip tone="warn">{chip}</Chip>
      </div>
      <h2 id={heading} className={cardStyles['title']}>
        <PlainText text={title} />
      </h2>
      {children}
    </article>
  );
}

export interface FileConflictCardProps {
  readonly question: FileQuestion;
  readonly onSettle: (settled: Settled) => void;
}

export function FileConflictCard({ question, onSettle }: FileConflictCardProps) {
  const { say } = useWords();
  const [result, setResult] = useState<Settled>({ kind: 'mine' });
  const [round, setRound] = useState(0);
  const texts = { mine: question.theirs ?? '', ours: question.ours ?? '' };
  const take = (kind: 'mine' | 'ours'): void => {
    setResult({ kind });
    setRound(round + 1);
  };
  // Only one change can be put in a person's own words.
  const canWrite = question.changeIds.length === 1;
  const shown = result.kind === 'by-hand' ? result.text : texts[result.kind];
  useActions({
    'conflict.mine': () => take('mine'),
    'conflict.dreams': () => take('ours'),
    'conflict.byHand': canWrite ? () => setResult({ kind: 'by-hand', text: shown }) : null,
    'edit.save': () => onSettle(result),
  });
  return (
    <Frame title={question.path} chip={say('conflict.title')}>
      <p className={styles['sentence']}>{question.sentence}</p>
      <div className={styles['sides']}>
        <Side title={say('conflict.before')}>
          <Text text={question.before} />
        </Side>
        <Side title={say('conflict.yours')}>
          <Text text={question.theirs} />
        </Side>
        <Side title={say('conflict.dreams')}>
          <Text text={question.ours} />
        </Side>
      </div>
      <div className={styles['choices']}>
        <ActionButton action="conflict.mine" aria-pressed={result.kind === 'mine'} />
        <ActionButton action="conflict.dreams" aria-pressed={result.kind === 'ours'} />
        <ActionButton action="conflict.byHand" aria-pressed={result.kind === 'by-hand'} />
      </div>
      <section className={styles['result']}>
        <h3>{say('conflict.result')}</h3>
        {result.kind === 'by-hand' ? (
          <Editor
            key={round}
            label={say('conflict.result')}
            start={shown}
            isFocused
            onChange={(text) => setResult({ kind: 'by-hand', text })}
          />
        ) : (
          <p className={styles['text']}>
            <Text text={shown} />
          </p>
        )}
      </section>
      <div className={styles['choices']}>
        <ActionButton action="edit.save" tone="primary">
          {say('conflict.save')}
        </ActionButton>
      </div>
    </Frame>
  );
}

export interface MemoryConflictCardProps {
  readonly conflict: MemoryConflict;
  /** The entry that stays; null for all. */
  readonly onSettle: (keep: string | null) => void;
}

export function MemoryConflictCard({ conflict, onSettle }: MemoryConflictCardProps) {
  const { say, formats } = useWords();
  return (
    <Frame title={conflict.because} chip={say(`conflict.${conflict.kind}`)}>
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
      </div>
    </Frame>
  );
}
