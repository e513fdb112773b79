// News for the owner, and a missed night that waits for an answer: one line each, with its remedy.
import type { NightState } from '../../shared/contract.ts';
import type { NightRecord } from '../../shared/schedule.ts';
import { useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Told } from '../ui/Told.tsx';
import { useNightHands } from './use-night-hands.ts';

export function Notices({ night }: { readonly night: NightState }) {
  const { say, tell } = useWords();
  return (
    <>
      {night.notices.map((text) => (
        <Banner key={text} tone="warn" title={tell(text) ?? text} />
      ))}
      {night.diagnosis !== null && (
        <Banner tone="plain" title={say('tonight.diagnosis')}>
          <Told text={night.diagnosis} />
        </Banner>
      )}
    </>
  );
}

export function Asked({ record }: { readonly record: NightRecord }) {
  const { say } = useWords();
  const hands = useNightHands();
  return (
    <Banner
      tone="warn"
      title={say('tonight.missedTitle')}
      actions={
        <>
          <Button onClick={() => hands.answerMissed(true)}>{say('action.dreamNow')}</Button>
          <Button tone="quiet" onClick={() => hands.answerMissed(false)}>
            {say('tonight.missedSkip')}
          </Button>
        </>
      }
    >
      <Told text={record.because} />
    </Banner>
  );
}
