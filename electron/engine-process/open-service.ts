// Builds the real service from what the app said at the start: real engine, real clock, real processes for long work.
import { epochMs } from '../../shared/ids.ts';
import { createEngine } from '../engine/index.ts';
import { createService } from '../service/index.ts';
import { depsFrom } from './engine-deps.ts';
import { createHandedKeys } from './handed-keys.ts';
import { createStartLong } from './long-work.ts';
import type { SessionNeeds } from './session.ts';

export const openService: SessionNeeds['open'] = async (given, { emit, log, forkWork }) => {
  const keys = createHandedKeys(given);
  const { setup } = keys;
  const service = await createService({
    setup,
    openEngine: (isSample) => createEngine(depsFrom(setup, isSample)),
    startLong: createStartLong(setup, forkWork),
    emit,
    log,
    wall: () => epochMs(Date.now()),
    after: (delayMs, work) => {
      const timer = setTimeout(work, delayMs);
      return () => clearTimeout(timer);
    },
  });
  if (!service.ok) throw new Error(service.error.happened);
  const opened = service.value;
  return {
    answers: opened.answers,
    tell: (news) => {
      if (news.kind !== 'keys') return opened.tell(news);
      keys.put(news.keys);
      emit({ kind: 'changed', subjects: ['settings'] });
    },
    close: () => opened.close(),
  };
};
