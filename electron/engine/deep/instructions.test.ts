import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstructionsUnderstood, Theme } from '../../../shared/dream.ts';
import {
  isLeftOut,
  isLeftOutByAgents,
  namedBy,
  namedByAgents,
  understand,
  understandFocus,
} from './instructions.ts';

const projects = ['shop', 'garden-app', 'Blog'];
const read = (text: string): Omit<InstructionsUnderstood, 'text'> => {
  const { text: kept, ...understood } = understand(text, projects);
  expect(kept).toBe(text);
  return understood;
};

const nothing = { isOnly: false, projects: [], agents: [], kinds: [], raise: [], leaveOut: [] };

describe('instructions', () => {
  it.each<readonly [string, Partial<InstructionsUnderstood>]>([
    ['', {}],
    ['...!', {}],
    // English
    ['deploying', { raise: ['deploy'] }],
    ['Focus on shop and codex.', { projects: ['shop'], agents: ['codex'] }],
    ['ignore pnpm', { leaveOut: ['pnpm'] }],
    ['Ignore the blog', { leaveOut: ['project:Blog'] }],
    ['only errors', { isOnly: true, kinds: ['error-fix'] }],
    ['Only Claude Code, please', { isOnly: true, agents: ['claude-code'] }],
    ['leave out workflows, and decisions', { leaveOut: ['kind:decision', 'kind:workflow'] }],
    ['everything but nothing about docker', { leaveOut: ['docker'] }],
    ['ignore the blog, but raise the shop', { projects: ['shop'], leaveOut: ['project:Blog'] }],
    // German
    ['nur Fehler', { isOnly: true, kinds: ['error-fix'] }],
    ['ohne garden-app', { leaveOut: ['project:garden-app'] }],
    ['Ignoriere den Blog, aber achte auf shop', { projects: ['shop'], leaveOut: ['project:Blog'] }],
    // Chinese
    ['只看 shop 的错误', { isOnly: true, projects: ['shop'], kinds: ['error-fix'] }],
    ['忽略流程', { leaveOut: ['kind:workflow'] }],
    ['不要pnpm', { leaveOut: ['pnpm'] }],
  ])('“%s” are understood', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
    const told = { ...nothing, ...expected };
    // what was not meant is not understood either
    const { isOnly, agents, kinds, leaveOut } = read(text);
    expect(isOnly).toBe(told.isOnly);
    expect(agents).toEqual(told.agents);
    expect(kinds).toEqual(told.kinds);
    expect([...told.leaveOut].every((one) => leaveOut.includes(one))).toBe(true);
    expect(read(text).projects).toEqual(told.projects);
  });

  it('find a name between signs that need no blanks', () => {
    expect(read('只看shop的错误').projects).toEqual(['shop']);
    expect(read('忽略codex').leaveOut).toContain('agent:codex');
  });

  it('know a project by its whole name only', () => {
    expect(read('workshop notes').projects).toEqual([]);
    expect(understand('ignore c++ (x)', ['c++ (x)']).leaveOut).toContain('project:c++ (x)');
  });

  it('of any text are understood without a failure', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.array(fc.string(), { maxLength: 4 }),
        (text, names) => {
          const understood = understand(text, names);
          expect(understood).toEqual(understand(text, names));
          for (const list of [understood.raise, understood.leaveOut, understood.projects])
            expect(list).toEqual([...new Set(list)].sort());
        },
      ),
    );
  });
});

type Named = Pick<Theme, 'projects' | 'agents' | 'kind' | 'terms'>;
/** `isLeftOut` and `namedBy` read these four only. */
const theme = (more: Partial<Named> = {}): Theme =>
  ({ projects: ['shop'], agents: ['codex'], kind: 'preference', terms: ['pnpm'], ...more }) as Theme;

describe('a theme', () => {
  it('is raised once for each thing that names it', () => {
    const instructions = understand('preferences in shop of codex about pnpm', projects);
    expect(namedBy(theme(), instructions)).toBe(4);
    expect(namedBy(theme({ terms: ['tab'], projects: [] }), instructions)).toBe(2);
    expect(namedBy(theme(), understand('', projects))).toBe(0);
  });

  it('is left out by a word, a kind, and its only project or agent', () => {
    expect(isLeftOut(theme(), understand('ignore pnpm', projects))).toContain('pnpm');
    expect(isLeftOut(theme(), understand('skip preferences', projects))).toContain('preference');
    expect(isLeftOut(theme(), understand('ignore shop', projects))).toContain('shop');
    expect(isLeftOut(theme(), understand('without codex', projects))).toContain('codex');
    expect(isLeftOut(theme({ projects: ['Blog', 'shop'] }), understand('ignore shop', projects))).toBeNull();
    expect(isLeftOut(theme(), understand('ignore docker', projects))).toBeNull();
  });

  it('is left out where other things only are asked for', () => {
    expect(isLeftOut(theme(), understand('only shop', projects))).toBeNull();
    expect(isLeftOut(theme(), understand('only Blog', projects))).not.toBeNull();
    expect(isLeftOut(theme(), understand('only', projects))).toBeNull();
  });
});

describe('the focus of one agent', () => {
  const focusOf = (text: string) => understandFocus([{ agent: 'codex', text }], projects);
  const both = { agents: ['codex', 'openclaw'] } as const;

  it('raises what was said to it, also where it was said to others', () => {
    const focus = focusOf('all about pnpm');
    expect(namedByAgents(theme(), focus)).toBe(1);
    expect(namedByAgents(theme(both), focus)).toBe(1);
    expect(namedByAgents(theme({ agents: ['openclaw'] }), focus)).toBe(0);
  });

  it('leaves out what was said to it alone, and says whose focus that was', () => {
    const focus = focusOf('ignore pnpm');
    expect(isLeftOutByAgents(theme(), focus)).toContain('codex leaves out “pnpm”');
    expect(isLeftOutByAgents(theme(both), focus)).toBeNull();
    expect(isLeftOutByAgents(theme({ agents: ['openclaw'] }), focus)).toBeNull();
    expect(isLeftOutByAgents(theme(), focusOf('only Blog'))).toContain('other things only');
  });
});
