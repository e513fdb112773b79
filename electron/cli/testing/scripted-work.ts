// What a scripted engine knows of how work goes: one playbook, and weights that were learned.
import { asChangeId, asEntryId, epochMs } from '../../../shared/ids.ts';
import type { Judgement, JudgementAnswers } from '../../../shared/judgement.ts';
import type { Playbook, PlaybookAnswers } from '../../../shared/playbooks.ts';
import { ok } from '../../../shared/result.ts';
import type { Skill, SkillAnswers } from '../../../shared/skills.ts';

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

const usual = {
  relevance: 0.3,
  frequency: 0.24,
  diversity: 0.15,
  recency: 0.15,
  consolidation: 0.1,
  richness: 0.06,
};

export const judgement = (over: Partial<Judgement> = {}): Judgement => ({
  inForce: usual,
  usual,
  learned: { ...usual, relevance: 0.2, frequency: 0.19, recency: 0.3 },
  scoreMin: { usual: 0.42, learned: 0.46, inForce: 0.42 },
  right: { usual: 33, learned: 41, decisions: 47 },
  adoptedAtMs: null,
  approved: 31,
  rejected: 12,
  backTest: { usual: 0.81, learned: 0.94, pairs: 372 },
  nights: [
    {
      night: 'ngt_0000000000000001',
      approved: 6,
      rejected: 3,
      agreement: { usual: 0.8, learned: 0.93, pairs: 18 },
    },
  ],
  advice: 'better',
  because: 'They are better: 94 % against 81 %.',
  ...over,
});

export const skill = (over: Partial<Skill> = {}): Skill => ({
  name: 'shop-git-push-012345',
  agent: 'claude-code',
  path: '.claude/skills/shop-git-push-012345/SKILL.md',
  operation: 'create',
  state: 'offered',
  cause: 'recurs',
  from: 'playbook',
  project: 'shop',
  task: 'git push',
  text: '---\nname: shop-git-push-012345\n---\n',
  trial: {
    work: 3,
    others: 5,
    fired: 3,
    firedWrongly: 0,
    firesFor: [{ ...source, quote: 'Push it.', origin: 'person' }],
    quietFor: [{ ...source, quote: 'Fix the header.', origin: 'person' }],
    missed: [],
  },
  standing: null,
  use: null,
  apply: null,
  ...over,
});

const written = {
  path: skill().path,
  linesAdded: 4,
  linesRemoved: 0,
  rebased: false,
  made: true,
  gone: false,
  backup: null,
};

export const scriptedWork = (): PlaybookAnswers & JudgementAnswers & SkillAnswers => ({
  skills: async () => ok([skill()]),
  skillWrite: async () => ok({ apply: 7, written: [written], questions: [] }),
  skillReject: async () => ok([skill({ state: 'turned-down' })]),
  playbooks: async () => ok([playbook()]),
  judgement: async () => ok(judgement()),
  adoptJudgement: async () => ok(judgement({ inForce: judgement().learned })),
  resetJudgement: async () => ok(judgement()),
});
