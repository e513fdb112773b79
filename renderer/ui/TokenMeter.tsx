// How full a file or an agent's context is, against its limit.
import { useWords } from '../app/AppContext.tsx';
import { classes } from './classes.ts';
import styles from './TokenMeter.module.css';

export interface TokenMeterProps {
  readonly tokens: number;
  readonly limit: number;
}

export function TokenMeter({ tokens, limit }: TokenMeterProps) {
  const { say } = useWords();
  const isOver = tokens > limit;
  const share = limit <= 0 ? 1 : Math.min(1, tokens / limit);
  return (
    <div className={styles['meter']}>
      <span>{say(isOver ? 'tokens.over' : 'tokens.of', { tokens, limit })}</span>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={classes(styles['fill'], isOver && styles['over'])}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
    </div>
  );
}
