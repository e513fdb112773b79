import { describe, expect, it } from 'vitest';
import { sessionId } from '../../../shared/ids.ts';
import type { SessionHead, Transcript } from '../../../shared/transcript.ts';
import { createMasker } from '../masking/mask.ts';
import { leaving } from '../masking/not-secrets.ts';
import { maskState, maskTranscript } from './masked-transcript.ts';

const masker = createMasker();
// put together here, so that no file of ours looks like it held one
const token = ['gh', 'p_'].join('') + 'Qz7wKb3nVx1RtY9mLc4dHs6gJf2pAe8uTiXo';
const hookEnd = 'n4Zp1xQw8RkT3vLb6YcM0sJd';
const hook = `${['https://hooks', 'slack', 'com'].join('.')}/services/T0Q1W2E3R/B4T5Y6U7I/${hookEnd}`;

const head: SessionHead = {
  id: sessionId('codex', 'a-1'),
  agent: 'codex',
  nativeId: 'a-1',
  role: 'main',
  parentNativeId: null,
  cwd: '/home/ada/shop',
  project: 'shop',
  title: null,
  agentVersion: null,
};
const masked = (changes: Partial<SessionHead>): SessionHead => {
  const transcript: Transcript = {
    head: { ...head, ...changes },
    turns: [],
    tokens: { input: 0, output: 0 },
  };
  return maskTranscript(transcript, masker).transcript.head;
};

describe('what a session is called', () => {
  it('stays as it is where it holds no secret', () => {
    expect(masked({})).toEqual(head);
  });

  it('holds no secret in an id, and two such ids stay two', () => {
    const ids = [`x ${token}`, `x ${token.replace('Qz7', 'Rz8')}`];
    const [one, two] = ids.map((nativeId) => masked({ nativeId, parentNativeId: nativeId }));
    expect(JSON.stringify(one)).not.toContain(token);
    expect(one?.nativeId).not.toBe(two?.nativeId);
    expect(one?.id).toBe(sessionId('codex', one?.nativeId ?? ''));
    expect(one?.parentNativeId).toBe(one?.nativeId);
  });

  it('is the same whatever its owner says is no secret: by it is told what was read', () => {
    const listed = leaving(masker, () => ({ isEmpty: false, holds: () => true }));
    const transcript: Transcript = {
      head: { ...head, nativeId: `x ${token}`, title: `the ${token}` },
      turns: [],
      tokens: { input: 0, output: 0 },
    };
    const [as, now] = [masker, listed].map((one) => maskTranscript(transcript, one).transcript.head);
    expect([now?.id, now?.nativeId]).toEqual([as?.id, as?.nativeId]);
    expect(now?.title).toBe(`the ${token}`);
  });

  it('holds no end of an address that is a secret as a whole, nor do a reader’s notes', () => {
    const cwd = `/home/ada/${hook}`;
    expect(JSON.stringify(masked({ cwd, project: hookEnd }))).not.toContain(hookEnd);
    expect(maskState(JSON.stringify([{ project: hookEnd, cwd }]), masker)).not.toContain(hookEnd);
  });
});
