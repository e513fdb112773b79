import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../../shared/skills.ts';
import {
  dayMs,
  fourDays,
  nightMs,
  openEngine,
  tempHome,
  valueOf,
  writeDay,
  type Opened,
  type Said,
  type TempHome,
} from './testing/temp-home.ts';

const ran = (run: string, failed = false): Said => ({
  run,
  printed: failed ? 'error: not logged in' : 'done',
  failed,
});

/** Deploys, of which those without a login fail, and other work that asks for other things. */
function history(place: TempHome): void {
  for (let at = 0; at < 12; at++) {
    const said: readonly Said[] = [
      `Deploy the shop to staging, round ${at}.`,
      ...(at % 3 === 0
        ? [ran('make deploy', true), ran('make login'), ran('make deploy')]
        : [ran('make login'), ran('make deploy')]),
    ];
    writeDay(place, { id: `deploy-${at}`, day: at, said });
    writeDay(place, {
      id: `paint-${at}`,
      day: at,
      said: [`Paint the header in colour ${at}.`, ran(`make css`)],
    });
  }
}

async function approved(place: TempHome): Promise<Opened> {
  history(place);
  const opened = await openEngine(place);
  await opened.dream();
  const items = valueOf(await opened.engine.reviewList());
  const ids = items.filter(({ change }) => change.after?.kind === 'playbook').map(({ change }) => change.id);
  expect(ids.length).toBeGreaterThan(0);
  valueOf(await opened.engine.reviewRule(ids, { kind: 'approved' }));
  valueOf(await opened.engine.reviewApply());
  return opened;
}

const only = (skills: readonly Skill[]): Skill => {
  const [first, ...others] = skills;
  if (first === undefined) throw new Error('no skill');
  expect(others).toEqual([]);
  return first;
};

/** Deploys after the first history, each asked for in the same new words; `loads`: the skill that each loads. */
function deploysOn(place: TempHome, days: readonly number[], loads: string | null): void {
  for (const day of days)
    writeDay(place, {
      id: `later-${day}`,
      day,
      said: [
        `Roll the shop out to the new cluster, batch ${day}.`,
        ...(loads === null ? [] : [{ loads }]),
        ran('make login'),
        ran('make deploy'),
      ],
    });
}

/** A later night over the same home, with an engine of its own. */
async function laterNight(place: TempHome, day: number): Promise<Opened> {
  const opened = await openEngine(place, nightMs + day * dayMs);
  await opened.dream();
  return opened;
}

/** Written on the first night: its name and its file. */
async function written(place: TempHome): Promise<{ readonly name: string; readonly file: string }> {
  const { engine } = await approved(place);
  const { name, path } = only(valueOf(await engine.skills()));
  valueOf(await engine.skillWrite(name));
  engine.close();
  return { name, file: join(place.home, path) };
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe('a skill that stands', () => {
  it('is counted where sessions load it, and stays as it is as long as one does', async () => {
    const place = tempHome();
    const { name, file } = await written(place);
    const before = readFileSync(file, 'utf8');
    deploysOn(place, [32, 33], null);
    deploysOn(place, [39, 40, 41], name);
    const { engine } = await laterNight(place, 60);
    const skill = only(valueOf(await engine.skills()));
    expect(skill).toMatchObject({
      state: 'standing',
      operation: 'none',
      use: { loaded: 3, work: 5, missed: 2 },
    });
    expect(skill.use?.weeks.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('and that no session loaded is worded anew from what they really asked for, and goes if that was no help', async () => {
    const place = tempHome();
    const { name, file } = await written(place);
    deploysOn(place, range(31, 45), null);
    const first = await laterNight(place, 10);
    // no month has gone by
    expect(only(valueOf(await first.engine.skills()))).toMatchObject({ state: 'standing' });
    first.engine.close();
    const second = await laterNight(place, 40);
    const reworded = only(valueOf(await second.engine.skills()));
    expect(reworded).toMatchObject({ operation: 'update', state: 'offered', cause: 'never-loaded' });
    expect(reworded.text).toContain('Roll the shop out to the new cluster');
    expect(reworded.trial?.fired).toBeGreaterThan(0);
    valueOf(await second.engine.skillWrite(name));
    expect(readFileSync(file, 'utf8')).toBe(reworded.text);
    expect(only(valueOf(await second.engine.skills()))).toMatchObject({ state: 'standing' });
    second.engine.close();

    deploysOn(place, range(71, 78), null);
    const third = await laterNight(place, 80);
    expect(only(valueOf(await third.engine.skills()))).toMatchObject({
      operation: 'retire',
      state: 'offered',
      cause: 'never-loaded',
    });
    const { apply } = valueOf(await third.engine.skillWrite(name));
    expect(existsSync(file)).toBe(false);
    expect(only(valueOf(await third.engine.skills()))).toMatchObject({ state: 'retired', operation: 'none' });
    valueOf(await third.engine.filesUndo(apply ?? 0));
    expect(readFileSync(file, 'utf8')).toBe(reworded.text);
  });

  it('that its owner keeps although nobody loads it is left alone', async () => {
    const place = tempHome();
    const { name } = await written(place);
    const { engine } = await laterNight(place, 100);
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'retire', state: 'offered' });
    valueOf(await engine.skillReject(name));
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'none', state: 'standing' });
  });

  it('in its owner’s own words is never worded anew, nor with a secret or a broken head', async () => {
    const place = tempHome();
    const { engine } = await approved(place);
    const { name, path, text } = only(valueOf(await engine.skills()));
    const own = text.replace('## Before', '## First of all');
    expect((await engine.skillWrite(name, own.replace('description: ', 'about: '))).ok).toBe(false);
    expect((await engine.skillWrite(name, `${own}\nexport TOKEN=ghp_${'a1B2'.repeat(9)}\n`)).ok).toBe(false);
    expect(existsSync(join(place.home, path))).toBe(false);
    valueOf(await engine.skillWrite(name, own));
    engine.close();
    deploysOn(place, range(31, 45), null);
    const later = await laterNight(place, 60);
    expect(only(valueOf(await later.engine.skills()))).toMatchObject({
      operation: 'none',
      state: 'standing',
    });
    expect(readFileSync(join(place.home, path), 'utf8')).toBe(own);
  });
});

describe('a routine', () => {
  it('that came back in four sessions is offered as a skill without any failure to learn from', async () => {
    const place = tempHome();
    for (let at = 0; at < 12; at++) {
      writeDay(place, {
        id: `release-${at}`,
        day: at,
        said: [
          `Cut the release notes, number ${at}.`,
          ran('make notes'),
          ran('make archive'),
          ran('make announce'),
        ],
      });
      writeDay(place, {
        id: `paint-${at}`,
        day: at,
        said: [`Paint the header in colour ${at}.`, ran('make css')],
      });
    }
    const { engine, dream } = await openEngine(place);
    await dream();
    const skill = only(valueOf(await engine.skills()));
    expect(skill).toMatchObject({
      from: 'routine',
      operation: 'create',
      state: 'offered',
      agent: 'claude-code',
    });
    expect(skill.text).toContain('1. `make notes`\n2. `make archive`\n3. `make announce`');
    expect(skill.trial).toMatchObject({ firedWrongly: 0 });
    valueOf(await engine.skillWrite(skill.name));
    expect(only(valueOf(await engine.skills()))).toMatchObject({ state: 'standing' });
  });
});

describe('a skill', () => {
  it('is offered with a trial on sessions kept aside, written by decision, and taken back to the byte', async () => {
    const place = tempHome();
    const { engine } = await approved(place);
    const skill = only(valueOf(await engine.skills()));
    expect(skill).toMatchObject({ operation: 'create', state: 'offered', task: 'make deploy' });
    expect(skill.trial).toMatchObject({ firedWrongly: 0 });
    expect(skill.trial?.fired).toBe(skill.trial?.work);
    expect(skill.trial?.others).toBeGreaterThan(1);
    expect(skill.text).toMatch(/^---\nname: [a-z0-9-]+\ndescription: ".+"\n---\n/u);
    expect(skill.text).toContain('Before `make deploy`, run `make login`.');
    const file = join(place.home, skill.path);
    expect(existsSync(file)).toBe(false);
    const { apply } = valueOf(await engine.skillWrite(skill.name));
    expect(readFileSync(file, 'utf8')).toBe(skill.text);
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'none', state: 'standing' });
    valueOf(await engine.filesUndo(apply ?? 0));
    expect(existsSync(file)).toBe(false);
  });

  it('of a person is never touched, whatever it says', async () => {
    const place = tempHome();
    const { engine } = await approved(place);
    const { name, path } = only(valueOf(await engine.skills()));
    const file = join(place.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'mine');
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'none', state: 'yours' });
    expect((await engine.skillWrite(name)).ok).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('of a person that our block was once written into is never taken for ours', async () => {
    const place = tempHome();
    for (const day of fourDays)
      ['shop', 'site'].forEach((project) => writeDay(place, { ...day, project, id: `${day.id}-${project}` }));
    const { engine } = await approved(place);
    const everywhere = valueOf(await engine.reviewList()).filter(
      ({ change }) => change.after?.scope === 'global',
    );
    const ids = everywhere.map(({ change }) => change.id);
    valueOf(await engine.reviewRule(ids, { kind: 'approved' }));
    valueOf(await engine.reviewApply());
    const { name, path } = only(valueOf(await engine.skills()));
    const file = join(place.home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'mine\n');
    valueOf(await engine.filesApply({ extraFiles: [file], blocks: {} }));
    const withBlock = readFileSync(file, 'utf8');
    expect(withBlock).not.toBe('mine\n');
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'none', state: 'yours' });
    expect((await engine.skillWrite(name)).ok).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(withBlock);
  });

  it('that its owner edited is theirs from then on', async () => {
    const place = tempHome();
    const { engine } = await approved(place);
    const { name, path } = only(valueOf(await engine.skills()));
    valueOf(await engine.skillWrite(name));
    writeFileSync(join(place.home, path), 'edited');
    expect(only(valueOf(await engine.skills()))).toMatchObject({ state: 'yours' });
  });

  it('is not offered before its rules were let in, nor once it was turned down', async () => {
    const place = tempHome();
    history(place);
    const { engine, dream } = await openEngine(place);
    await dream();
    expect(valueOf(await engine.skills())).toEqual([]);
    engine.close();
    const other = await approved(tempHome());
    const { name } = only(valueOf(await other.engine.skills()));
    expect(only(valueOf(await other.engine.skillReject(name)))).toMatchObject({ state: 'turned-down' });
    expect((await other.engine.skillWrite(name)).ok).toBe(false);
  });

  it('that is written goes, with another night, when its rules go out of memory', async () => {
    const place = tempHome();
    const first = await approved(place);
    const { name, path } = only(valueOf(await first.engine.skills()));
    valueOf(await first.engine.skillWrite(name));
    valueOf(await first.engine.memoryTakeBack({ kind: 'night', id: 'latest' }));
    // at most one operation a night: the write was tonight's
    expect(only(valueOf(await first.engine.skills()))).toMatchObject({ operation: 'retire', state: 'later' });
    first.engine.close();
    const { engine, dream } = await openEngine(place, nightMs + dayMs);
    await dream();
    expect(only(valueOf(await engine.skills()))).toMatchObject({ operation: 'retire', state: 'offered' });
    valueOf(await engine.skillWrite(name));
    expect(existsSync(join(place.home, path))).toBe(false);
  });
});
