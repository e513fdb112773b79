// The calls of a night that is over, as a strip under its stair.
import type { Receipt } from '../../shared/dream.ts';
import { useApp, useValue } from '../app/AppContext.tsx';
import { CallStrip, type CallStripProps } from './CallStrip.tsx';

export interface NightCallsProps {
  readonly receipt: Receipt;
  readonly span: NonNullable<CallStripProps['span']>;
}

export function NightCalls({ receipt, span }: NightCallsProps) {
  const { stores, now } = useApp();
  const settings = useValue(stores.settings.settings);
  const trace = useValue(stores.model.trace.at(receipt.nightId));
  if (trace === null || settings === null) return null;
  return <CallStrip calls={trace.calls} usdMax={settings.budget.usdPerNight} span={span} nowMs={now()} />;
}
