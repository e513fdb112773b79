// A model that is asked only while its owner still agrees: what they take back in the middle of a night holds from the next
// call on.
import { err } from '../../../shared/result.ts';
import type { Model, ModelFault } from '../deps.ts';
import type { ReadableDb } from '../store/db.ts';
import { readSettings } from '../store/settings.ts';
import { addressOf } from './mind-settings.ts';

const takenBack: ModelFault = {
  kind: 'fault',
  fault: 'not-allowed',
  detail: 'Its owner took the consent back, or chose another server: nothing more was sent.',
  retryAfterMs: null,
  requestId: null,
};

/** Looked up before each call that would send words; what was handed in before is fetched all the same. */
export function whileAgreed(model: Model, db: ReadableDb, address: string): Model {
  const stands = (): boolean => {
    const { model: now } = readSettings(db);
    return addressOf(now) === address && now.consentTo === address;
  };
  return {
    ...model,
    send: (request, options) => (stands() ? model.send(request, options) : Promise.resolve(takenBack)),
    startBatch: (items, options) =>
      stands() ? model.startBatch(items, options) : Promise.resolve(err(takenBack)),
  };
}
