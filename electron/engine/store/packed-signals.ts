// Signals ready to be stored, wherever they were made: a thread without a store packs what it made.
import type { SessionSignals } from '../../../shared/dream.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { pack } from './packing.ts';
import { encodeSignals } from './signal-texts.ts';

export interface PackedSignals {
  readonly session: SessionId;
  readonly content: Uint8Array;
  /** Ids of what was set aside. */
  readonly setAside: readonly string[];
}

export const packSignals = (signals: SessionSignals): PackedSignals => ({
  session: signals.session,
  content: pack(encodeSignals(signals)),
  setAside: signals.setAside?.map(({ id }) => id) ?? [],
});
