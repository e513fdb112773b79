import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Target, TargetsInput } from './targets.ts';
import { findTargets } from './targets.ts';
import { tempHome, type TempHome } from './testing/home.ts';

const find = (home: TempHome, rest: Partial<TargetsInput>): readonly Target[] =>
  findTargets({ home: home.home, env: {}, agents: [], projects: [], extraFiles: [], ...rest });
const paths = (targets: readonly Target[]): readonly string[] => targets.map((target) => target.shownPath);

describe('the files that agents read', () => {
  it('are the user’s own of each agent in use', () => {
    const home = tempHome();
    mkdirSync(home.at('.openclaw/workspace'), { recursive: true });
    const all = find(home, { agents: ['claude-code', 'codex', 'openclaw'] });
    expect(all.map((one) => [one.shownPath, one.scopes, one.bytesMax])).toEqual([
      ['.claude/CLAUDE.md', ['global', 'agent:claude-code'], null],
      ['.codex/AGENTS.md', ['global', 'agent:codex'], 32_768],
      ['.openclaw/workspace/MEMORY.md', ['global', 'agent:openclaw'], null],
    ]);
    expect(paths(find(home, { agents: ['codex'] }))).toEqual(['.codex/AGENTS.md']);
  });

  it('lie where the environment says', () => {
    const home = tempHome();
    const env = { CLAUDE_CONFIG_DIR: home.at('cc'), CODEX_HOME: home.at('cx') };
    expect(paths(find(home, { env, agents: ['claude-code', 'codex'] }))).toEqual([
      'cc/CLAUDE.md',
      'cx/AGENTS.md',
    ]);
  });

  it('are an override where Codex reads that instead', () => {
    const home = tempHome();
    home.put('.codex/AGENTS.override.md', 'x');
    expect(paths(find(home, { agents: ['codex'] }))).toEqual(['.codex/AGENTS.override.md']);
  });

  it('are a project’s own, at its root, by who works there', () => {
    const home = tempHome();
    home.put('work/shop/CLAUDE.md', '# Shop');
    mkdirSync(home.at('work/shop/packages/api'), { recursive: true });
    mkdirSync(home.at('work/site/.git'), { recursive: true });
    const projects = [
      { name: 'shop', folder: home.at('work/shop/packages/api'), agents: ['claude-code', 'codex'] },
      { name: 'site', folder: home.at('work/site'), agents: ['codex'] },
    ] as const;
    const all = find(home, { agents: ['claude-code', 'codex'], projects });
    expect(all.slice(2).map((one) => [one.shownPath, one.scopes])).toEqual([
      ['work/shop/CLAUDE.md', ['project:shop']],
      ['work/shop/packages/api/AGENTS.md', ['project:shop']],
      ['work/site/AGENTS.md', ['project:site']],
    ]);
  });

  it('are Claude’s own folder of memories where a project has no CLAUDE.md', () => {
    const home = tempHome();
    mkdirSync(home.at('shop'));
    const slug = home.at('shop').replace(/[^A-Za-z0-9-]/g, '-');
    home.put(`.claude/projects/${slug}/memory/MEMORY.md`, '');
    const projects = [{ name: 'shop', folder: home.at('shop'), agents: ['claude-code'] }] as const;
    expect(find(home, { agents: ['claude-code'], projects })[1]).toMatchObject({
      shownPath: `.claude/projects/${slug}/memory/MEMORY.md`,
      form: 'index',
      linesMax: 200,
      bytesMax: 25_000,
    });
  });

  it('are one where two agents read one file: by a link, or by an import', () => {
    const home = tempHome();
    home.put('a/AGENTS.md', '# A');
    symlinkSync('AGENTS.md', home.at('a/CLAUDE.md'));
    home.put('b/AGENTS.md', '# B');
    home.put('b/CLAUDE.md', 'See also:\n@AGENTS.md\n');
    const projects = ['a', 'b'].map((name) => ({
      name,
      folder: home.at(name),
      agents: ['claude-code', 'codex'] as const,
    }));
    const all = find(home, { agents: ['claude-code', 'codex'], projects }).slice(2);
    expect(all.map((one) => [one.shownPath, one.agents])).toEqual([
      ['a/CLAUDE.md', ['claude-code', 'codex']],
      ['b/AGENTS.md', ['claude-code', 'codex']],
    ]);
  });

  it('are whatever a person named', () => {
    const home = tempHome();
    expect(find(home, { extraFiles: [home.at('notes/learnings.md')] })).toMatchObject([
      { shownPath: 'notes/learnings.md', agents: ['other'], scopes: ['global'] },
    ]);
  });
});
