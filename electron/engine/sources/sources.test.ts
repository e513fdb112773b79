import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slugOf } from './claude-code.ts';
import { sources } from './index.ts';
import { findOtherAgents } from './other-agents.ts';
import { folderHere, shownPath } from './paths.ts';
import { findProjectMemory } from './project-memory.ts';
import { nothingKnown, type Environment, type Findings, type Known } from './source.ts';

let base = '';
let home = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'sources-'));
  home = join(base, 'home');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(...paths: readonly string[]): void {
  for (const path of paths) {
    const whole = join(home, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, 'x');
  }
}

const find = (agent: string, env: Environment = {}, known: Known = nothingKnown): Findings =>
  sources.find((source) => source.agent === agent)?.find(home, env, known) ?? expect.fail(agent);
const shown = (findings: Findings, kind: string): readonly string[] =>
  findings.files.filter((file) => file.kind === kind).map((file) => file.shownPath);
const places = (findings: Findings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    findings.files.flatMap((file) =>
      file.memory === null
        ? []
        : [[file.shownPath, `${file.agent} ${file.memory.owner} ${file.memory.scope}`]],
    ),
  );

describe('every source', () => {
  it('finds nothing in an empty home, and says so without a complaint', () => {
    for (const source of sources) {
      expect(source.find(home, {}, nothingKnown)).toMatchObject({ files: [], notReadYet: [], unread: [] });
    }
    expect(findOtherAgents(home, {})).toEqual([]);
  });

  it('looks where the environment says', () => {
    put(
      'elsewhere/projects/-x/a.jsonl',
      'codex/sessions/2026/01/01/rollout-a.jsonl',
      'claw/agents/main/sessions/a.jsonl',
    );
    put('.claude/projects/-x/b.jsonl');
    const env = {
      CLAUDE_CONFIG_DIR: join(home, 'elsewhere'),
      CODEX_HOME: join(home, 'codex'),
      OPENCLAW_STATE_DIR: join(home, 'claw'),
    };
    expect(shown(find('claude-code', env), 'session')).toEqual(['elsewhere/projects/-x/a.jsonl']);
    expect(shown(find('codex', env), 'session')).toEqual(['codex/sessions/2026/01/01/rollout-a.jsonl']);
    expect(shown(find('openclaw', env), 'session')).toEqual(['claw/agents/main/sessions/a.jsonl']);
  });

  it('does not run in circles', () => {
    put('.codex/sessions/2026/01/01/rollout-a.jsonl');
    symlinkSync(join(home, '.codex/sessions'), join(home, '.codex/sessions/2026/again'));
    expect(shown(find('codex'), 'session')).toEqual(['.codex/sessions/2026/01/01/rollout-a.jsonl']);
  });
});

describe('Claude Code', () => {
  it('finds sessions and those of sub-agents, and no big outputs or indexes', () => {
    put('.claude/projects/-home-ana-shop/a.jsonl', '.claude/projects/-home-ana-shop/agent-1.jsonl');
    put('.claude/projects/-home-ana-shop/a/subagents/agent-2.jsonl');
    put('.claude/projects/-home-ana-shop/a/subagents/workflows/w/agent-3.jsonl');
    put('.claude/projects/-home-ana-shop/a/subagents/agent-2.meta.json', '.claude/history.jsonl');
    put('.claude/projects/-home-ana-shop/a/subagents/workflows/w/journal.jsonl');
    put('.claude/projects/-home-ana-shop/a/tool-results/b.txt');
    expect(shown(find('claude-code'), 'session')).toEqual([
      '.claude/projects/-home-ana-shop/a.jsonl',
      '.claude/projects/-home-ana-shop/a/subagents/agent-2.jsonl',
      '.claude/projects/-home-ana-shop/a/subagents/workflows/w/agent-3.jsonl',
      '.claude/projects/-home-ana-shop/agent-1.jsonl',
    ]);
  });

  it('says whose each memory file is and what it is for', () => {
    put('.claude/CLAUDE.md', '.claude/rules/style.md', '.claude/agent-memory/reviewer/MEMORY.md');
    put(
      '.claude/projects/-home-ana-my-shop/memory/MEMORY.md',
      '.claude/projects/-home-ana-bakery/memory/oven.md',
    );
    const known = { ...nothingKnown, folderBySlug: new Map([['-home-ana-my-shop', '/home/ana/my-shop']]) };
    expect(places(find('claude-code', {}, known))).toEqual({
      '.claude/CLAUDE.md': 'claude-code person agent:claude-code',
      '.claude/agent-memory/reviewer/MEMORY.md': 'claude-code agent agent:claude-code',
      '.claude/projects/-home-ana-bakery/memory/oven.md': 'claude-code agent project:bakery',
      '.claude/projects/-home-ana-my-shop/memory/MEMORY.md': 'claude-code agent project:my-shop',
      '.claude/rules/style.md': 'claude-code person agent:claude-code',
    });
    expect(slugOf(join(home, '.claude/projects/-home-ana-bakery/a.jsonl'))).toBe('-home-ana-bakery');
  });

  it('counts the desktop app’s sessions without reading them', () => {
    put('.config/Claude/local-agent-mode-sessions/o/a/local_1/.claude/projects/-x/c.jsonl');
    expect(find('claude-code').notReadYet).toEqual([{ what: 'Claude desktop session', files: 1 }]);
  });
});

describe('Codex', () => {
  it('takes the plain file where a packed one stands beside it', () => {
    put('.codex/sessions/2026/01/01/rollout-a.jsonl', '.codex/sessions/2026/01/01/rollout-a.jsonl.zst');
    put('.codex/archived_sessions/rollout-b.jsonl.zst', '.codex/sessions/rollout-2025-04-20-c.json');
    const found = find('codex');
    expect(found.files.map((file) => [file.name, file.format])).toEqual([
      ['rollout-b.jsonl.zst', 'jsonl.zst'],
      ['rollout-a.jsonl', 'jsonl'],
    ]);
    expect(found.notReadYet).toHaveLength(1);
  });

  it('finds its memory', () => {
    put('.codex/AGENTS.md', '.codex/memories/MEMORY.md', '.codex/memories/rollout_summaries/a.md');
    expect(places(find('codex'))).toEqual({
      '.codex/AGENTS.md': 'codex person agent:codex',
      '.codex/memories/MEMORY.md': 'codex agent agent:codex',
    });
  });
});

describe('OpenClaw', () => {
  it('reads closed sessions and passes over copies', () => {
    const sessions = '.openclaw/agents/main/sessions/';
    put(
      ...[
        'a.jsonl',
        'a.jsonl.reset.2026-02-18T10-00-00.000Z',
        'b.jsonl.deleted.2026-02-18T10-00-00.000Z.zst',
      ].map((n) => sessions + n),
      ...[
        'a.jsonl.bak-12-34',
        'a.checkpoint.5f.jsonl',
        'a.trajectory.jsonl',
        'a.jsonl.lock',
        'sessions.json',
      ].map((n) => sessions + n),
      ...['a.trajectory-path.json', 'a.jsonl.tmp', 'a.checkpoint.5f.jsonl.reset.2026-02-18T10'].map(
        (n) => sessions + n,
      ),
      '.openclaw/agents/main/agent/openclaw-agent.sqlite',
    );
    const found = find('openclaw');
    expect(found.files.map((file) => `${file.name} ${file.format}`)).toEqual([
      'a.jsonl jsonl',
      'a.jsonl.reset.2026-02-18T10-00-00.000Z jsonl',
      'b.jsonl.deleted.2026-02-18T10-00-00.000Z.zst jsonl.zst',
    ]);
    expect(found.notReadYet).toEqual([
      { what: 'OpenClaw sessions in a database (openclaw-agent.sqlite)', files: 1 },
    ]);
  });

  it('finds each workspace’s memory, and no diaries', () => {
    put('.openclaw/workspace/MEMORY.md', '.openclaw/workspace-work/USER.md', 'desk/MEMORY.md');
    put(
      '.openclaw/workspace/memory/2026-02-18-dentist.md',
      '.openclaw/workspace/memory/dreaming/light/2026-02-18.md',
    );
    put(
      '.openclaw/workspace/DREAMS.md',
      '.openclaw/workspace/AGENTS.md',
      '.openclaw/workspace/memory/.dreams/x.md',
    );
    expect(places(find('openclaw', {}, { ...nothingKnown, openClawFolders: ['/old/machine/desk'] }))).toEqual(
      {
        '.openclaw/workspace-work/USER.md': 'openclaw person agent:openclaw',
        '.openclaw/workspace/MEMORY.md': 'openclaw agent agent:openclaw',
        '.openclaw/workspace/memory/2026-02-18-dentist.md': 'openclaw agent agent:openclaw',
        'desk/MEMORY.md': 'openclaw agent agent:openclaw',
      },
    );
  });

  it('takes an older name that is a link for what it is', () => {
    put('.openclaw/agents/main/sessions/a.jsonl');
    symlinkSync(join(home, '.openclaw'), join(home, '.clawdbot'));
    expect(shown(find('openclaw'), 'session')).toEqual(['.openclaw/agents/main/sessions/a.jsonl']);
  });
});

describe('projects', () => {
  it('bring their memory files, and those of the folders above them below home', () => {
    put(
      'work/AGENTS.md',
      'work/shop/CLAUDE.md',
      'work/shop/CLAUDE.local.md',
      'work/shop/.claude/CLAUDE.md',
      'CLAUDE.md',
    );
    put('work/shop/.claude/rules/money/tax.md', 'work/shop/src/AGENTS.override.md');
    expect(places(findProjectMemory(home, [join(home, 'work/shop/src'), join(home, 'work/shop')]))).toEqual({
      'work/AGENTS.md': 'codex file project:work',
      'work/shop/.claude/CLAUDE.md': 'claude-code file project:shop',
      'work/shop/.claude/rules/money/tax.md': 'claude-code file project:shop',
      'work/shop/CLAUDE.local.md': 'claude-code file project:shop',
      'work/shop/CLAUDE.md': 'claude-code file project:shop',
      'work/shop/src/AGENTS.override.md': 'codex file project:src',
    });
  });

  it.each([
    ['claude-code person project:shop', 2, ['CLAUDE.md', 'src/main.ts']],
    ['claude-code file project:shop', 2, ['CLAUDE.local.md', 'CLAUDE.md']],
    ['claude-code file project:shop', 2, ['claude.LOCAL.md']],
    ['claude-code file project:shop', 4, ['CLAUDE.md']],
  ] as const)(
    'have a CLAUDE.local.md that is its owner’s only where git has not checked it in',
    (place, version, names) => {
      put('work/shop/CLAUDE.local.md', 'work/shop/.git/index', 'work/shop/.gitignore');
      const head = Buffer.alloc(12);
      head.write('DIRC');
      head.writeUInt32BE(version, 4);
      const rows = names.map((name) => Buffer.concat([Buffer.alloc(62), Buffer.from(`${name}\0`)]));
      writeFileSync(join(home, 'work/shop/.git/index'), Buffer.concat([head, ...rows]));
      writeFileSync(join(home, 'work/shop/.gitignore'), 'CLAUDE.local.md\n');
      expect(places(findProjectMemory(home, [join(home, 'work/shop')]))).toEqual({
        'work/shop/CLAUDE.local.md': place,
      });
    },
  );

  it('are found again where a history moved to another home', () => {
    put('projects/shop/CLAUDE.md');
    const moved = ['/tmp/no-such-place/home/projects/shop', 'D:\\old\\home\\projects\\shop'];
    for (const folder of moved)
      expect(Object.keys(places(findProjectMemory(home, [folder])))).toEqual(['projects/shop/CLAUDE.md']);
    expect(folderHere(home, '/nowhere/at/all')).toBeNull();
    expect(folderHere(home, '/nowhere/../../etc')).toBeNull();
  });

  it('are not an assistant’s workspace', () => {
    put('.openclaw/workspace/AGENTS.md');
    expect(findProjectMemory(home, [join(home, '.openclaw/workspace')]).files).toEqual([]);
  });
});

describe('other agents', () => {
  it('are named and counted', () => {
    put('.cursor/projects/x/agent-transcripts/u/u.jsonl', '.cursor/chats/h/u/store.db', '.hermes/state.db');
    put('.gemini/tmp/p/chats/session-1.json', '.gemini/tmp/p/logs.json', '.local/share/opencode/opencode.db');
    put(
      '.copilot/session-state/u/events.jsonl',
      '.config/Code/User/globalStorage/saoudrizwan.claude-dev/tasks/1/api_conversation_history.json',
    );
    put('.aider.chat.history.md', '.pi/agent/sessions/--x--/a.jsonl');
    expect(findOtherAgents(home, {}).map(({ what, files }) => `${files} ${what}`)).toEqual([
      '1 Cursor agent transcript',
      '1 Cursor CLI chat (store.db)',
      '1 Gemini CLI session',
      '1 Hermes database (state.db)',
      '1 opencode database',
      '1 Copilot CLI session',
      '1 Aider chat history',
      '1 Pi session',
      '1 Cline, Roo Code or Kilo task',
    ]);
  });
});

describe('a path', () => {
  it('is shown below home where it lies there', () => {
    expect(shownPath('/home/ana', '/home/ana/a/b')).toBe('a/b');
    expect(shownPath('/home/ana', '/home/anabel/a')).toBe('/home/anabel/a');
    expect(shownPath('/home/ana', '/home/ana/..hidden')).toBe('..hidden');
  });
});
