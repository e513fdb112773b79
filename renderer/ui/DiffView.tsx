// What would change, word by word. Added and removed are told by underline, strike and sign as well as by colour.
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { classes } from './classes.ts';
import styles from './DiffView.module.css';
import { PlainText } from './PlainText.tsx';

export type DiffLayout = 'unified' | 'side';

export interface DiffViewProps {
  /** The lines as they stand; none for something new. */
  readonly before: readonly string[];
  /** As it would stand; null where nothing takes their place. */
  readonly after: string | null;
  readonly layout?: DiffLayout;
}

export interface WordPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

export const wordParts = (before: string, after: string): readonly WordPart[] =>
  diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(({ added, removed, value }) => {
    if (added) return { kind: 'added', text: value };
    return { kind: removed ? 'removed' : 'same', text: value };
  });

// Where less than this is common to both, words woven together read worse than two lines.
const commonMin = 0.35;

export function isWoven(parts: readonly WordPart[]): boolean {
  const length = (kind: WordPart['kind']): number =>
    parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + text.trim().length, 0);
  const same = length('same');
  return same / Math.max(1, same + Math.max(length('added'), length('removed'))) >= commonMin;
}

function Part({ part }: { readonly part: WordPart }) {
  const { say } = useWords();
  if (part.kind === 'same') return <PlainText text={part.text} />;
  const Tag = part.kind === 'added' ? 'ins' : 'del';
  return (
    <Tag className={styles[part.kind]} data-hunk tabIndex={-1}>
      <span className="visually-hidden">{say(part.kind === 'added' ? 'diff.added' : 'diff.removed')} </span>
      <PlainText text={part.text} />
    </Tag>
  );
}

interface LineProps {
  readonly sign: '+' | '−' | '±';
  readonly parts: readonly WordPart[];
}

const signTone = { '+': 'lineAdded', '−': 'lineRemoved', '±': 'lineBoth' } as const;

const Line = ({ sign, parts }: LineProps) => (
  <div className={classes(styles['line'], styles[signTone[sign]])}>
    <span className={styles['sign']} aria-hidden="true">
      {sign}
    </span>
    <p className={styles['text']}>
      {parts.map((part, i) => (
        <Part key={i} part={part} />
      ))}
    </p>
  </div>
);

const whole = (kind: WordPart['kind'], text: string): readonly WordPart[] => [{ kind, text }];

function Unified({ before, after }: DiffViewProps) {
  const [only] = before;
  const parts = useMemo(
    () => (before.length === 1 && only !== undefined && after !== null ? wordParts(only, after) : null),
    [before, only, after],
  );
  if (parts !== null && isWoven(parts)) return <Line sign="±" parts={parts} />;
  return (
    <>
      {before.map((text, i) => (
        <Line key={i} sign="−" parts={whole('removed', text)} />
      ))}
      {after !== null && <Line sign="+" parts={whole('added', after)} />}
    </>
  );
}

function SideBySide({ before, after }: DiffViewProps) {
  const { say } = useWords();
  const [only] = before;
  const parts = before.length === 1 && only !== undefined && after !== null ? wordParts(only, after) : null;
  const left = parts === null ? null : parts.filter(({ kind }) => kind !== 'added');
  const right = parts === null ? null : parts.filter(({ kind }) => kind !== 'removed');
  return (
    <div className={styles['side']}>
      <div>
        <p className={styles['sideTitle']}>{say('diff.now')}</p>
        {left === null ? (
          before.map((text, i) => <Line key={i} sign="−" parts={whole('removed', text)} />)
        ) : (
          <Line sign="−" parts={left} />
        )}
        {before.length === 0 && <p className={styles['nothing']}>{say('diff.nothing')}</p>}
      </div>
      <div>
        <p className={styles['sideTitle']}>{say('diff.then')}</p>
        {after === null ? (
          <p className={styles['nothing']}>{say('diff.nothing')}</p>
        ) : (
          <Line sign="+" parts={right ?? whole('added', after)} />
        )}
      </div>
    </div>
  );
}

export const DiffView = ({ layout = 'unified', ...rest }: DiffViewProps) => (
  <div className={styles['diff']}>{layout === 'side' ? <SideBySide {...rest} /> : <Unified {...rest} />}</div>
);
