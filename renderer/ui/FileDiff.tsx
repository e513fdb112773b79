// A unified diff of whole files, line by line, as inert text. A long one shows what fits a screen or two, and the rest on
// demand.
import { useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './FileDiff.module.css';
import { PlainText } from './PlainText.tsx';

export type FileDiffLine = {
  readonly kind: 'file' | 'hunk' | 'same' | 'added' | 'removed';
  readonly text: string;
};

export function fileDiffLines(diff: string): readonly FileDiffLine[] {
  return diff
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('--- '))
    .map((text): FileDiffLine => {
      if (text.startsWith('+++ ')) return { kind: 'file', text: text.slice(4) };
      if (text.startsWith('@@')) return { kind: 'hunk', text };
      if (text.startsWith('+')) return { kind: 'added', text: text.slice(1) };
      if (text.startsWith('-')) return { kind: 'removed', text: text.slice(1) };
      return { kind: 'same', text: text.slice(1) };
    });
}

// About four screens; beyond it a page would take long to lay out.
const shownAtFirst = 200;
const signs = { file: '', hunk: '', same: ' ', added: '+', removed: '−' } as const;

function Line({ line }: { readonly line: FileDiffLine }) {
  const { say } = useWords();
  const { kind, text } = line;
  return (
    <div className={classes(styles['line'], styles[kind])}>
      <span className={styles['sign']} aria-hidden="true">
        {signs[kind]}
      </span>
      {(kind === 'added' || kind === 'removed') && (
        <span className="visually-hidden">{say(`diff.${kind}`)} </span>
      )}
      <PlainText text={text} />
    </div>
  );
}

export function FileDiff({ diff }: { readonly diff: string }) {
  const { say } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const lines = fileDiffLines(diff);
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst);
  return (
    <div className={styles['diff']}>
      {shown.map((line, i) => (
        <Line key={i} line={line} />
      ))}
      {shown.length < lines.length && (
        <Button tone="quiet" isSmall onClick={() => setIsWhole(true)}>
          {say('action.showAll')}
        </Button>
      )}
    </div>
  );
}
