// Tonight: what comes, what is happening, and what the last night came to.
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { NightState } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { tracePath } from '../app/routes.ts';
import { useActions, useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { WaitingBatches } from '../model/WaitingBatches.tsx';
import { MaskedSheet } from '../sources/MaskedSheet.tsx';
import { newestTrace } from '../stores/model.ts';
import { Failed, Loading, Page } from '../ui/Page.tsx';
import { Asked, Notices } from './Notices.tsx';
import { FirstRun } from './FirstRun.tsx';
import { isFirstRun } from './first-run.ts';
import { LastNight } from './LastNight.tsx';
import { NextNight } from './NextNight.tsx';
import { Nights } from './Nights.tsx';
import { RunEnded } from './RunEnded.tsx';
import { RunningNow } from './RunningNow.tsx';
import { useNightHands } from './use-night-hands.ts';

function Ready({ night }: { readonly night: NightState }) {
  const { stores } = useApp();
  const facts = useValue(stores.facts);
  const hands = useNightHands();
  const { running } = night;
  const isFirst = isFirstRun(night, facts?.hasStore ?? true);
  const isIdle = running === null;
  const [, go] = useLocation();
  const [isMaskedShown, setIsMaskedShown] = useState(false);
  const isAsking = running !== null && running.spent.tokens > 0;
  const traced = isAsking
    ? newestTrace
    : (night.last?.mind?.calls ?? 0) > 0
      ? night.last?.nightId
      : undefined;
  useActions({
    'night.startHere': isIdle && !isFirst ? hands.start : null,
    'night.preview': isIdle && !isFirst ? hands.preview : null,
    'night.trace': traced === undefined ? null : () => go(tracePath(traced === newestTrace ? null : traced)),
  });
  return (
    <>
      <Notices night={night} />
      <RunEnded />
      {running !== null && <RunningNow running={running} onMasked={() => setIsMaskedShown(true)} />}
      {isMaskedShown && <MaskedSheet onClose={() => setIsMaskedShown(false)} />}
      {running === null && isFirst && <FirstRun />}
      {running === null && !isFirst && (
        <>
          {night.asked !== null && <Asked record={night.asked} last={night.last} />}
          <NextNight night={night} />
        </>
      )}
      <WaitingBatches isIdle={isIdle} />
      {night.last !== null && <LastNight night={night} receipt={night.last} />}
      {night.records.length > 0 && <Nights records={night.records} />}
    </>
  );
}

export function TonightPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const night = useRemote(stores.night.state);
  const content = () => {
    switch (night.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={night.failure} onRetry={() => void stores.night.state.load()} />;
      case 'ready':
        return <Ready night={night.value} />;
      default:
        return assertNever(night);
    }
  };
  return <Page title={say('place.tonight')}>{content()}</Page>;
}
