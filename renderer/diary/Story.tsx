// The night as prose, for reading. Every quote is a note that opens its place in the transcript.
import { createContext, Fragment, use } from 'react';
import type { Evidence } from '../../shared/memory.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { classes } from '../ui/classes.ts';
import { marksOf, PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import { evidenceOf, notesOf, type Block, type Item, type Note, type Span } from './story.ts';
import styles from './Story.module.css';

/** The words looked for; they are marked wherever the night says them. */
const Wanted = createContext('');

/** Somebody's own words, in whatever language those are. */
const Words = ({ text }: { readonly text: string }) => (
  <PlainText text={text} marks={marksOf(text, use(Wanted))} />
);

/** Mostly memory's own words. */
function Title({ text }: { readonly text: string }) {
  const { tell } = useWords();
  return <Words text={tell(text) ?? text} />;
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  const wanted = use(Wanted);
  return spans.map(({ text, weight }, i) => {
    if (weight === 'strong') {
      return (
        <strong key={i}>
          <Title text={text} />
        </strong>
      );
    }
    return weight === 'soft' ? (
      <span key={i} className={styles['soft']}>
        <Told text={text} wanted={wanted} />
      </span>
    ) : (
      <Fragment key={i}>
        <Told text={text} wanted={wanted} />
      </Fragment>
    );
  });
}

interface NotesProps {
  readonly pool: readonly Evidence[];
  readonly notes: readonly Note[];
}

function useOpenNote(pool: readonly Evidence[]): (note: Note) => (() => void) | null {
  const { stores } = useApp();
  return (note) => {
    const found = evidenceOf(note, pool);
    return found === null ? null : () => stores.evidence.open([found], 0);
  };
}

function References({ pool, notes }: NotesProps) {
  const { say } = useWords();
  const opener = useOpenNote(pool);
  return notes.map((note) => {
    const open = opener(note);
    return (
      <sup key={note.number} className={styles['reference']}>
        {open === null ? (
          note.number
        ) : (
          <button type="button" aria-label={say('diary.openNote', { number: note.number })} onClick={open}>
            {note.number}
          </button>
        )}
      </sup>
    );
  });
}

function ItemView({ item, pool }: { readonly item: Item; readonly pool: readonly Evidence[] }) {
  const { say } = useWords();
  const mark = item.isUnproven && <span className={styles['noSource']}>{say('diary.noSource')}</span>;
  return (
    <div className={classes(styles['item'], item.isUnproven && styles['unproven'])}>
      <p>
        <Spans spans={item.spans} />
        <References notes={item.notes} pool={pool} />
      </p>
      {mark !== false && item.lines.length === 0 && <p className={styles['line']}>{mark}</p>}
      {item.lines.map((line, i) => (
        <p key={i} className={styles['line']}>
          {i === 0 && mark}
          <Spans spans={line} />
        </p>
      ))}
    </div>
  );
}

function Notes({ pool, notes }: NotesProps) {
  const { say } = useWords();
  const opener = useOpenNote(pool);
  if (notes.length === 0) return null;
  return (
    <section className={styles['notes']} aria-label={say('diary.notes')}>
      <h2>{say('diary.notes')}</h2>
      <ol>
        {notes.map((note) => {
          const open = opener(note);
          const words = (
            <>
              <span className={styles['number']}>{note.number}</span>
              <span>
                <q>
                  <Words text={note.quote} />
                </q>{' '}
                <span className={styles['source']}>
                  <Words text={note.source.split(', ').join(' · ')} />
                  {open === null && ` · ${say('diary.noteGone')}`}
                </span>
              </span>
            </>
          );
          return (
            <li key={note.number}>
              {open === null ? (
                <div className={styles['note']}>{words}</div>
              ) : (
                <button type="button" className={styles['note']} onClick={open}>
                  {words}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export interface StoryProps {
  readonly blocks: readonly Block[];
  /** Every quote that is still kept. */
  readonly pool: readonly Evidence[];
  /** Words looked for, to be marked; empty for none. */
  readonly wanted: string;
}

export function Story({ blocks, pool, wanted }: StoryProps) {
  const { say } = useWords();
  return (
    <Wanted value={wanted}>
      <div className={styles['story']}>
        <p className={styles['label']}>{say('diary.label')}</p>
        <div className={styles['prose']}>
          {blocks.map((block, i) => {
            if (block.kind === 'heading')
              return (
                <h2 key={i}>
                  <Told text={block.text} />
                </h2>
              );
            if (block.kind === 'item') return <ItemView key={i} item={block.item} pool={pool} />;
            return (
              <p key={i}>
                <Spans spans={block.spans} />
              </p>
            );
          })}
        </div>
        <Notes notes={notesOf(blocks)} pool={pool} />
      </div>
    </Wanted>
  );
}
