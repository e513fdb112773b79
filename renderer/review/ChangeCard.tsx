// One change: what it is about, what would change word by word, why, what proves it, whom it reaches.
import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ChangeFlag, ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { DiffView, type DiffLayout } from '../ui/DiffView.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { BothSides } from './BothSides.tsx';
import styles from './ChangeCard.module.css';
import { NightLine } from './NightLine.tsx';
import { partialOf } from './partial.ts';
import { isHandWritten, subjectOf } from './queue.ts';
import { Quotes } from './Quotes.tsx';
import { Reach } from './Reach.tsx';
import { useScopeName } from '../words/scope-name.ts';
import { Why } from './Why.tsx';

export interface ChangeCardProps {
  readonly item: ReviewItem;
  readonly layout: DiffLayout;
  readonly isWhyOpen: boolean;
  readonly onWhy: () => void;
  readonly isBothOpen: boolean;
}

const tones = {
  add: 'add',
  merge: 'acc',
  replace: 'acc',
  retire: 'del',
  share: 'acc',
  note: 'plain',
} as const;

/** Operation, file and section, and how old the old line is. */
function Head({ item }: { readonly item: ReviewItem }) {
  const { say, formats } = useWords();
  const subject = item.before[0] ?? subjectOf(item);
  const [place] = subject?.places ?? [];
  const known = item.before[0]?.validity.knownFromMs ?? null;
  const scopeName = useScopeName();
  return (
    <div className={styles['head']}>
      <Chip tone={tones[item.change.operation]}>{say(`operation.${item.change.operation}`)}</Chip>
      <span className={place === undefined ? styles['scopeName'] : styles['path']}>
        {place === undefined ? (
          subject !== null && scopeName(subject.scope)
        ) : (
          <PlainText text={[place.path, place.heading].filter(Boolean).join(' › ')} />
        )}
      </span>
      {known !== null && (
        <span className={styles['age']}>
          {item.before[0]?.origin === 'dream'
            ? say('card.fromDream', { day: formats.date(known) })
            : say('card.knownSince', { day: formats.date(known) })}
        </span>
      )}
    </div>
  );
}

/** The night that proposes it was woken, or stopped at its budget: it did not see everything. */
function useIsPartial({ change }: ReviewItem): boolean {
  const { stores } = useApp();
  const last = useValue(stores.night.state)?.last ?? null;
  return last !== null && last.nightId === change.nightId && partialOf(last) !== null;
}

const plainFlags = new Set<string>(['hand-written', 'partial', 'returned']);

function Flags({ item }: { readonly item: ReviewItem }) {
  const { say } = useWords();
  const isPartial = useIsPartial(item);
  const flags: readonly (ChangeFlag | 'hand-written' | 'partial' | 'returned')[] = [
    ...(item.isReturned === true ? (['returned'] as const) : []),
    ...item.change.flags,
    ...(isPartial ? (['partial'] as const) : []),
    ...(isHandWritten(item) ? (['hand-written'] as const) : []),
  ];
  // A line that would take another's place can be looked at beside it, and both can stay.
  const hasSides =
    item.before.length > 0 &&
    (item.change.operation === 'replace' || item.change.flags.includes('contradiction'));
  if (flags.length === 0 && !hasSides) return null;
  return (
    <ul className={styles['flags']}>
      {flags.map((flag) => (
        <li key={flag}>
          <Chip
            tone={flag === 'quarantined' ? 'danger' : plainFlags.has(flag) ? 'plain' : 'warn'}
            icon={!plainFlags.has(flag) && <TriangleAlert size={12} aria-hidden="true" />}
          >
            {say(`flag.${flag}`)}
          </Chip>
        </li>
      ))}
      {hasSides && (
        <li>
          <ActionButton action="review.both" tone="quiet" isSmall />
        </li>
      )}
    </ul>
  );
}

const dayMs = 86_400_000;
// Before that it would only be one more line to read.
const toldDaysBefore = 7;

/** That it goes by itself, told in time. */
function Expiry({ item }: { readonly item: ReviewItem }) {
  const { now } = useApp();
  const { say, formats } = useWords();
  const at = item.expiresAtMs ?? null;
  if (at === null || at - now() > toldDaysBefore * dayMs) return null;
  return <p className={styles['scope']}>{say('card.expires', { day: formats.day(at) })}</p>;
}

function ScopeChange({ item }: { readonly item: ReviewItem }) {
  const { say } = useWords();
  const scopeName = useScopeName();
  const from = item.before[0]?.scope;
  const to = item.change.after?.scope;
  if (from === undefined || to === undefined || from === to) return null;
  return (
    <p className={styles['scope']}>{say('card.scopeChange', { from: scopeName(from), to: scopeName(to) })}</p>
  );
}

function State({ item }: { readonly item: ReviewItem }) {
  const { say } = useWords();
  if (item.state === 'waiting') return null;
  const isEdited = item.state === 'approved' && item.dreamText !== null;
  return (
    <p className={classes(styles['state'], styles[item.state])}>
      {say(isEdited ? 'state.edited' : `state.${item.state}`)}
    </p>
  );
}

export function ChangeCard({ item, layout, isWhyOpen, onWhy, isBothOpen }: ChangeCardProps) {
  const { say } = useWords();
  const heading = useId();
  const { change, before, dreamText } = item;
  const isFlagged = change.flags.length > 0;
  return (
    <article
      aria-labelledby={heading}
      className={classes(styles['card'], isFlagged && styles['flagged'], styles[`is-${item.state}`])}
    >
      <NightLine nightId={change.nightId} />
      <Head item={item} />
      <div className={styles['titleRow']}>
        <h2 id={heading} className={styles['title']}>
          <PlainText text={change.title} />
        </h2>
        <State item={item} />
      </div>
      <DiffView before={before.map(({ text }) => text)} after={change.after?.text ?? null} layout={layout} />
      {dreamText !== null && (
        <p className={styles['dreamText']}>
          {say('card.dreamWords')}: <PlainText text={dreamText} />
        </p>
      )}
      <ScopeChange item={item} />
      {change.operation === 'note' && <p className={styles['scope']}>{say('card.noteText')}</p>}
      <Flags item={item} />
      <Expiry item={item} />
      {isBothOpen && <BothSides item={item} />}
      <Why item={item} isOpen={isWhyOpen} onToggle={onWhy} />
      <Quotes item={item} />
      <Reach item={item} />
    </article>
  );
}
