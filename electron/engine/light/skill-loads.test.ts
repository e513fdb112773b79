import { describe, expect, it } from 'vitest';
import type { ToolUse, Turn } from '../../../shared/transcript.ts';
import { madeUpTurn } from '../store/testing/made-up.ts';
import { skillLoadedIn } from './skill-loads.ts';

const call = (use: Partial<ToolUse>, text = ''): Turn => ({
  ...madeUpTurn('s', 0),
  kind: 'call',
  origin: 'agent',
  text,
  use: { callId: 'c', tool: 'other', name: 'x', command: null, target: null, ...use },
});
const said = (text: string, over: Partial<Turn>): Turn => ({
  ...madeUpTurn('s', 0),
  kind: 'notice',
  origin: 'injected',
  text,
  use: null,
  ...over,
});

describe('a skill is loaded', () => {
  it('by Claude Code’s tool, also where an older import kept only its arguments', () => {
    expect(skillLoadedIn(call({ name: 'Skill', target: 'shop-deploy' }))).toBe('shop-deploy');
    const arguments_ = '{"skill":"superpowers:writing-plans","args":"the plan"}';
    expect(skillLoadedIn(call({ name: 'Skill' }, arguments_))).toBe('superpowers:writing-plans');
  });

  it('by reading its file, with a tool or a command', () => {
    const path = '/home/sam/.agents/skills/shop-deploy/SKILL.md';
    expect(skillLoadedIn(call({ tool: 'read', name: 'read', target: path }))).toBe('shop-deploy');
    expect(skillLoadedIn(call({ tool: 'shell', name: 'shell', command: `sed -n '1,200p' ${path}` }))).toBe(
      'shop-deploy',
    );
    expect(
      skillLoadedIn(
        call({ tool: 'read', target: 'C:\\Users\\sam\\.openclaw\\skills\\shop-deploy\\SKILL.md' }),
      ),
    ).toBe('shop-deploy');
  });

  it('by a person who names it', () => {
    const typed = '<command-message>shop-deploy</command-message>\n<command-name>/shop-deploy</command-name>';
    expect(skillLoadedIn(said(typed, {}))).toBe('shop-deploy');
    const mentioned = '<skill>\n<name>shop-deploy</name>\n<path>/home/sam/.agents/skills</path>\n…</skill>';
    expect(skillLoadedIn(said(mentioned, { kind: 'message' }))).toBe('shop-deploy');
  });

  it('by no text of a tool or a page, nor by writing its file', () => {
    const text = '<command-name>/shop-deploy</command-name>';
    expect(skillLoadedIn(said(text, { kind: 'result', origin: 'web' }))).toBeNull();
    expect(skillLoadedIn(said(text, { kind: 'message', origin: 'agent' }))).toBeNull();
    const target = '/home/sam/.claude/skills/shop-deploy/SKILL.md';
    expect(skillLoadedIn(call({ tool: 'edit', name: 'Write', target }))).toBeNull();
  });
});
