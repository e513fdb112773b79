// What the money bought: decisions, cost, how the asking ended, and the way to each call.
import { Link } from 'wouter';
import type { MindReceipt } from '../../shared/models.ts';
import type { NightId } from '../../shared/ids.ts';
import { useWords } from '../app/AppContext.tsx';
import { tracePath } from '../app/routes.ts';
import { Banner } from '../ui/Banner.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { Told } from '../ui/Told.tsx';
import styles from './MindSummary.module.css';
import { ModelRemedy, TestedNow } from './ModelRemedy.tsx';
import { mindFigures, mindState, readingWords, wantsAnEye } from './mind-words.ts';

export interface MindSummaryProps {
  readonly mind: MindReceipt;
  /** Null where one is at the trace already. */
  readonly nightId: NightId | null;
  /** The key of the run trace leads to this night's. */
  readonly hasKey?: boolean;
  /** It is the newest night's: what stopped its model may be mended now. */
  readonly isNewest?: boolean;
}

const ToTrace = ({ nightId, hasKey }: { readonly nightId: NightId; readonly hasKey: boolean }) => {
  const { say } = useWords();
  return hasKey ? (
    <ActionButton action="night.trace" tone="quiet" isSmall />
  ) : (
    <Link href={tracePath(nightId)}>{say('action.runTrace')}</Link>
  );
};

export function MindSummary({ mind, nightId, hasKey = false, isNewest = false }: MindSummaryProps) {
  const { say, formats } = useWords();
  const figures = mindFigures(mind, say, formats);
  const state = mindState(mind, say);
  const isBad = wantsAnEye(mind);
  const isMended = isNewest && mind.fault !== null;
  const { reading, goesOn, batches = [] } = mind;
  const fetched = batches.filter(({ nightId: of }) => of === goesOn);
  const [first] = fetched;
  return (
    <div className={styles['summary']}>
      {isBad && (
        <Banner
          tone={mind.state === 'budget' ? 'warn' : 'danger'}
          title={state}
          actions={
            isMended ? (
              <ModelRemedy />
            ) : (
              <Link href={mind.state === 'budget' ? '/settings/budget' : '/settings/model'}>
                {say('model.toSettings')}
              </Link>
            )
          }
        >
          {mind.state === 'off' && <Told text={mind.because} />}
          {isMended && <TestedNow />}
        </Banner>
      )}
      <p className={styles['line']}>
        <span className={styles['name']}>{say('mind.model')}</span>
        <span>
          {figures.length > 0 && <strong>{figures.slice(0, 2).join(say('mind.comma'))}</strong>}
          {figures.length > 2 && ` · ${figures.slice(2).join(' · ')}`}
          {!isBad && `${figures.length > 0 ? ' · ' : ''}${state}`}
          {!isBad && mind.state === 'off' && (
            <>
              {' '}
              <Told text={mind.because} />
            </>
          )}
        </span>
        {nightId !== null && mind.calls > 0 && <ToTrace nightId={nightId} hasKey={hasKey} />}
      </p>
      {first !== undefined && (
        <p className={styles['line']}>
          {say('mind.goesOn', {
            day: formats.moment(first.beganAtMs),
            answered: fetched.reduce((sum, { answered }) => sum + answered, 0),
            calls: fetched.reduce((sum, { calls }) => sum + calls, 0),
          })}
        </p>
      )}
      {reading !== undefined && <p className={styles['line']}>{readingWords(reading, say).join(' · ')}</p>}
    </div>
  );
}
