// Whether memory helps, in one sentence: how much rarer its mistakes became since agents are given the rules, with how sure
// that is. The one number that says whether nights are worth it.
import type { RepeatSummary } from '../../shared/receipts.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Panel } from '../ui/Page.tsx';
import { RuleCurve } from './RuleCurve.tsx';
import styles from './Headline.module.css';

// More are a list for the command line; those that cost most come first.
const curvesMax = 6;

function Sentence({ summary }: { readonly summary: RepeatSummary }) {
  const { say, formats } = useWords();
  const { ratio, low, high, rules, tooEarly, helps, worse } = summary;
  const told = rules - tooEarly;
  if (told === 0 || ratio === null || low === null || high === null) {
    return (
      <>
        <p className={styles['number']}>{say('serving.tooEarly')}</p>
        <p className={styles['words']}>{say('serving.tooEarlyText', { count: rules })}</p>
      </>
    );
  }
  return (
    <>
      <p className={styles['number']}>
        {say('serving.times', { ratio: formats.number(Math.round(ratio * 100) / 100) })}
      </p>
      <p className={styles['words']}>
        {say('serving.interval', {
          low: formats.number(Math.round(low * 100) / 100),
          high: formats.number(Math.round(high * 100) / 100),
        })}{' '}
        {say('serving.rules', { count: told, helps, worse, early: tooEarly })}
      </p>
    </>
  );
}

/** Nothing, as long as no rule was ever served: there is nothing to say. */
export function Headline() {
  const { stores } = useApp();
  const { say } = useWords();
  const all = useValue(stores.served.receipts);
  const curves = (all?.receipts ?? []).flatMap((receipt) =>
    receipt.curve === null ||
    receipt.curve.verdict === 'never-served' ||
    receipt.curve.verdict === 'no-before'
      ? []
      : [{ receipt, curve: receipt.curve }],
  );
  if (all === null || all.summary.rules === 0) return null;
  return (
    <Panel title={say('serving.headline')}>
      <div className={styles['all']}>
        <Sentence summary={all.summary} />
        <ul className={styles['list']}>
          {curves.slice(0, curvesMax).map(({ receipt, curve }) => (
            <li key={receipt.id}>
              <RuleCurve text={receipt.text} curve={curve} />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
