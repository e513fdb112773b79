// What memory gave out is no evidence for it: agents and people repeat it, and a night would learn from itself.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import type { Echo } from '../serving/count-receipts.ts';
import { servedLineHash } from '../writeback/own-text.ts';

/** The loop guard: what is said word for word as memory had given it out, since then, is no new evidence for it. */
export function withoutServed(
  session: SessionSignals,
  served: ReadonlyMap<string, number>,
): { readonly session: SessionSignals; readonly echoes: readonly Echo[] } {
  if (served.size === 0) return { session, echoes: [] };
  const isEcho = (text: string, atMs: number | null): boolean => {
    const sinceMs = served.get(servedLineHash(text));
    return sinceMs !== undefined && (atMs === null || atMs >= sinceMs);
  };
  const [signals, echoes]: [Signal[], Echo[]] = [[], []];
  for (const signal of session.signals) {
    const said =
      signal.origin === 'person' ? signal.quotes.find((quote) => isEcho(quote.text, signal.atMs)) : undefined;
    if (said === undefined) signals.push(signal);
    else echoes.push({ lineHash: servedLineHash(said.text), from: session, signal });
  }
  return { session: { ...session, signals }, echoes };
}
