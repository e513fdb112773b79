// Answers about how work goes: playbooks, and the weights that decisions would have.
import type { Answers } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

type WorkCalls = Extract<keyof Answers, `playbook.${string}` | `judgement.${string}`>;

export const workAnswers = ({ engines }: Desk): Pick<Answers, WorkCalls> => ({
  'playbook.list': () => engines.shown().playbooks(),
  'judgement.get': () => engines.shown().judgement(),
  'judgement.adopt': () => engines.shown().adoptJudgement(),
  'judgement.reset': () => engines.shown().resetJudgement(),
});
