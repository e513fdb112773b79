// Whether the next night asks a model, and if not, the first thing that is missing. Pure; the engine looks again itself
// before anything is sent.
import type { CapName, ModelView } from '../../shared/models.ts';
import type { Settings } from '../../shared/settings.ts';

export type Standing =
  'none' | 'no-address' | 'no-key' | 'not-agreed' | 'no-model' | 'no-price' | 'month-spent' | 'ready';

/** The first model that has no price; null where all have one. */
export const unpricedIn = ({ reader, consolidator, prices }: ModelView): string | null =>
  reader !== null && prices.reader === null
    ? reader
    : consolidator !== null && prices.consolidator === null
      ? consolidator
      : null;

/** The month's cap that is reached; null for none. */
export function monthCap({ month }: ModelView, { budget }: Settings): CapName | null {
  const caps: readonly (readonly [CapName, number, number])[] = [
    ['usd-month', month.usd, budget.usdPerMonth],
    ['tokens-month', month.tokens, budget.tokensPerMonth],
    ['minutes-month', month.minutes, budget.minutesPerMonth],
    ['rounds-month', month.rounds, budget.roundsPerMonth],
  ];
  // Without rounds a night is not graded, and goes on.
  return caps.find(([name, spent, cap]) => name !== 'rounds-month' && spent >= cap)?.[0] ?? null;
}

export function standingOf(view: ModelView, settings: Settings): Standing {
  if (view.choice === 'none') return 'none';
  if (view.address === null) return 'no-address';
  if (view.choice === 'claude' && !view.hasKey) return 'no-key';
  if (!view.isAgreed) return 'not-agreed';
  if (view.reader === null || view.consolidator === null) return 'no-model';
  if (unpricedIn(view) !== null && !settings.model.tokensOnly) return 'no-price';
  return monthCap(view, settings) === null ? 'ready' : 'month-spent';
}
