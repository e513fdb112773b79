// The six weights: as at first, as their owner's decisions would have them, tested on nights they were not learned from.
// Nothing is in force before it is adopted here.
import type { Judgement } from '../../shared/judgement.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Page.tsx';
import styles from './JudgementCard.module.css';

const names = ['relevance', 'frequency', 'diversity', 'recency', 'consolidation', 'richness'] as const;

function Weights({ judgement }: { readonly judgement: Judgement }) {
  const { say, formats } = useWords();
  const { usual, learned, inForce, scoreMin } = judgement;
  return (
    <table className={styles['weights']}>
      <caption className={styles['caption']}>{say('judgement.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('judgement.dimension')}</th>
          <th scope="col">{say('judgement.usual')}</th>
          <th scope="col">{say('judgement.yours')}</th>
          <th scope="col">{say('judgement.inForce')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{say(`score.${name}`)}</th>
            {[usual, learned, inForce].map((weights, at) => (
              <td key={['usual', 'yours', 'inForce'][at]}>{formats.score(weights[name])}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{say('judgement.scoreMin')}</th>
          <td>{formats.score(scoreMin.usual)}</td>
          <td>{formats.score(scoreMin.learned)}</td>
          <td>{formats.score(scoreMin.inForce)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Advice({ judgement }: { readonly judgement: Judgement }) {
  const { say, formats } = useWords();
  const { advice, backTest, approved, rejected } = judgement;
  if (advice === 'too-early') return <p>{say('judgement.too-early', { approved, rejected })}</p>;
  const inHundred = (share: number): string => formats.number(Math.round(100 * share));
  const shares = { learned: inHundred(backTest.learned), usual: inHundred(backTest.usual) };
  const { right } = judgement;
  return (
    <p>
      {say(`judgement.${advice}`, { ...shares, count: backTest.pairs })}{' '}
      {say('judgement.right', { learned: right.learned, usual: right.usual, count: right.decisions })}
    </p>
  );
}

export function JudgementCard() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const judgement = useValue(stores.work.judgement);
  if (judgement === null) return null;
  const score = async (by: 'learned' | 'usual'): Promise<void> => {
    const failure = await stores.work.score(by);
    if (failure === null)
      stores.news.announce(say(by === 'learned' ? 'judgement.saidAdopted' : 'judgement.saidReset'));
    else stores.news.fail(failure);
  };
  const { advice, adoptedAtMs } = judgement;
  return (
    <Panel title={say('judgement.title')}>
      <div className={styles['card']}>
        <Advice judgement={judgement} />
        {advice !== 'too-early' && <Weights judgement={judgement} />}
        {adoptedAtMs !== null && <p>{say('judgement.adopted', { day: formats.date(adoptedAtMs) })}</p>}
        <div className={styles['hands']}>
          {advice === 'better' && (
            <Button onClick={() => void score('learned')}>{say('judgement.adopt')}</Button>
          )}
          {adoptedAtMs !== null && (
            <Button tone="quiet" onClick={() => void score('usual')}>
              {say('judgement.reset')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
