import { describe, expect, it } from 'vitest';
import { createMasker } from '../../electron/engine/masking/mask.ts';
import { makeCases, type Case } from './cases.ts';
import { gradeCase, spilt, tally, type Tally } from './grade.ts';
import { makeSayings } from './sayings.ts';
import { keptSheets } from './sheets.ts';

const cases = makeCases('test');
const sit = (mask: (one: Case) => string, of: readonly Case[] = cases): Tally =>
  tally(of.map((one) => gradeCase(one, mask(one).replace(/\n$/, ''))));

describe('the secrets exam', () => {
  it('has at least 40 kinds in 10 formats, as many look-alikes as secrets, and about half of each held', () => {
    const secrets = cases.filter(({ isSecret }) => isSecret);
    expect(new Set(secrets.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(secrets.map(({ format }) => format)).size).toBeGreaterThanOrEqual(10);
    expect(cases.length - secrets.length).toBeGreaterThanOrEqual(secrets.length);
    const held = cases.filter(({ isHeld }) => isHeld).length / cases.length;
    expect(held).toBeGreaterThan(0.4);
    expect(held).toBeLessThan(0.6);
  });

  it('is passed by the masker', () => {
    const masker = createMasker();
    const { recall, precision, jsonBroken } = sit(({ text }) => masker.mask(text).text);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(jsonBroken).toBe(0);
  });

  it('asks in sentences of thirty languages as well, half of them held, and is passed there', () => {
    const sayings = makeSayings('test');
    expect(new Set(sayings.map(({ format }) => format)).size).toBeGreaterThanOrEqual(30);
    const held = sayings.filter(({ isHeld }) => isHeld).length / sayings.length;
    expect(Math.abs(held - 0.5)).toBeLessThan(0.1);
    const masker = createMasker();
    const { recall, precision } = sit(({ text }) => masker.mask(text).text, sayings);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(sit(({ text }) => text, sayings).recall).toBeLessThan(0.01);
  });

  it('is failed by one that masks nothing, and by one that masks everything', () => {
    expect(sit(({ text }) => text).recall).toBeLessThan(0.01);
    expect(sit(() => '').precision).toBeLessThan(0.5);
  });

  it('finds a value that lies in a file, and no other', () => {
    const [one, other] = cases.filter(({ kind }) => kind === 'github-pat');
    const found = spilt(
      cases.filter(({ isSecret }) => isSecret),
      [{ place: 'file', text: `before ${one?.parts[0] ?? ''} after` }],
    );
    expect([...found]).toEqual([[one?.id, 'file']]);
    expect(other?.id).not.toBe(one?.id);
  });

  it('finds each case again in what was kept', () => {
    expect(keptSheets(['x\nSheet 1 begins.\na\nb\nSheet 1 ends.'], 2)).toEqual([null, 'a\nb']);
  });
});
