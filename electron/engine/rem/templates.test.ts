import { describe, expect, it } from 'vitest';
import type { SessionSignals } from '../../../shared/dream.ts';
import { noticeSession } from '../light/light.ts';
import { epochMs, sessionId, turnKey } from '../../../shared/ids.ts';
import { withoutTemplates } from './templates.ts';

const session = (nativeId: string, text: string): SessionSignals =>
  noticeSession(
    {
      id: sessionId('codex', nativeId),
      agent: 'codex',
      nativeId,
      role: 'main',
      parentNativeId: null,
      cwd: '/p/shop',
      project: 'shop',
      title: null,
      agentVersion: null,
    },
    [
      {
        key: turnKey(nativeId),
        ordinal: 0,
        atMs: epochMs(1),
        kind: 'message',
        origin: 'person',
        spans: [{ origin: 'person', start: 0, end: text.length }],
        text,
        cutChars: 0,
        use: null,
        outcome: 'unknown',
        exitCode: null,
      },
    ],
  );

const left = (texts: readonly string[]): readonly string[] =>
  withoutTemplates(texts.map((text, i) => session(`s${i}`, text))).flatMap((s) =>
    s.signals.map((one) => one.text),
  );

describe('what is said by a template', () => {
  it('is no rule, with another word each time', () => {
    expect(
      left(['apples', 'pears', 'plums', 'figs'].map((fruit) => `We must have ${fruit} on that page.`)),
    ).toEqual([]);
  });

  it('is no rule, with another number each time', () => {
    expect(left([7, 12, 31, 44].map((n) => `That should say ${n}, always.`))).toEqual([]);
  });

  it('is kept where the same is said in other words', () => {
    const rules = [
      'Always use pnpm.',
      'Never use npm here, pnpm only.',
      'We use pnpm, not npm.',
      'Always use pnpm.',
    ];
    expect(left(rules)).toHaveLength(4);
  });

  it('is kept where three things changed in turn', () => {
    const changes = ['Fly.io', 'Render', 'Heroku'].map((host) => `We deploy the shop to ${host} now.`);
    expect(left(changes)).toHaveLength(3);
  });
});
