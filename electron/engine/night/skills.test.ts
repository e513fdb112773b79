import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../../shared/skills.ts';
import {
  dayMs,
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
