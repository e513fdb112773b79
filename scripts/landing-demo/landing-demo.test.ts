import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createChance } from '../history/chance.ts';
import { readMemory } from './agent.ts';
import { fly, type Site } from './physics.ts';
import { grade, readRubric, usualRubric } from './rubric.ts';
import { flyAll, tellStory, type DemoPlace, type Landing, type Story } from './run.ts';

const lost = (all: readonly Landing[]): readonly string[] =>
  all.filter(({ landed }) => !landed).map(({ site }) => site);
const nowhere = (seed: string): DemoPlace => ({ folder: '/nowhere', seed });

describe('the story', () => {
  let story: Story;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slowwave-landing-test-'));
    story = await tellStory({ folder, seed: 'test' });
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('begins with two landings of six lost', () => {
    expect(lost(story.first)).toEqual(['bosporos', 'daedalia']);
  });

  it('ends with six of six: the lost ones land, and none that landed falls back', () => {
    expect(lost(story.second)).toEqual([]);
  });

  it('has one night between, whose rules each name a session, a turn and words to the letter', () => {
    const [book, ...others] = story.playbooks;
    expect(others).toEqual([]);
    expect(book?.rules.map(({ text }) => text).sort()).toEqual([
      'After `lander land`, run `lander check`.',
      'Before `lander land`, run `lander scan`.',
      'Before `lander land`, run `lander winds`.',
      'Run `lander land` without `--profile quick`.',
    ]);
    for (const rule of book?.rules ?? []) {
      expect(rule.sources.length).toBeGreaterThan(0);
      for (const { quote } of rule.sources) expect(book?.markdown).toContain(quote);
    }
  });

  it('is told by a block of ours in the file that the agents read', () => {
    expect(story.memory).toContain('slowwave:begin');
    expect(story.memory).toContain('### Playbook');
  });

  it('fails again where the playbook’s rules are taken out of the memory file', () => {
    const rules = story.playbooks.flatMap((book) => book.rules.map(({ text }) => text));
    const without = (taken: readonly string[]): string =>
      story.memory
        .split('\n')
        .filter((line) => !taken.some((text) => line.includes(text)))
        .join('\n');
    const place = nowhere('test');
    expect(lost(flyAll(place, 'second', story.memory, false))).toEqual([]);
    expect(lost(flyAll(place, 'second', without(rules), false))).toEqual(lost(story.first));
    expect(lost(flyAll(place, 'second', '', false))).toEqual(lost(story.first));
    // each rule by itself: it is this one that lands this site
    const scan = rules.filter((text) => text.includes('lander scan'));
    const winds = rules.filter((text) => text.includes('lander winds'));
    expect(lost(flyAll(place, 'second', without(scan), false))).toEqual(['bosporos']);
    expect(lost(flyAll(place, 'second', without(winds), false))).toEqual(['daedalia']);
  });

  it('goes on with counts alone: the second night has no rule to add', () => {
    expect(story.nightAfter.proposal.changes.filter(({ after }) => after?.kind === 'playbook')).toEqual([]);
    const [before, after] = [story.playbooks[0]?.rules ?? [], story.playbooksAfter[0]?.rules ?? []];
    expect(after.length).toBe(before.length);
    const scan = (all: typeof before): number =>
      all.find(({ text }) => text.includes('lander scan'))?.helpful ?? 0;
    expect(scan(after)).toBeGreaterThan(scan(before) + 3);
    expect(after.every(({ standing }) => standing === 'in-memory')).toBe(true);
  });

  it('is the same each time it is told', async () => {
    const again = mkdtempSync(join(tmpdir(), 'slowwave-landing-again-'));
    onTestFinished(() => rmSync(again, { recursive: true, force: true }));
    const told = await tellStory({ folder: again, seed: 'test' });
    expect(told.memory).toBe(story.memory);
    expect(told.playbooks.map(({ markdown }) => markdown)).toEqual(
      story.playbooks.map(({ markdown }) => markdown),
    );
  });
});

describe('in other weather', () => {
  const rules = 'Before `lander land`, run `lander scan`.\nBefore `lander land`, run `lander winds`.';

  it('the same two are lost without memory, and none with its rules', () => {
    for (let day = 0; day < 40; day++) {
      const place = nowhere(`day ${day}`);
      expect(lost(flyAll(place, 'first', '', false))).toEqual(['bosporos', 'daedalia']);
      expect(lost(flyAll(place, 'second', rules, false))).toEqual([]);
    }
  });
});

describe('the rubric', () => {
  const flat: Site = { name: 'flat', gravity: 3.71, windLow: 0, windHigh: 0, boulders: [], craters: [] };
  const down = (site: Site): ReturnType<typeof fly> =>
    fly(site, { spot: 0, release: 0, profile: 'steady' }, createChance('still'));

  it('is what counts: a stricter line fails what passed', () => {
    expect(grade(down(flat), usualRubric()).passed).toBe(true);
    expect(grade(down(flat), readRubric('- Touchdown speed: at most 0.5 m/s')).passed).toBe(false);
  });

  it('sees a boulder, a crater, and fuel that ran low on a heavier world', () => {
    const onto = (over: Partial<Site>): readonly string[] =>
      grade(down({ ...flat, ...over }), usualRubric()).failures;
    expect(onto({ boulders: [{ x: 0, radius: 2 }] }).join()).toContain('boulder');
    expect(onto({ craters: [{ x: 0, radius: 20 }] }).join()).toContain('crater');
    expect(onto({ gravity: 4.6 }).join()).toContain('at least 5 %');
  });

  it('refuses a line that nothing measures', () => {
    expect(() => readRubric('- Elegance: at least 7')).toThrow('not measured');
  });
});

it('takes nothing from a memory that says nothing of landing', () => {
  expect(readMemory('- Always run `lander scan`.\n- Before `make`, run `lander winds`.')).toEqual({
    first: new Set(),
    leaveOut: new Set(),
  });
});
