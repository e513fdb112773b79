// What a model costs while it is asked: against the limits of the night, and call by call.
import type { Running } from '../../shared/contract.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { CallStrip } from '../model/CallStrip.tsx';
import { SpendMeter } from '../model/SpendMeter.tsx';
import { newestTrace } from '../stores/model.ts';
import { ActionButton } from '../ui/Button.tsx';
import type { Sleep } from '../ui/sleep.ts';
import styles from './RunningNow.module.css';

export interface LiveCallsProps {
  readonly running: Running;
  readonly sleep: Pick<Sleep, 'startMs' | 'endMs' | 'forecast'>;
  readonly nowMs: number;
}

export function LiveCalls({ running, sleep, nowMs }: LiveCallsProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const settings = useValue(stores.settings.settings);
  const trace = useValue(stores.model.trace.at(newestTrace));
  if (settings === null) return null;
  // Until this night's are known, the newest are an earlier night's.
  const calls = (trace?.calls ?? []).filter(({ beganAtMs }) => beganAtMs >= running.startedAtMs);
  const { usdPerNight, tokensPerNight } = settings.budget;
  const span = { startMs: sleep.startMs, endMs: sleep.forecast.at(-1)?.endMs ?? sleep.endMs };
  return (
    <section className={styles['calls']} aria-label={say('trace.stripTitle')}>
      <div className={styles['meters']}>
        <SpendMeter label={say('model.spend.usd')} spent={running.spent.usd} cap={usdPerNight} unit="usd" />
        <SpendMeter
          label={say('model.spend.tokens')}
          spent={running.spent.tokens}
          cap={tokensPerNight}
          unit="tokens"
        />
        <ActionButton action="night.trace" tone="quiet" isSmall />
      </div>
      <CallStrip calls={calls} usdMax={usdPerNight} span={span} nowMs={nowMs} />
    </section>
  );
}
