import { describe, expect, it } from 'vitest';
import { sessionsRunning } from './commands-used.ts';
import type { WritableDb } from './db.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

function storeOf(commands: readonly string[]): WritableDb {
  const { db } = openTempStore();
  commands.forEach((command, i) => {
    const use = { callId: `u${i}`, tool: 'shell', name: 'Bash', command, target: null } as const;
    const call = madeUpTurn(`s${i}`, 0, { kind: 'call', origin: 'agent', text: '', use });
    appendTranscript(db, madeUpTranscript(`s${i}`, [call]), fromFile(`s${i}`));
  });
  return db;
}

describe('the sessions that ran a program', () => {
  it.each([
    ['pnpm', 'cd app && CI=1 pnpm install'],
    ['docker-compose', 'docker-compose up -d'],
    ['make_release', './scripts/make_release --dry'],
  ])('are found by its name: %s', (program, command) => {
    const db = storeOf([command, 'npm install', `echo about ${program} and compose docker`]);
    expect(sessionsRunning(db, program)).toHaveLength(1);
  });

  it('are none for a name without a letter or digit', () => {
    expect(sessionsRunning(storeOf(['ls']), '--"')).toEqual([]);
  });
});
