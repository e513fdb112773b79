// The door lets in what the contract says, and turns everything else away without a throw and without repeating it.
import { anything, assert, constantFrom, oneof, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallArgs, CallName } from '../../shared/contract.ts';
import { epochMs, asChangeId } from '../../shared/ids.ts';
import { usualSettings } from '../../shared/settings.ts';
import { callNames, parseCall } from './index.ts';

const choices = { extraFiles: ['/home/sam/team.md'], blocks: { '/home/sam/CLAUDE.md': 'mine' as const } };

/** One true question for each call. */
const questions: { readonly [N in CallName]: CallArgs<N> } = {
  'app.facts': {},
  'app.check': {},
  'app.apiKey': { renew: false },
  'app.backup': { file: '/tmp/all.tar.gz', replace: false },
  'app.restore': { file: '/tmp/all.tar.gz', replace: true },
  'app.verifyBackup': { file: '/tmp/all.tar.gz' },
  'app.storage': {},
  'app.deleteAll': { confirm: 'delete everything' },
  'night.state': {},
  'night.start': { preview: true, instructions: 'only the shop', sessionsMax: 40, sinceMs: epochMs(1) },
  'night.wake': {},
  'night.pause': { untilMs: null },
  'night.answerMissed': { dream: true },
  'night.list': {},
  'night.records': { limit: 14 },
  'night.withThresholds': { thresholds: { scoreMin: 0.5, sessionsMin: 2 } },
  'night.keepAnyway': { text: 'Let people choose the bike size.' },
  'night.compare': { first: 'latest', second: 'previous' },
  'night.receipt': { night: 'ngt_1' },
  'night.end': { run: 'run-1' },
  'review.list': {},
  'night.changes': { night: 'ngt_1' },
  'app.report': {},
  'app.log': {},
  'review.why': { change: 'chg_1' },
  'review.rule': { ids: ['chg_1'], ruling: { kind: 'rejected', reason: 'never-again' } },
  'review.undo': {},
  'review.discard': { night: 'ngt_1' },
  'review.discarded': {},
  'review.plan': { choices },
  'review.apply': { files: true, choices },
  'review.expired': {},
  'review.bringBack': { id: 'chg_1' },
  'review.rules': {},
  'review.liftRule': { number: 3 },
  'diary.get': { date: '2026-03-31' },
  'diary.find': { words: 'pnpm' },
  'memory.list': { closedToo: true },
  'memory.show': { id: 'mem_1' },
  'memory.history': { entry: null },
  'memory.diff': { from: 1, to: 2 },
  'memory.takeBackPlan': { target: { kind: 'change', id: 'chg_1' } },
  'memory.takeBack': { target: { kind: 'night', id: 'ngt_1' } },
  'memory.rollBack': { to: 0 },
  'memory.pin': { id: 'mem_1', pinned: true },
  'memory.asOf': { atMs: epochMs(5) },
  'memory.export': {},
  'memory.files': {},
  'memory.file': { path: '.claude/CLAUDE.md', fromLine: 1 },
  'memory.search': { query: '', options: { limit: 10, agent: 'codex', project: null, sinceMs: null } },
  'memory.explain': { query: 'package manager' },
  'memory.redact': { version: 2, entry: 'mem_1' },
  'memory.forgetPreview': { target: { kind: 'word', text: 'secret' } },
  'memory.forget': { target: { kind: 'source', place: '.claude' } },
  'quarantine.list': {},
  'quarantine.dismiss': { id: '00f1' },
  'quarantine.block': { id: '00f1' },
  'quarantine.release': { id: '00f1', confirm: 'release 00f1' },
  'quarantine.blast': { target: { kind: 'session', id: '0f3a' } },
  'quarantine.trust': {},
  'quarantine.setTrust': { place: 'claude-code', trust: 'nobody' },
  'quarantine.trustEffect': { place: 'claude-code', window: { fromMs: null, untilMs: epochMs(2) } },
  'conflict.list': {},
  'conflict.keepBoth': {
    change: 'chg_1',
    sides: [
      { entry: 'mem_1', text: 'On Thursdays.', scope: 'project:shop' },
      { entry: 'mem_2', text: 'On Fridays.', scope: 'global' },
    ],
  },
  'conflict.keepApart': {
    id: 'cft_1',
    sides: [
      { entry: 'mem_1', text: 'On Thursdays.', scope: 'project:shop' },
      { entry: 'mem_2', text: 'On Fridays.', scope: 'global' },
    ],
  },
  'conflict.settle': { id: 'cnf_1', keep: null },
  'files.applies': {},
  'files.place': { path: '/home/sam/CLAUDE.md', wish: { how: 'elsewhere', to: '/home/sam/team.md' } },
  'files.choose': {
    choice: { path: '/home/sam/CLAUDE.md', changeIds: [asChangeId('chg_0000000000000001')], whose: 'ours' },
  },
  'files.settle': { how: 'undo' },
  'files.undo': { apply: 4 },
  'guard.scan': { sinceMs: null },
  'guard.history': { path: null },
  'guard.diff': { copy: 1, from: null },
  'guard.restore': { copies: [1, 2] },
  'guard.pin': { copy: 1, pinned: false },
  'pattern.list': { days: 60 },
  'pattern.charts': { days: 60 },
  'pattern.mute': { id: 'pat_1', muted: true },
  'model.status': {},
  'model.test': {},
  'model.key': { who: 'server', key: 'sk-made-up' },
  'model.estimate': { ask: true },
  'model.prices': {},
  'model.setPrice': { model: 'llama3', price: { input: 0, output: 0.5 } },
  'model.rubric': { markdown: '# What may be remembered' },
  'model.trace': { night: 'ngt_1' },
  'model.batches': {},
  'model.askBatches': {},
  'model.stopBatch': { batch: 3, giveUp: false },
  'playbook.list': {},
  'skill.list': {},
  'skill.write': { name: 'shop-deploy-012345', text: null },
  'skill.reject': { name: 'shop-deploy-012345' },
  'judgement.get': {},
  'judgement.adopt': {},
  'judgement.reset': {},
  'serving.projects': {},
  'serving.briefing': { project: 'shop' },
  'serving.receipts': {},
  'serving.feedback': { id: 'mem_1', verdict: 'wrong' },
  'source.list': {},
  'source.masked': {},
  'source.notSecrets': {},
  'source.lookAtMask': {
    place: { agent: 'codex', session: 's', turn: 0, mark: 1, turnHash: 'abcdefghij012345' },
  },
  'source.markNotSecret': {
    place: { agent: 'codex', session: 's', turn: 0, mark: 1, turnHash: 'abcdefghij012345' },
    seen: 'a1',
    isSure: false,
  },
  'source.markSecret': { number: 1 },
  'source.import': { paths: [] },
  'source.trySample': {},
  'source.choose': {},
  'agent.list': {},
  'agent.history': { agent: 'codex' },
  'agent.connections': {},
  'agent.connect': { agent: 'cursor' },
  'agent.set': { writing: { agent: 'openclaw', mode: 'off', budgetTokens: null } },
  'settings.get': {},
  'settings.set': { patch: usualSettings },
  'api.storeCreate': { name: 'Shop', description: '', metadata: { team: 'a' } },
  'api.storeGet': { storeId: 'memstore_1' },
  'api.storeUpdate': { storeId: 'memstore_1', name: null, description: '', metadata: { team: null } },
  'api.storeList': { limit: 20, after: null, fromMs: null, untilMs: epochMs(5), archivedToo: false },
  'api.storeArchive': { storeId: 'memstore_1' },
  'api.storeDelete': { storeId: 'memstore_1' },
  'api.memoryCreate': { storeId: 'memstore_1', keyId: 'apikey_1', path: '/a.md', content: '' },
  'api.memoryGet': { storeId: 'memstore_1', memoryId: 'mem_1' },
  'api.memoryUpdate': {
    storeId: 'memstore_1',
    keyId: 'apikey_1',
    memoryId: 'mem_1',
    path: null,
    content: 'new',
    expectedSha256: null,
  },
  'api.memoryList': {
    storeId: 'memstore_1',
    limit: 20,
    after: null,
    prefix: '/notes/',
    depth: 1,
    withContent: true,
  },
  'api.memoryDelete': { storeId: 'memstore_1', keyId: 'apikey_1', memoryId: 'mem_1', expectedSha256: null },
  'api.versionList': {
    storeId: 'memstore_1',
    limit: 20,
    after: '5',
    fromMs: null,
    untilMs: null,
    memoryId: null,
    operation: 'deleted',
    actorId: { kind: 'api', id: 'apikey_1' },
    withContent: false,
  },
  'api.versionGet': { storeId: 'memstore_1', versionId: 'memver_1' },
  'api.versionRedact': { storeId: 'memstore_1', versionId: 'memver_1', keyId: 'apikey_1' },
  'api.dreamCreate': {
    storeId: 'memstore_1',
    sessionIds: ['s-1'],
    model: { id: 'slowwave-local', speed: null },
    instructions: null,
    isInPlace: true,
  },
  'api.dreamGet': { dreamId: 'drm_1' },
  'api.dreamList': {
    limit: 20,
    after: null,
    statuses: ['running'],
    afterMs: null,
    beforeMs: epochMs(7),
    archivedToo: true,
  },
  'api.dreamCancel': { dreamId: 'drm_1' },
  'api.dreamArchive': { dreamId: 'drm_1' },
  'api.events': { sessionId: 'sesn_1', after: 0 },
  'evidence.reveal': { session: 's-1', agent: 'claude-code' },
  'evidence.get': { session: 's-1', agent: 'claude-code', turn: 0, quote: 'use pnpm', around: 3 },
};

const argsOf = (name: CallName): Record<string, unknown> => ({ ...questions[name] });

describe('what is let in', () => {
  it.each(callNames)('%s, as the contract has it, comes through as it is', (name) => {
    expect(parseCall(name, questions[name])).toEqual({ ok: true, value: { name, args: questions[name] } });
  });

  it('knows every call of the contract and no other', () => {
    expect([...callNames].toSorted()).toEqual(Object.keys(questions).toSorted());
  });

  it('hands on a copy, so that nobody can change a question that was checked', () => {
    const sent = { ids: ['chg_1'], ruling: { kind: 'approved' } };
    const read = parseCall('review.rule', sent);
    sent.ids[0] = 'chg_2';
    expect(read).toMatchObject({ ok: true, value: { args: { ids: ['chg_1'] } } });
  });

  it.each([
    { kind: 'approved' },
    { kind: 'edited', text: 'Use pnpm.' },
    { kind: 'rejected' },
    { kind: 'rejected', reason: null },
    { kind: 'snoozed', untilMs: 5 },
    { kind: 'duplicate', of: 'mem_1' },
  ])('takes a ruling of the form %j', (ruling) => {
    expect(parseCall('review.rule', { ids: ['chg_1'], ruling }).ok).toBe(true);
  });
});

describe('what is turned away', () => {
  it.each([
    'night.kill',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    null,
    undefined,
    7,
    ['night.state'],
    { toString: () => 'night.state' },
    'n'.repeat(5_000_000),
  ])('a call that there is none of', (name) => {
    expect(parseCall(name, {})).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it.each(callNames)('%s with no arguments at all, a list, or a field too many', (name) => {
    for (const args of [undefined, null, [], 'words', 7, { ...questions[name], more: 1 }]) {
      expect(parseCall(name, args)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
    }
  });

  // Each field of a patch may be missing; it has tests of its own.
  it.each(callNames.filter((name) => name !== 'settings.set'))(
    '%s with any one field missing or of another kind',
    (name) => {
      for (const field of Object.keys(questions[name])) {
        const { [field]: _left, ...missing } = argsOf(name);
        for (const wrong of [missing, ...[Number.NaN, -1, 1.5, [[]], () => 1, Symbol('s')].map(put)]) {
          expect(parseCall(name, wrong)).toMatchObject({
            ok: false,
            error: { kind: 'wrong-input', happened: expect.stringContaining(name) as unknown },
          });
        }
        function put(value: unknown): unknown {
          return { ...argsOf(name), [field]: value };
        }
      }
    },
  );

  it('names the field, and repeats nothing of what stood in it', () => {
    const read = parseCall('night.start', { ...questions['night.start'], sinceMs: 'sk-ant-secret' });
    expect(read).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('“sinceMs”') as unknown },
    });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('repeats no key of a model’s server that it turns away', () => {
    for (const key of ['sk-ant-secret'.repeat(200), ['sk-ant-secret']]) {
      expect(JSON.stringify(parseCall('model.key', { who: 'claude', key }))).not.toContain('secret');
    }
  });

  it('says where in a list the wrong one stands', () => {
    const read = parseCall('review.rule', { ids: ['chg_1', 7], ruling: { kind: 'approved' } });
    expect(read).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('“ids[1]”') as unknown },
    });
  });

  it('never says a key that its sender chose', () => {
    const blocks = { 'my-secret-path': 'hers' };
    const read = parseCall('review.plan', { choices: { extraFiles: [], blocks } });
    expect(read).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('“choices.blocks”') as unknown },
    });
    expect(JSON.stringify(read)).not.toContain('my-secret-path');
  });

  it.each([
    ['{"choices":{"extraFiles":[],"blocks":{"__proto__":"mine"}}}'],
    ['{"choices":{"extraFiles":[],"blocks":{"constructor":"mine"}}}'],
    ['{"choices":{"extraFiles":[],"blocks":{},"__proto__":{"extraFiles":[]}}}'],
    ['{"__proto__":{"choices":{"extraFiles":[],"blocks":{}}}}'],
  ])('names that reach an object’s own workings: %s', (json) => {
    expect(parseCall('review.plan', JSON.parse(json))).toMatchObject({ ok: false });
    expect('extraFiles' in {}).toBe(false);
  });

  it.each([
    ['a string of 100 million characters', { id: 'x'.repeat(100_000_000) }],
    ['an object that holds itself', circular()],
    ['a million names', Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, 1]))],
    ['lists within lists', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown],
    ['a map', new Map([['id', 'mem_1']])],
    [
      'an object of a class',
      new (class Wish {
        id = 'mem_1';
      })(),
    ],
    ['an inherited field', Object.create({ id: 'mem_1' }) as unknown],
  ])('%s', (_what, args) => {
    expect(parseCall('memory.show', args)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
  });

  it('a list of more than a thousand', () => {
    const copies = Array.from({ length: 1001 }, (_, i) => i);
    expect(parseCall('guard.restore', { copies }).ok).toBe(false);
    expect(parseCall('guard.restore', { copies: copies.slice(1) }).ok).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 8.64e15 + 2, 0.5, '5', null])('the time %s', (atMs) => {
    expect(parseCall('memory.asOf', { atMs }).ok).toBe(false);
  });

  it('a path with a NUL in it', () => {
    expect(parseCall('source.import', { paths: ['/tmp/a\0b'] }).ok).toBe(false);
  });

  it.each(Object.keys(usualSettings))('a setting %s of another kind', (group) => {
    expect(parseCall('settings.set', { patch: { [group]: Symbol('s') } })).toMatchObject({
      error: { happened: expect.stringContaining(`“patch.${group}”`) as unknown },
    });
  });

  it('a field that is there and undefined, where it may only be left out', () => {
    expect(parseCall('settings.set', { patch: { focus: undefined } }).ok).toBe(false);
  });
});

it('never throws, whatever is sent', () => {
  assert(
    property(
      oneof(constantFrom(...callNames), anything()),
      anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      (name, args) => {
        const read = parseCall(name, args);
        expect(read.ok || read.error.safe === 'Nothing was done.').toBe(true);
      },
    ),
  );
});

function circular(): unknown {
  const one: Record<string, unknown> = { id: 'mem_1' };
  one['more'] = one;
  return one;
}
