// What gives orders in somebody else's voice: folded, as plain text with marks for what cannot be seen, dismissed first.
import { Hexagon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'wouter';
import type { Failure } from '../../shared/engine.ts';
import type { QuarantineItem, TrustWindow } from '../../shared/quarantine.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading, Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { BlastDialog } from './BlastDialog.tsx';
import styles from './Quarantine.module.css';

function useTold(): (work: Promise<Failure | null>) => void {
  const { stores } = useApp();
  return (work) =>
    void work.then((failure) => {
      if (failure !== null) stores.news.fail(failure);
    });
}

interface ReleaseProps {
  readonly item: QuarantineItem;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The second yes. */
function Release({ item, isOpen, onClose }: ReleaseProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const told = useTold();
  return (
    <Dialog
      title={say('aside.releaseTitle')}
      description={say('aside.releaseText')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button
            tone="danger"
            onClick={() => {
              onClose();
              told(stores.quarantine.release(item));
            }}
          >
            {say('aside.releaseDo')}
          </Button>
        </>
      }
    />
  );
}

function Words({ item }: { readonly item: QuarantineItem }) {
  const { say } = useWords();
  return (
    <div className={styles['words']}>
      <p>
        <PlainText text={item.shown} />
      </p>
      {item.says !== null && (
        <p>
          {say('quarantine.says')} <PlainText text={item.says} />
        </p>
      )}
      <p className={styles['note']}>{say('evidence.notWritten')}</p>
    </div>
  );
}

function Row({ item, onBlast }: { readonly item: QuarantineItem; readonly onBlast: () => void }) {
  const { stores } = useApp();
  const { say } = useWords();
  const told = useTold();
  const [isShown, setIsShown] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const where = [agentName(item.agent, say), item.project, item.place].filter((part) => part !== null);
  return (
    <li className={styles['row']}>
      <div className={styles['head']}>
        <Chip tone="danger" icon={<Hexagon size={12} aria-hidden="true" />}>
          {say(`quarantine.reason.${item.reason}`)}
        </Chip>
        <span>{say(`origin.${item.origin}`)}</span>
        <span className={styles['where']}>
          <PlainText text={where.join(' · ')} />
        </span>
      </div>
      <div className={styles['actions']}>
        <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {say(isShown ? 'aside.hide' : 'aside.show')}
        </Button>
        <Button tone="primary" onClick={() => told(stores.quarantine.dismiss(item.id))}>
          {say('aside.dismiss')}
        </Button>
        {item.source !== null && (
          <Button onClick={() => told(stores.quarantine.block(item.id))}>{say('quarantine.block')}</Button>
        )}
        <Button onClick={onBlast}>{say('quarantine.blast')}</Button>
        <Button tone="quiet" onClick={() => setIsAsking(true)}>
          {say('aside.release')}
        </Button>
      </div>
      {isShown && <Words item={item} />}
      <Release item={item} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </li>
  );
}

/** Places of which nothing becomes memory, each with the way back. */
function Blocked() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const told = useTold();
  const trust = useRemote(stores.quarantine.trust);
  const blocked = trust.kind === 'ready' ? trust.value.filter((one) => one.trust === 'nobody') : [];
  const when = ({ fromMs, untilMs }: TrustWindow): string =>
    say('trust.window', {
      from: fromMs === null ? '…' : formats.date(fromMs),
      until: untilMs === null ? '…' : formats.date(untilMs),
    });
  if (blocked.length === 0) return null;
  return (
    <section aria-label={say('quarantine.blockedPlaces')} className={styles['blocked']}>
      <h3>{say('quarantine.blockedPlaces')}</h3>
      <ul>
        {blocked.map(({ place, window }) => (
          <li key={JSON.stringify([place, window])} className={styles['place']}>
            <PlainText text={place} />
            {window !== undefined && <span className={styles['note']}>{when(window)}</span>}
            <Button
              aria-label={say('quarantine.believePlace', { place })}
              onClick={() => told(stores.quarantine.setTrust(place, 'owner', window ?? null))}
            >
              {say('quarantine.believe')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

// More than these are looked over in the command line.
const rowsMax = 50;

export function Quarantine() {
  const { stores } = useApp();
  const { say } = useWords();
  const items = useRemote(stores.quarantine.items);
  const [session, setSession] = useState<string | null>(null);
  const content = () => {
    if (items.kind === 'loading') return <Loading />;
    if (items.kind === 'failed')
      return <Failed failure={items.failure} onRetry={() => void stores.quarantine.items.load()} />;
    const waiting = items.value.filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return <p className={styles['note']}>{say('quarantine.none')}</p>;
    return (
      <>
        <p className={styles['note']}>{say('quarantine.count', { count: waiting.length })}</p>
        <ul className={styles['list']}>
          {waiting.slice(0, rowsMax).map((item) => (
            <Row key={item.id} item={item} onBlast={() => setSession(item.session)} />
          ))}
        </ul>
      </>
    );
  };
  const place = useRef<HTMLDivElement>(null);
  const isMeant = useParams().id === 'quarantine';
  useEffect(() => {
    if (isMeant) place.current?.scrollIntoView({ block: 'start' });
  }, [isMeant, items.kind]);
  return (
    <div ref={place}>
      <Panel title={say('quarantine.title')}>
        {content()}
        <Blocked />
        {session !== null && (
          <BlastDialog target={{ kind: 'session', id: session }} onClose={() => setSession(null)} />
        )}
      </Panel>
    </div>
  );
}
