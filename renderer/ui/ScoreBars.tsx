// Why a change was proposed, in figures: one bar for the whole, six weighted rows, and the gates. Bars and not a radar,
// whose area depends on the order of its axes.
import { Check, X } from 'lucide-react';
import type { Gate } from '../../shared/dream.ts';
import type { Dimensions } from '../../shared/memory.ts';
import { useWords } from '../app/AppContext.tsx';
import type { PlainKey } from '../words/words.ts';
import { Chip } from './Chip.tsx';
import styles from './ScoreBars.module.css';
import { Told } from './Told.tsx';

export type Dimension = keyof Dimensions;

/** The engine's own (deep/score.ts); a test holds the two together. */
export const weights: Dimensions = {
  relevance: 0.3,
  frequency: 0.24,
  diversity: 0.15,
  recency: 0.15,
  consolidation: 0.1,
  richness: 0.06,
};

export const dimensionNames: Readonly<Record<Dimension, PlainKey>> = {
  relevance: 'score.relevance',
  frequency: 'score.frequency',
  diversity: 'score.diversity',
  recency: 'score.recency',
  consolidation: 'score.consolidation',
  richness: 'score.richness',
};

const dimensions: readonly Dimension[] = [
  'relevance',
  'frequency',
  'diversity',
  'recency',
  'consolidation',
  'richness',
];

export interface ScoreBarsProps {
  readonly score: number;
  /** Null where it is not known. */
  readonly needed: number | null;
  readonly dimensions: Dimensions;
  /** The raw fact behind each: "24 mentions". */
  readonly facts: Readonly<Record<Dimension, string>>;
  /** Opens what the fact was counted from; left out where there is nothing to open. */
  readonly onFact?: (name: Dimension) => void;
}

const percent = (n: number): string => `${Math.min(100, Math.max(0, n * 100))}%`;

export function ScoreBullet({ score, needed }: Pick<ScoreBarsProps, 'score' | 'needed'>) {
  const sum = percent(score);
  return (
    <span className={styles['bullet']} aria-hidden="true">
      <span className={styles['fill']} style={{ inlineSize: sum }} />
      {needed !== null && <span className={styles['needed']} style={{ insetInlineStart: percent(needed) }} />}
    </span>
  );
}

export function ScoreBars({ score, needed, dimensions: values, facts, onFact }: ScoreBarsProps) {
  const { say, formats } = useWords();
  const said =
    needed === null
      ? say('score.total', { score: formats.score(score) })
      : say('score.totalNeeded', { score: formats.score(score), needed: formats.score(needed) });
  return (
    <div className={styles['score']}>
      <div className={styles['total']}>
        <span>{said}</span>
        <ScoreBullet score={score} needed={needed} />
      </div>
      <table className={styles['table']}>
        <caption className="visually-hidden">{say('score.caption')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say('score.dimension')}</th>
            <th scope="col">{say('score.weight')}</th>
            <th scope="col">{say('score.value')}</th>
            <th scope="col">{say('score.fact')}</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map((name) => (
            <tr key={name}>
              <th scope="row">{say(dimensionNames[name])}</th>
              <td className={styles['weight']}>×{formats.score(weights[name])}</td>
              <td className={styles['value']}>
                <span className={styles['track']} aria-hidden="true">
                  <span className={styles['fill']} style={{ inlineSize: percent(values[name]) }} />
                </span>
                {formats.score(values[name])}
              </td>
              <td className={styles['fact']}>
                {onFact === undefined ? (
                  facts[name]
                ) : (
                  <button type="button" className={styles['open']} onClick={() => onFact(name)}>
                    {facts[name]}
                    <span className="visually-hidden"> {say('score.openFact')}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Gates({ gates }: { readonly gates: readonly Gate[] }) {
  const { say } = useWords();
  return (
    <ul className={styles['gates']} aria-label={say('score.gates')}>
      {gates.map((gate) => (
        <li key={gate.name}>
          <Chip
            tone={gate.passed ? 'plain' : 'danger'}
            icon={gate.passed ? <Check size={12} aria-hidden="true" /> : <X size={12} aria-hidden="true" />}
          >
            <span className="visually-hidden">{say(gate.passed ? 'score.passed' : 'score.stopped')}: </span>
            <Told text={gate.reason} />
          </Chip>
        </li>
      ))}
    </ul>
  );
}
