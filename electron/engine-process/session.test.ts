// One session over a channel in the test's hand: what is answered before, while and after the service is open.
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../shared/contract.ts';
import type { EngineSetup, FromEngine, ToEngine } from '../../shared/engine-process.ts';
import { ok } from '../../shared/result.ts';
import { startSession, type Service } from './session.ts';

const setup = { version: '1' } as unknown as EngineSetup;

function open(service: Partial<Service> | Error) {
  const sent: FromEngine[] = [];
  const exits: number[] = [];
  const hear: { message: (message: ToEngine) => void; lost: () => void } = {
    message: () => undefined,
    lost: () => undefined,
  };
  startSession({
    channel: {
      send: (message) => void sent.push(message),
      onMessage: (to) => void (hear.message = to),
      onLost: (to) => void (hear.lost = to),
    },
    open: () =>
      service instanceof Error
        ? Promise.reject(service)
        : Promise.resolve({
            answers: {} as Answers,
            tell: () => undefined,
            close: () => Promise.resolve(),
            ...service,
          }),
    exit: (status) => void exits.push(status),
  });
  const say = async (message: ToEngine): Promise<void> => {
    hear.message(message);
    await new Promise((done) => setImmediate(done));
  };
  return { sent, exits, say, lose: () => hear.lost() };
}

const asks = { kind: 'call', number: 7, name: 'night.list', args: {} } as const;
const listing = { 'night.list': () => Promise.resolve(ok([])) } as unknown as Answers;

describe('a session', () => {
  it('says hello, opens when it is told where, and answers by number', async () => {
    const { sent, say } = open({ answers: listing });
    await say({ kind: 'start', setup });
    await say(asks);
    expect(sent).toEqual([
      { kind: 'hello' },
      { kind: 'ready' },
      { kind: 'answer', number: 7, answer: ok([]) },
    ]);
  });

  it('answers a pulse before and while it opens', async () => {
    const { sent, say } = open({});
    await say({ kind: 'ping', number: 3 });
    expect(sent.at(-1)).toEqual({ kind: 'pong', number: 3 });
  });

  it('says that nothing is open yet where it was told nothing', async () => {
    const { sent, say } = open({});
    await say(asks);
    expect(sent.at(-1)).toMatchObject({ kind: 'answer', answer: { error: { kind: 'not-reached' } } });
  });

  it('answers with a failure and logs where an answer throws, and goes on', async () => {
    const broken = {
      'night.list': () => Promise.reject(new Error('a bug with a secret')),
    } as unknown as Answers;
    const { sent, say, exits } = open({ answers: broken });
    await say({ kind: 'start', setup });
    await say(asks);
    expect(sent.at(-2)).toMatchObject({ kind: 'log', level: 'error' });
    expect(sent.at(-1)).toMatchObject({ kind: 'answer', number: 7, answer: { ok: false } });
    expect(JSON.stringify(sent.at(-1))).not.toContain('secret');
    expect(exits).toEqual([]);
  });

  it('leaves with a fault where the service does not open', async () => {
    const { sent, say, exits } = open(new Error('no room on the disk'));
    await say({ kind: 'start', setup });
    expect(exits).toEqual([1]);
    expect(sent.at(-1)).toMatchObject({ kind: 'log', text: expect.stringContaining('no room') as unknown });
  });

  it('closes once and leaves, whether it is asked to, asked twice, or left alone', async () => {
    let closed = 0;
    const { say, lose, exits } = open({ close: () => Promise.resolve(void (closed += 1)) });
    await say({ kind: 'start', setup });
    await say({ kind: 'end' });
    await say({ kind: 'end' });
    lose();
    expect([closed, exits]).toEqual([1, [0]]);
  });

  it('hands on the news of the computer, also what came before it was open', async () => {
    const told: string[] = [];
    const { say } = open({ tell: (news) => void told.push(news.kind) });
    await say({ kind: 'start', setup });
    await say({ kind: 'tell', news: { kind: 'suspend', atMs: 1 as never } });
    await say({ kind: 'tell', news: { kind: 'resume', atMs: 2 as never } });
    expect(told).toEqual(['suspend', 'resume']);
  });
});
