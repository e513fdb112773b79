// Something set aside because it gives orders: folded, as plain text, never counted in Apply, and dismissed first.
import { useEffect, useRef, useState } from 'react';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './AsideCard.module.css';
import cardStyles from './ChangeCard.module.css';
import { Quotes, quotesOf } from './Quotes.tsx';

export interface AsideCardProps {
  readonly item: ReviewItem;
  readonly onDismiss: () => void;
  readonly onRelease: () => void;
}

function Body({ item }: { readonly item: ReviewItem }) {
  const { say } = useWords();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Button onClick={() => setIsShown(!isShown)} aria-expanded={isShown} className={styles['toggle']}>
        {say(isShown ? 'aside.hide' : 'aside.show')}
      </Button>
      {isShown && (
        <>
          <p className={styles['body']}>
            <PlainText text={item.change.after?.text ?? item.change.title} />
          </p>
          <Quotes item={item} />
        </>
      )}
    </>
  );
}

/** Its project's sessions are read no more. */
function BlockSource({ item }: { readonly item: ReviewItem }) {
  const { stores } = useApp();
  const { say } = useWords();
  const settings = useValue(stores.settings.settings);
  const project = quotesOf(item).find((quote) => quote.project !== null)?.project ?? null;
  if (project === null || settings === null) return null;
  const isBlocked = settings.excludedProjects.includes(project);
  const block = async (): Promise<void> => {
    const failure = await stores.settings.set({ excludedProjects: [...settings.excludedProjects, project] });
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <Button disabled={isBlocked} onClick={() => void block()}>
      {isBlocked ? say('aside.blocked', { project }) : say('aside.block', { project })}
    </Button>
  );
}

export function AsideCard({ item, onDismiss, onRelease }: AsideCardProps) {
  const { say } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const dismiss = useRef<HTMLButtonElement>(null);
  useEffect(() => dismiss.current?.focus(), []);
  return (
    <article aria-label={say('aside.title')} className={classes(cardStyles['card'], styles['aside'])}>
      <div className={cardStyles['head']}>
        <Chip tone="danger">{say('flag.quarantined')}</Chip>
      </div>
      <h2 className={cardStyles['title']}>{say('aside.title')}</h2>
      <p className={styles['text']}>{say('aside.text')}</p>
      <p className={styles['text']}>{say('evidence.notWritten')}</p>
      <Body key={item.change.id} item={item} />
      <div className={styles['actions']}>
        <Button ref={dismiss} tone="primary" onClick={onDismiss}>
          {say('aside.dismiss')}
        </Button>
        <BlockSource item={item} />
        <Button tone="quiet" onClick={() => setIsAsking(true)}>
          {say('aside.release')}
        </Button>
      </div>
      <Dialog
        title={say('aside.releaseTitle')}
        description={say('aside.releaseText')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{say('action.cancel')}</Button>
            <Button
              tone="danger"
              onClick={() => {
                setIsAsking(false);
                onRelease();
              }}
            >
              {say('aside.releaseDo')}
            </Button>
          </>
        }
      />
    </article>
  );
}
