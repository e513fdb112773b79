// What a scripted engine knows of how work goes: one playbook.
import { asChangeId, asEntryId, epochMs } from '../../../shared/ids.ts';
import type { Playbook, PlaybookAnswers } from '../../../shared/playbooks.ts';
import { ok } from '../../../shared/result.ts';

const source = {
  session: '0f3a-session',
  turn: 12,
  agent: 'claude-code',
  atMs: epochMs(Date.UTC(2026, 10, 18, 12, 30, 0)),
  quote: 'git pull --rebase',
  origin: 'tool',
  project: 'shop',
} as const;

export const playbook = (over: Partial<Playbook> = {}): Playbook => ({
  id: 'pbk_0000000000000001',
  project: 'shop',
  task: 'git push',
  wentWell: 5,
  wentBadly: 2,
  asked: [{ ...source, turn: 3, quote: 'Push it.', origin: 'person' }],
  usual: [{ step: 'git pull', sessions: 4 }],
  rules: [
    {
      id: asEntryId('mem_0000000000000009'),
      part: 'step',
      text: 'Before `git push`, run `git pull`.',
      standing: 'waiting',
      changeId: asChangeId('chg_0000000000000009'),
      helpful: 4,
      harmful: 0,
      withoutWell: 1,
      withoutBadly: 2,
      turned: 1,
      luck: 0.14,
      isSure: false,
      sources: [source],
    },
  ],
  owners: [],
  markdown: '# Playbook: `git push` in shop\n',
  ...over,
});

export const scriptedWork = (): PlaybookAnswers => ({
  playbooks: async () => ok([playbook()]),
});
