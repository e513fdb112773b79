// The second thread: hears the sessions that it is handed, packed, and answers with what is to be stored. It has no store, no
// clock and no file.
import module from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { PackedSessions } from '../store/packed-sessions.ts';
import type { HeardSession } from './hear-session.ts';

// Before the word lists are loaded: they are most of what is read at a start.
module.enableCompileCache();
const { packedTurns, readerOf } = await import('../store/packed-turns.ts');
const { hearSession } = await import('./hear-session.ts');

/** Of each session in turn; null where it could not be heard here: then the night hears it itself, and says why. */
export type FromHearing = readonly (HeardSession | null)[];

parentPort?.on('message', ({ sessions, blocks }: PackedSessions) => {
  const reader = readerOf(blocks);
  const heard: FromHearing = sessions.map(({ head, numbers }) => {
    try {
      return hearSession(head, packedTurns(numbers, reader));
    } catch {
      return null;
    }
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the thread that started us, nobody's window
  parentPort?.postMessage(heard);
});
