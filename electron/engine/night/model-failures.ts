// What a person is told where a model's server did not do what was asked, or was not asked at all.
import type { Failure } from '../../../shared/engine.ts';
import type { ModelFaultKind } from '../../../shared/models.ts';
import type { ModelFault } from '../deps.ts';
import type { NotAsked } from './mind-settings.ts';

const whatToDo: Partial<Record<ModelFaultKind, string>> = {
  'key-missing': 'Give a key: Settings, Model, or "slowwave model key".',
  'key-invalid': 'Look at the key, and give it again: Settings, Model, or "slowwave model key".',
  'no-credit': 'Add credit to the account, or choose another server.',
  'not-allowed': 'Use a key that may do it, or choose another model.',
  'no-such-model': 'Look at the address and at the name of the model: Settings, Model.',
};

export const modelFailure = ({ fault, detail }: Pick<ModelFault, 'fault' | 'detail'>): Failure => ({
  kind: fault === 'woken' ? 'woken' : 'not-reached',
  happened: detail,
  safe: 'Nothing was changed. The engine dreams without a model as before.',
  todo: whatToDo[fault] ?? 'Try again in a while.',
});

export const notAskedFailure = ({ because }: NotAsked): Failure => ({
  kind: 'wrong-input',
  happened: because,
  safe: 'Nothing was sent.',
  todo: 'Set up who dreams: Settings, Model, or "slowwave model use".',
});
