// How work goes: playbooks, skills, and the weights that their owner's decisions would have.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Judgement } from '../../shared/judgement.ts';
import type { FilesReceipt } from '../../shared/agent-files.ts';
import type { Playbook } from '../../shared/playbooks.ts';
import type { Result } from '../../shared/result.ts';
import type { Skill } from '../../shared/skills.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface WorkStore {
  readonly playbooks: RemoteStore<readonly Playbook[]>;
  readonly skills: RemoteStore<readonly Skill[]>;
  readonly judgement: RemoteStore<Judgement>;
  /** `text`: in its owner's words. */
  writeSkill(name: string, text: string | null): Promise<Result<FilesReceipt, Failure>>;
  /** The failure to show, or null. */
  rejectSkill(name: string): Promise<Failure | null>;
  takeBackSkill(apply: number): Promise<Failure | null>;
  /** Puts the learned weights in force, or the usual ones again. The failure to show, or null. */
  score(by: 'learned' | 'usual'): Promise<Failure | null>;
}

export function createWorkStore(bridge: Bridge): WorkStore {
  const judgement = createRemote(() => bridge.call('judgement.get', {}));
  const skills = createRemote(() => bridge.call('skill.list', {}));
  return {
    skills,
    async writeSkill(name, text) {
      const done = await bridge.call('skill.write', { name, text });
      if (done.ok) await skills.load();
      return done;
    },
    async rejectSkill(name) {
      const answer = await bridge.call('skill.reject', { name });
      if (answer.ok) skills.put(answer.value);
      return answer.ok ? null : answer.error;
    },
    async takeBackSkill(apply) {
      const answer = await bridge.call('files.undo', { apply });
      if (answer.ok) await skills.load();
      return answer.ok ? null : answer.error;
    },
    playbooks: createRemote(() => bridge.call('playbook.list', {})),
    judgement,
    async score(by) {
      const answer = await bridge.call(by === 'learned' ? 'judgement.adopt' : 'judgement.reset', {});
      if (answer.ok) judgement.put(answer.value);
      return answer.ok ? null : answer.error;
    },
  };
}
