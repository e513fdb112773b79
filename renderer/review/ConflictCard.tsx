// Where two hands wrote: a file that was edited after the dream read it (before, yours now, the dream's, and the result),
// or that is gone.
import { useEffect, useId, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { FileQuestion, PlacedFile, PlacingWish } from '../../shared/agent-files.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { isWholePath } from '../settings/readings.ts';
import { Field } from '../ui/Field.tsx';
import { Editor } from '../ui/LazyEditor.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import cardStyles from './ChangeCard.module.css';
import styles from './ConflictCard.module.css';

/** What was settled about a file: whose lines hold, or a person's own words. */
export type Settled =
  { readonly kind: 'mine' } | { readonly kind: 'ours' } | { readonly kind: 'by-hand'; readonly text: string };

interface SideProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const Side = ({ title, children }: SideProps) => (
  <section className={styles['side']}>
    <h3>{title}</h3>
    <div className={styles['text']}>{children}</div>
  </section>
);

export function Text({ text }: { readonly text: string | null }) {
  const { say } = useWords();
  return text === null || text === '' ? <em>{say('conflict.nothing')}</em> : <PlainText text={text} />;
}

export function Frame({ title, chip, children }: SideProps & { readonly chip: string }) {
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

interface SidesProps {
  readonly sides: readonly { readonly value: string; readonly title: string; readonly text: string | null }[];
}

// Below it three texts beside one another would be three narrow columns.
const wideQuery = '(min-width: 1040px)';

const isWideNow = (): boolean => matchMedia(wideQuery).matches;
function onWidth(onChange: () => void): () => void {
  const query = matchMedia(wideQuery);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Beside one another, or as tabs where there is no room. */
function Sides({ sides }: SidesProps) {
  const { say } = useWords();
  const isWide = useSyncExternalStore(onWidth, isWideNow);
  const [shown, setShown] = useState(sides[1]?.value ?? '');
  if (isWide) {
    return (
      <div className={styles['sides']}>
        {sides.map(({ value, title, text }) => (
          <Side key={value} title={title}>
            <Text text={text} />
          </Side>
        ))}
      </div>
    );
  }
  return (
    <Tabs
      label={say('conflict.sides')}
      value={shown}
      onChange={setShown}
      tabs={sides.map(({ value, title }) => ({ value, label: title }))}
    >
      <p className={styles['text']}>
        <Text text={sides.find(({ value }) => value === shown)?.text ?? null} />
      </p>
    </Tabs>
  );
}

export interface FileConflictCardProps {
  readonly question: FileQuestion;
  readonly onSettle: (settled: Settled) => void;
  readonly onPlace: (wish: PlacingWish) => void;
  /** Leaves it as it is; null where there is nothing else to go to. */
  readonly onBack: (() => void) | null;
}

/** The file is gone, or may not be written: there are no sides to choose from. */
function RefusedCard({ question, onPlace }: Pick<FileConflictCardProps, 'question' | 'onPlace'>) {
  const { say, tell } = useWords();
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <Frame
      title={question.path}
      chip={say(question.canRecreate === true ? 'conflict.gone' : 'conflict.refused')}
    >
      <p className={styles['sentence']}>{tell(question.sentence) ?? question.sentence}</p>
      {question.ours !== null && question.ours !== '' && (
        <div className={styles['sides']}>
          <Side title={say('conflict.dreams')}>
            <p>
              <Text text={question.ours} />
            </p>
          </Side>
        </div>
      )}
      <div className={styles['choices']}>
        {question.canRecreate === true && (
          <Button tone="primary" onClick={() => onPlace({ how: 'recreate' })}>
            {say('conflict.recreate')}
          </Button>
        )}
        <Button onClick={() => setIsChoosing(true)}>{say('conflict.chooseFile')}</Button>
        <Button onClick={() => onPlace({ how: 'drop' })}>{say('conflict.drop')}</Button>
      </div>
      <ChooseFile
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        onChoose={(path) => onPlace({ how: 'elsewhere', to: path })}
      />
    </Frame>
  );
}

interface ChooseFileProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (path: string) => void;
}

function ChooseFile({ isOpen, onClose, onChoose }: ChooseFileProps) {
  const { say } = useWords();
  const [path, setPath] = useState('');
  const isMarkdown = isWholePath(path) && /[.]md$/iu.test(path.trim());
  return (
    <Dialog
      title={say('conflict.chooseFile')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button
            tone="primary"
            disabled={!isMarkdown}
            onClick={() => {
              onClose();
              onChoose(path.trim());
            }}
          >
            {say('conflict.chooseFile')}
          </Button>
        </>
      }
    >
      <Field
        label={say('conflict.file')}
        hint={say('conflict.fileHint')}
        value={path}
        onChange={setPath}
        placeholder="~/notes/learnings.md"
      />
    </Dialog>
  );
}

export interface PlacedCardProps {
  readonly placed: PlacedFile;
  readonly onAsk: () => void;
}

/** What was said of such a file waits for Apply, and can be said otherwise until then. */
export function PlacedCard({ placed, onAsk }: PlacedCardProps) {
  const { say } = useWords();
  return (
    <Frame title={placed.path} chip={say('conflict.saved')}>
      <p className={styles['sentence']}>
        {placed.how === 'elsewhere'
          ? say('placed.elsewhere', { to: placed.to ?? '' })
          : say(`placed.${placed.how}`)}
      </p>
      <div className={styles['choices']}>
        <Button onClick={onAsk}>{say('placed.ask')}</Button>
      </div>
    </Frame>
  );
}

const missing = new Set(['refused', 'file-gone']);

export const FileConflictCard = (props: FileConflictCardProps) =>
  missing.has(props.question.kind) ? (
    <RefusedCard question={props.question} onPlace={props.onPlace} />
  ) : (
    <SidesCard {...props} />
  );

/** When the file was last saved, and that the dream had read it before: all that its system knows of the line's edit. */
function EditedWhen({ edited }: { readonly edited: NonNullable<FileQuestion['edited']> | null }) {
  const { say, formats } = useWords();
  if (edited === null) return null;
  const { savedAtMs, readAtMs } = edited;
  const saved = formats.moment(savedAtMs);
  return (
    <p className={styles['when']}>
      {readAtMs !== null && savedAtMs > readAtMs
        ? say('conflict.savedAfter', { saved, read: formats.moment(readAtMs) })
        : say('conflict.savedAt', { saved })}
    </p>
  );
}

/** The section in which its line stood when the night read it. */
function useHeading({ path, changeIds }: FileQuestion): string | null {
  const { stores } = useApp();
  const items = useValue(stores.review.items) ?? [];
  const places = items
    .filter(({ change }) => changeIds.includes(change.id))
    .flatMap(({ before }) => before.flatMap((entry) => entry.places));
  return places.find((place) => place.path === path)?.heading ?? null;
}

interface ResultProps {
  readonly shown: string;
  readonly isByHand: boolean;
  readonly onChange: (text: string) => void;
}

function Result({ shown, isByHand, onChange }: ResultProps) {
  const { say } = useWords();
  return (
    <section className={styles['result']}>
      <h3>{say('conflict.result')}</h3>
      {isByHand ? (
        <Editor label={say('conflict.result')} start={shown} isFocused onChange={onChange} />
      ) : (
        <p className={styles['text']}>
          <Text text={shown} />
        </p>
      )}
    </section>
  );
}

/** Escape leaves the card from wherever the focus is, but for what lies over it. */
function useEscape(onBack: (() => void) | null): void {
  const { actions } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !actions.hasOverlay()) onBack?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onBack, actions]);
}

function SidesCard({ question, onSettle, onBack }: FileConflictCardProps) {
  const { say, tell, formats } = useWords();
  const heading = useHeading(question);
  useEscape(onBack);
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
  const saved = question.edited?.savedAtMs ?? null;
  const read = question.edited?.readAtMs ?? null;
  const withTime = (title: string, ms: number | null): string =>
    ms === null ? title : `${title} (${formats.time(ms)})`;
  useActions({
    'conflict.mine': () => take('mine'),
    'conflict.dreams': () => take('ours'),
    'conflict.byHand': canWrite ? () => setResult({ kind: 'by-hand', text: shown }) : null,
    'edit.save': () => onSettle(result),
  });
  return (
    <Frame title={[question.path, heading].filter(Boolean).join(' › ')} chip={say('conflict.title')}>
      <p className={styles['sentence']}>{tell(question.sentence) ?? question.sentence}</p>
      <EditedWhen edited={question.edited ?? null} />
      <Sides
        sides={[
          { value: 'before', title: withTime(say('conflict.before'), read), text: question.before },
          { value: 'yours', title: withTime(say('conflict.yours'), saved), text: question.theirs },
          { value: 'dreams', title: say('conflict.dreams'), text: question.ours },
        ]}
      />
      <div className={styles['choices']}>
        <ActionButton action="conflict.mine" aria-pressed={result.kind === 'mine'} />
        <ActionButton action="conflict.dreams" aria-pressed={result.kind === 'ours'} />
        <ActionButton action="conflict.byHand" aria-pressed={result.kind === 'by-hand'} />
      </div>
      <Result
        key={round}
        shown={shown}
        isByHand={result.kind === 'by-hand'}
        onChange={(text) => setResult({ kind: 'by-hand', text })}
      />
      <div className={styles['choices']}>
        <ActionButton action="edit.save" tone="primary">
          {say('conflict.save')}
        </ActionButton>
        {onBack !== null && (
          <Button tone="quiet" hint="Esc" onClick={onBack}>
            {say('conflict.back')}
          </Button>
        )}
      </div>
    </Frame>
  );
}
