// What the next night would cost, in one line; and where no model is asked, why, and where to mend it.
import { Link } from 'wouter';
import type { ModelEstimate, ModelView } from '../../shared/models.ts';
import type { Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { standingOf, unpricedIn } from '../model/standing.ts';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.ts';
import styles from './NextNight.module.css';

interface Known {
  readonly estimate: ModelEstimate;
  readonly view: ModelView;
  readonly settings: Settings;
}

function lineOf({ estimate, view, settings }: Known, say: Say, formats: Formats): readonly string[] {
  const { basedOnMs, decisions, known, tokens, usd } = estimate;
  const cap = formats.money(settings.budget.usdPerNight);
  if (basedOnMs === null) return [say('model.estimateFirst'), say('model.estimateAtMost', { cap })];
  if (decisions === known) return [say('model.estimateNothing')];
  const range = (low: string, high: string): string =>
    low === high ? low : say('model.range', { low, high });
  const counted = range(formats.compact(tokens.low), formats.compact(tokens.high));
  const asked = Date.parse(`${view.prices.asOf}-15T12:00:00Z`);
  const month = Number.isFinite(asked) ? formats.month(asked) : view.prices.asOf;
  return [
    usd === null
      ? say('model.estimateNoPrice', { tokens: counted })
      : say('model.estimateLine', {
          usd: range(formats.money(usd.low), formats.money(usd.high)),
          cap,
          tokens: counted,
        }),
    view.consolidator ?? '',
    ...(usd === null ? [] : [say('model.pricesOf', { month })]),
  ];
}

/** Asked for only where a model would be. */
function Ready({ view, settings }: Omit<Known, 'estimate'>) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const estimate = useValue(stores.model.estimate);
  if (estimate === null) return null;
  return (
    <span className={styles['alone']}>
      <span>{lineOf({ estimate, view, settings }, say, formats).join(' · ')}</span>{' '}
      <Link href={pathTo('settings', 'budget')}>{say('model.estimateMore')}</Link>
    </span>
  );
}

export function EstimateLine() {
  const { stores } = useApp();
  const { say } = useWords();
  const settings = useValue(stores.settings.settings);
  const view = useValue(stores.model.status);
  if (settings === null || view === null) return null;
  const standing = standingOf(view, settings);
  if (standing === 'ready') return <Ready view={view} settings={settings} />;
  const words = { address: view.address ?? '', name: unpricedIn(view) ?? '' };
  const section = standing === 'month-spent' || standing === 'no-price' ? 'budget' : 'model';
  return (
    <span className={styles['alone']}>
      <span className={styles['waits']}>{say(`model.standing.${standing}`, words)}</span>{' '}
      <span>{say('model.standing.alone')}</span>{' '}
      <Link href={pathTo('settings', section)}>{say('model.toSettings')}</Link>
    </span>
  );
}
