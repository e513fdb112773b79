// What the next night would cost: a range, what it rests on, and how sure it is.
import { useState } from 'react';
import type { ModelEstimate, Range } from '../../shared/models.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import styles from './BudgetSection.module.css';
import { Group } from './Group.tsx';

function useRange(): (range: Range, write: (n: number) => string) => string {
  const { say } = useWords();
  return ({ low, high }, write) =>
    write(low) === write(high) ? write(low) : say('model.range', { low: write(low), high: write(high) });
}

function Known({ estimate }: { readonly estimate: ModelEstimate }) {
  const { say, formats } = useWords();
  const range = useRange();
  const { decisions, known, calls, tokens, usd, usdMax, countedBy, basedOnMs, reading } = estimate;
  if (basedOnMs === null) return <p className={styles['spent']}>{say('model.estimateFirst')}</p>;
  return (
    <>
      <dl className={styles['facts']}>
        {reading !== undefined && (
          <div>
            <dt>{say('model.estimateReading')}</dt>
            <dd>
              {say('model.estimateSessions', { count: reading.sessions })}
              {reading.known > 0 && <span> · {say('model.estimateRead', { count: reading.known })}</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>{say('model.estimateDecisions')}</dt>
          <dd>
            {say('model.estimateDecided', { count: decisions })}
            {known > 0 && <span> · {say('model.estimateKnown', { count: known })}</span>}
          </dd>
        </div>
        <div>
          <dt>{say('model.estimateCalls')}</dt>
          <dd>{range(calls, (n) => formats.number(n))}</dd>
        </div>
        <div>
          <dt>{say('model.estimateTokens')}</dt>
          <dd>
            {range(tokens, (n) => formats.compact(n))}
            <span> · {say(`model.estimateBy.${countedBy}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{say('model.estimateCost')}</dt>
          <dd>
            {usd === null
              ? say('model.priceNone')
              : say('model.spendOf', {
                  spent: range(usd, (n) => formats.money(n)),
                  cap: formats.money(usdMax),
                })}
          </dd>
        </div>
      </dl>
      <p className={styles['spent']}>
        {decisions === known
          ? say('model.estimateNothing')
          : `${say('model.estimateOn', { day: formats.date(basedOnMs) })} ${say('model.estimateHigh')}`}
      </p>
    </>
  );
}

function Ask() {
  const { stores } = useApp();
  const { say } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    const failure = await stores.model.countByServer();
    setIsAsking(false);
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <div className={styles['ask']}>
      <Button isSmall disabled={isAsking} onClick={() => void ask()}>
        {say(isAsking ? 'model.counting' : 'model.count')}
      </Button>
      <span>{say('model.countHint')}</span>
    </div>
  );
}

export function EstimateGroup() {
  const { stores } = useApp();
  const { say } = useWords();
  const estimate = useRemote(stores.model.estimate);
  const view = useValue(stores.model.status);
  const content = () => {
    switch (estimate.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={estimate.failure} onRetry={() => void stores.model.estimate.load()} />;
      case 'ready':
        return (
          <>
            <Known estimate={estimate.value} />
            {view?.isAgreed === true && estimate.value.decisions > estimate.value.known && <Ask />}
          </>
        );
      default:
        return assertNever(estimate);
    }
  };
  return <Group title={say('model.estimateTitle')}>{content()}</Group>;
}
