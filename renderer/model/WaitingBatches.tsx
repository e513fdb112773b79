// Batches that a night handed in and did not see the end of: how much of them is done, until when they are waited for, and
// the two things that their owner may do about it. What they bring is gone on with by itself.
import { useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../shared/engine.ts';
import type { BatchesWaiting, BatchView } from '../../shared/models.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { useNow } from '../app/use-now.ts';
import { Banner } from '../ui/Banner.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Panel } from '../ui/Page.tsx';
import { Told } from '../ui/Told.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import rows from '../ui/rows.module.css';
import styles from './WaitingBatches.module.css';

function StopDialog({ batch, onClose }: { readonly batch: BatchView; readonly onClose: () => void }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const usd = formats.money(batch.reserved.usd);
  const stop = async (giveUp: boolean): Promise<void> => {
    setAsking(true);
    const found = await stores.model.stopBatch(batch.number, giveUp);
    setAsking(false);
    setFailure(found);
    if (found !== null) return;
    stores.news.tell({ title: say('batch.stopped') });
    onClose();
  };
  return (
    <Dialog
      title={say('batch.stopTitle')}
      description={say('batch.stopText')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('batch.goOnWaiting')}</Button>
          {failure === null ? (
            <Button tone="danger" disabled={isAsking} onClick={() => void stop(false)}>
              {say(isAsking ? 'batch.stopping' : 'batch.stop')}
            </Button>
          ) : (
            <Button tone="danger" disabled={isAsking} onClick={() => void stop(true)}>
              {say('batch.giveUp')}
            </Button>
          )}
        </>
      }
    >
      {failure !== null && (
        <>
          <FailureBanner failure={failure} />
          <p>{say('batch.giveUpText', { usd })}</p>
        </>
      )}
    </Dialog>
  );
}

function Row({ batch, nowMs }: { readonly batch: BatchView; readonly nowMs: number }) {
  const { say, formats } = useWords();
  const [isStopOpen, setStopOpen] = useState(false);
  const { calls, serverId, beganAtMs, expiresAtMs, done, trouble, isStopping, reserved } = batch;
  const facts = [
    say('batch.handedIn', { time: formats.moment(beganAtMs) }),
    say(expiresAtMs > nowMs ? 'batch.expires' : 'batch.expired', { time: formats.moment(expiresAtMs) }),
    say('batch.reserved', { usd: formats.money(reserved.usd) }),
  ];
  const progress = done === null ? null : say('batch.done', { done, count: calls });
  return (
    <li className={styles['batch']}>
      <div className={rows['top']}>
        <div className={styles['words']}>
          <h3 className={styles['name']}>{say('batch.requests', { count: calls })}</h3>
          <p className={styles['facts']}>{facts.join(' · ')}</p>
        </div>
        {isStopping ? (
          <span className={styles['facts']}>{say('batch.isStopping')}</span>
        ) : (
          <Button
            tone="quiet"
            aria-label={say('batch.stopOf', { time: formats.moment(beganAtMs) })}
            onClick={() => setStopOpen(true)}
          >
            {say('batch.stop')}
          </Button>
        )}
      </div>
      {progress !== null && <ProgressLine done={done ?? 0} total={calls} words={progress} />}
      {serverId === null && <Banner tone="warn" title={say('batch.unnamed')} />}
      {trouble !== null && (
        <Banner tone="warn" title={say('batch.trouble')}>
          <Told text={trouble} />
        </Banner>
      )}
      {isStopOpen && <StopDialog batch={batch} onClose={() => setStopOpen(false)} />}
    </li>
  );
}

/** When it was looked after, and when it will be. */
function Looks({ found }: { readonly found: BatchesWaiting }) {
  const { say, formats } = useWords();
  const looked = Math.max(0, ...found.waiting.map(({ lookedAtMs }) => lookedAtMs ?? 0));
  const parts = [
    looked > 0 ? say('batch.looked', { time: formats.time(looked) }) : null,
    found.nextLookAtMs === null ? null : say('batch.next', { time: formats.time(found.nextLookAtMs) }),
  ].filter((part) => part !== null);
  return <p className={styles['facts']}>{[...parts, say('batch.then')].join(' · ')}</p>;
}

function Waiting({ found, isIdle }: { readonly found: BatchesWaiting; readonly isIdle: boolean }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const now = useNow(60_000);
  const ask = async (): Promise<void> => {
    setAsking(true);
    const asked = await stores.model.askBatches();
    setAsking(false);
    setFailure(asked);
    if (asked === null) stores.news.announce(say('batch.asked'));
  };
  const canAsk = isIdle && !isAsking && found.because === null;
  useActions({ 'night.askBatch': canAsk ? () => void ask() : null });
  return (
    <Panel title={say('batch.title')} aside={<ActionButton action="night.askBatch" />}>
      {found.because !== null && (
        <Banner
          tone="warn"
          title={say('batch.nobodyMay')}
          actions={<Link href={pathTo('settings', 'model')}>{say('model.toSettings')}</Link>}
        >
          <Told text={found.because} />
        </Banner>
      )}
      {failure !== null && <FailureBanner failure={failure} />}
      <ul className={styles['list']}>
        {found.waiting.map((batch) => (
          <Row key={batch.number} batch={batch} nowMs={now} />
        ))}
      </ul>
      <Looks found={found} />
    </Panel>
  );
}

/** Nothing where none is waited for. While a night is at work it looks after its own. */
export function WaitingBatches({ isIdle }: { readonly isIdle: boolean }) {
  const { stores } = useApp();
  const found = useValue(stores.model.batches);
  if (found === null || found.waiting.length === 0) return null;
  return <Waiting found={found} isIdle={isIdle} />;
}
