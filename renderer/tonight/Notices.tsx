// News for the owner, and a missed night that waits for an answer: one line each, with its remedy.
import type { NightState } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
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

/** `last`: tells how long such a night takes, and what it costs. */
export function Asked({ record, last }: { readonly record: NightRecord; readonly last: Receipt | null }) {
  const { say, formats } = useWords();
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
      {last !== null && (
        <>
          {' '}
          {say(last.cost.usd > 0 ? 'tonight.missedTakesFor' : 'tonight.missedTakes', {
            duration: formats.duration(last.tookMs),
            usd: formats.money(last.cost.usd),
          })}
        </>
      )}
    </Banner>
  );
}
