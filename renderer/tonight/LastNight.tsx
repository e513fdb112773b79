// The receipt of the last night: never silent, also where nothing came of it.
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { NightState } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import { assertNever } from '../../shared/result.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { MindSummary } from '../model/MindSummary.tsx';
import { NightCalls } from '../model/NightCalls.tsx';
import { PartialNight } from '../review/PartialNight.tsx';
import { minutesFor } from '../review/queue.ts';
import { Banner } from '../ui/Banner.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { Hypnogram } from '../ui/Hypnogram.tsx';
import { EmptyState, Panel } from '../ui/Page.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { Told } from '../ui/Told.tsx';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.ts';
import { describeSleep } from './describe-sleep.ts';
import { DrillBadge } from './DrillBadge.tsx';
import styles from './LastNight.module.css';
import { NearMisses } from './NearMisses.tsx';
import { proposedIn } from './proposed-in.ts';
import { Trouble } from './Trouble.tsx';
import { useNightHands } from './use-night-hands.ts';

const tones: Readonly<Record<Receipt['outcome'], ChipTone>> = {
  done: 'plain',
  empty: 'plain',
  woken: 'warn',
  failed: 'danger',
};

function figures(receipt: Receipt, say: Say, formats: Formats): readonly string[] {
  const { read, found, cost } = receipt;
  return [
    say('tonight.read', { count: read.sessions }),
    say('tonight.candidates', { count: found.themes }),
    say('tonight.proposed', { count: proposedIn(receipt) }),
    read.maskedSecrets > 0 ? say('tonight.masked', { count: read.maskedSecrets }) : null,
    read.skippedLines > 0 ? say('tonight.skipped', { count: read.skippedLines }) : null,
    // Where a model helped, its own line says for what.
    cost.usd > 0 && (receipt.mind ?? null) === null ? formats.money(cost.usd) : null,
  ].filter((part) => part !== null);
}

/** The same night once more with a session less asked for, and nothing written. */
function Lower() {
  const { stores } = useApp();
  const { say } = useWords();
  const hands = useNightHands();
  const thresholds = useValue(stores.settings.settings)?.thresholds ?? null;
  if (thresholds === null || thresholds.sessionsMin < 2) return null;
  const sessionsMin = thresholds.sessionsMin - 1;
  return (
    <Button onClick={() => hands.previewWith({ ...thresholds, sessionsMin })}>
      {say('tonight.previewWith', { sessions: sessionsMin })}
    </Button>
  );
}

/** Nothing came of it, and why; once its owner has seen that, one line and a way back. */
function Empty({ receipt, isSeen }: { readonly receipt: Receipt; readonly isSeen: boolean }) {
  const { stores } = useApp();
  const { say } = useWords();
  if (isSeen) {
    return (
      <p className={styles['seen']}>
        <span>{say('tonight.emptyTitle')}</span>
        <Button tone="quiet" isSmall onClick={() => stores.night.see(null)}>
          {say('tonight.emptyAgain')}
        </Button>
      </p>
    );
  }
  return (
    <EmptyState
      kind="empty"
      title={say('tonight.emptyTitle')}
      actions={
        <>
          <Lower />
          <Button onClick={() => stores.night.see(receipt.nightId)}>{say('action.ok')}</Button>
        </>
      }
    >
      <p>
        <Told text={receipt.because} />
      </p>
    </EmptyState>
  );
}

/** Woken, with nothing of it left to review. */
function Woken({ receipt }: { readonly receipt: Receipt }) {
  const { say, formats } = useWords();
  const hands = useNightHands();
  return (
    <Banner
      tone="warn"
      title={say('tonight.wokenTitle', {
        count: proposedIn(receipt),
        time: formats.time(receipt.startedAtMs + receipt.tookMs),
      })}
      actions={<Button onClick={hands.start}>{say('partial.continue')}</Button>}
    >
      <Told text={receipt.because} />
    </Banner>
  );
}

interface OutcomeProps {
  readonly night: NightState;
  readonly receipt: Receipt;
  readonly isSeen: boolean;
}

/** What its outcome asks for. */
function Outcome({ night, receipt, isSeen }: OutcomeProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const logFile = useValue(stores.facts)?.logFile ?? null;
  switch (receipt.outcome) {
    case 'empty':
      return <Empty receipt={receipt} isSeen={isSeen} />;
    case 'failed':
      return (
        <Banner
          tone="danger"
          title={say('tonight.failedTitle')}
          // While the next one goes there is nothing to try again.
          {...(night.running === null ? { actions: <Trouble /> } : {})}
        >
          <p>
            <Told text={receipt.because} />
          </p>
          <p>
            {say('tonight.failedSafe')} {say('trouble.retryText')}
          </p>
          {logFile !== null && <p className={styles['log']}>{say('tonight.log', { path: logFile })}</p>}
        </Banner>
      );
    case 'woken':
      return night.running === null ? (
        <PartialNight
          receipt={receipt}
          onReview={(change) => go(pathTo('review', 'latest', change))}
          otherwise={<Woken receipt={receipt} />}
        />
      ) : null;
    case 'done':
      return null;
    default:
      return assertNever(receipt.outcome);
  }
}

/** `isNamed`: what waits, and the way there, stand above already. */
function ToReview({ waiting, isNamed }: { readonly waiting: number; readonly isNamed: boolean }): ReactNode {
  const { say } = useWords();
  const [, go] = useLocation();
  useActions({ 'night.openReview': waiting > 0 ? () => go(pathTo('review')) : null });
  if (waiting === 0 || isNamed) return null;
  return (
    <div className={styles['review']}>
      <p>
        <strong>{say('tonight.reviewWaiting', { count: waiting })}</strong>{' '}
        <span>{say('tonight.reviewTime', { minutes: minutesFor(waiting) })}</span>
      </p>
      <ActionButton action="night.openReview" tone="primary" />
    </div>
  );
}

export interface LastNightProps {
  readonly night: NightState;
  readonly receipt: Receipt;
}

const dayMs = 86_400_000;

export function LastNight({ night, receipt }: LastNightProps) {
  const [, go] = useLocation();
  const { now, stores } = useApp();
  const { say, formats } = useWords();
  const isSeen = useStore(stores.night.seen) === receipt.nightId;
  const sleep = sleepOfReceipt(receipt);
  const isLastNight = now() - receipt.startedAtMs < dayMs;
  const span = `${formats.day(receipt.startedAtMs)} ${formats.time(receipt.startedAtMs)}–${formats.time(receipt.startedAtMs + receipt.tookMs)}`;
  return (
    <Panel
      title={say(isLastNight ? 'tonight.last' : 'tonight.lastRun')}
      aside={
        <span className={styles['aside']}>
          {receipt.sample && <Chip tone="warn">{say('tonight.sample')}</Chip>}
          {receipt.programDream !== undefined && <Chip>{say('diary.byProgram')}</Chip>}
          <span>{span}</span>
          <Chip tone={tones[receipt.outcome]}>{say(`tonight.outcome.${receipt.outcome}`)}</Chip>
          <DrillBadge drill={receipt.drill} />
        </span>
      }
    >
      <p className={styles['figures']}>{figures(receipt, say, formats).join(' · ')}</p>
      {receipt.mind !== null && receipt.mind !== undefined && (
        <MindSummary
          mind={receipt.mind}
          nightId={receipt.nightId}
          hasKey={night.running === null}
          isNewest={night.running === null}
        />
      )}
      <Outcome night={night} receipt={receipt} isSeen={isSeen} />
      <ToReview
        waiting={night.reviewWaiting}
        isNamed={receipt.outcome === 'woken' && night.running === null}
      />
      {receipt.nearestMisses.length > 0 && !isSeen && (
        <NearMisses misses={receipt.nearestMisses} canKeep={night.running === null} />
      )}
      {sleep.intervals.length > 0 && (
        <Hypnogram
          sleep={sleep}
          label={describeSleep(sleep, say, formats)}
          {...(night.reviewWaiting > 0 ? { onProposal: () => go(pathTo('review')) } : {})}
        />
      )}
      {(receipt.mind?.calls ?? 0) > 0 && <NightCalls receipt={receipt} span={sleep} />}
    </Panel>
  );
}
