// Answers about how work goes: playbooks, skills, and the weights that decisions would have.
import type { Answers } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

type WorkCalls = Extract<keyof Answers, `playbook.${string}` | `skill.${string}` | `judgement.${string}`>;

export const workAnswers = ({ engines }: Desk): Pick<Answers, WorkCalls> => ({
  'playbook.list': () => engines.shown().playbooks(),
  'skill.list': () => engines.shown().skills(),
  'skill.write': ({ name, text }) => engines.shown().skillWrite(name, text),
  'skill.reject': ({ name }) => engines.shown().skillReject(name),
  'judgement.get': () => engines.shown().judgement(),
  'judgement.adopt': () => engines.shown().adoptJudgement(),
  'judgement.reset': () => engines.shown().resetJudgement(),
});
