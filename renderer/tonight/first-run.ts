// Whether there is anything to dream about at all: nothing was imported, and no night was ever due.
import type { NightState } from '../../shared/contract.ts';

export function isFirstRun(night: NightState, hasStore: boolean): boolean {
  const { newSessions, memoryFiles } = night.willRead;
  const isUntouched = night.last === null && night.records.length === 0 && night.reviewWaiting === 0;
  return isUntouched && (!hasStore || newSessions + memoryFiles === 0);
}
