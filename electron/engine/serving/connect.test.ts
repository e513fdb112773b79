import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEngine, tempHome, valueOf, type TempHome } from '../night/testing/temp-home.ts';
import type { ConnectionWish, McpAgent } from '../../../shared/serving.ts';
import { withServerTable } from './toml-table.ts';

const wish = (agent: McpAgent, project: string | null = null): ConnectionWish => ({
  agent,
  project,
  command: '/usr/bin/slow "wave"',
  args: ['mcp', '--data', '/a b'],
});

const put = (place: TempHome, path: string, text: string): void => {
  const full = join(place.home, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
};
const read = (place: TempHome, path: string): string => readFileSync(join(place.home, path), 'utf8');

const files: Readonly<Record<McpAgent, readonly [path: string, text: string]>> = {
  'claude-code': [
    '.claude.json',
    '{\n  "numStartups": 12,\n  "mcpServers": {\n    "other": { "command": "x" }\n  }\n}\n',
  ],
  codex: ['.codex/config.toml', 'model = "gpt-6" # mine\n\n[mcp_servers.other]\ncommand = "x"'],
  cursor: ['.cursor/mcp.json', '{}'],
  openclaw: ['.openclaw/openclaw.json', '{"agents": {"main": {}}}'],
};

describe('connecting an agent', () => {
  it.each(Object.keys(files) as readonly McpAgent[])(
    'shows, writes once and takes back: %s',
    async (agent) => {
      const place = tempHome();
      const [path, before] = files[agent];
      put(place, path, before);
      const { engine } = await openEngine(place);
      const plan = valueOf(await engine.connectionPlan(wish(agent)));
      expect(plan).toMatchObject({ path, isThere: false });
      expect(plan.diff).toContain('slowwave');
      expect(read(place, path)).toBe(before);

      const done = valueOf(await engine.connectAgent(wish(agent)));
      const after = read(place, path);
      expect(after).not.toBe(before);
      expect(after).toContain('/a b');
      expect(after.length).toBeGreaterThan(before.length);
      expect(valueOf(await engine.connectionPlan(wish(agent))).isThere).toBe(true);
      expect(valueOf(await engine.connectAgent(wish(agent))).apply).toBeNull();

      valueOf(await engine.filesUndo(done.apply ?? -1));
      expect(read(place, path)).toBe(before);
    },
  );

  it('tells of every agent how it stands, and which write to take back, and makes no store for it', async () => {
    const place = tempHome();
    for (const [path, text] of [files.codex, files.cursor]) put(place, path, text);
    const { engine } = await openEngine(place);
    const { command, args } = wish('codex');
    const now = async () =>
      valueOf(await engine.connections({ command, args })).map(({ agent, plan, failure, apply }) => [
        agent,
        plan?.isThere ?? failure?.kind,
        apply,
      ]);
    // Claude Code's file lies in the home folder itself, which is there
    const before = [
      ['claude-code', false, null],
      ['codex', false, null],
      ['cursor', false, null],
      ['openclaw', 'not-found', null],
    ];
    expect(await now()).toEqual(before);
    expect(existsSync(place.data)).toBe(false);
    const { apply } = valueOf(await engine.connectAgent(wish('codex')));
    expect(await now()).toContainEqual(['codex', true, apply]);
    valueOf(await engine.filesUndo(apply ?? -1));
    expect(await now()).toEqual(before);
  });

  it('makes a project’s own file, and takes it away again', async () => {
    const place = tempHome();
    mkdirSync(join(place.home, 'shop'));
    const { engine } = await openEngine(place);
    const done = valueOf(await engine.connectAgent(wish('claude-code', join(place.home, 'shop'))));
    expect(JSON.parse(read(place, 'shop/.mcp.json'))).toEqual({
      mcpServers: {
        slowwave: { type: 'stdio', command: '/usr/bin/slow "wave"', args: ['mcp', '--data', '/a b'] },
      },
    });
    valueOf(await engine.filesUndo(done.apply ?? -1));
    expect(existsSync(join(place.home, 'shop/.mcp.json'))).toBe(false);
  });

  it('leaves alone what it cannot write without harm, and says why', async () => {
    const place = tempHome();
    const { engine } = await openEngine(place);
    expect(await engine.connectionPlan(wish('openclaw'))).toMatchObject({
      ok: false,
      error: { kind: 'not-found', happened: expect.stringContaining('OpenClaw is not on this computer') },
    });
    put(place, '.openclaw/openclaw.json', '{ // mine\n  agents: {},\n}');
    expect(await engine.connectAgent(wish('openclaw'))).toMatchObject({
      ok: false,
      error: { happened: expect.stringContaining('no strict JSON') },
    });
    expect(read(place, '.openclaw/openclaw.json')).toBe('{ // mine\n  agents: {},\n}');
    expect(
      withServerTable('[mcp_servers.slowwave]\ncommand = "mine"\n', 'slowwave', { command: 'x', args: [] })
        .ok,
    ).toBe(false);
  });
});
