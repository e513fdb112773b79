// The room's one door: a model over the network, loaded only when one is asked, and where keys are kept.
import type { Managed, Model, ModelWish } from '../deps.ts';

export { dropKey, isKeyLike, keepKey, keyFile, keyVariable, readKeptKey, type KeyFor } from './kept-keys.ts';

export const anthropicAddress = 'https://api.anthropic.com';

/** The SDK is read from the disk with the first call, and never where no model is asked. */
export function openModel(wish: ModelWish): Model {
  const loaded = async (): Promise<Model> => (await import('./claude.ts')).createClaude(wish);
  let model: Promise<Model> | null = null;
  const there = (): Promise<Model> => (model ??= loaded());
  return {
    send: async (...args) => (await there()).send(...args),
    count: async (...args) => (await there()).count(...args),
    list: async (...args) => (await there()).list(...args),
    startBatch: async (...args) => (await there()).startBatch(...args),
    batch: async (...args) => (await there()).batch(...args),
    batchAnswers: async (...args) => (await there()).batchAnswers(...args),
    cancelBatch: async (...args) => (await there()).cancelBatch(...args),
  };
}

/** Anthropic's own dreams; the SDK is read from the disk here, too. */
export const openManaged = async (wish: Pick<ModelWish, 'baseUrl' | 'key'>): Promise<Managed> =>
  (await import('./managed.ts')).createManaged(wish);
