import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualSettings } from '../../../shared/settings.ts';
import type { WritableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';
import { readSchedule, readSettings, writeSettings } from './settings.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';

const putRow = (db: WritableDb, key: string, json: string): void =>
  void db.run(sql`
    INSERT INTO settings (key, json, set_at_ms)
    VALUES (${key}, ${json}, 1)
    ON CONFLICT (key) DO UPDATE SET json = excluded.json`);
const rowOf = (db: WritableDb, key: string): string | null =>
  db.first(sql`SELECT json FROM settings WHERE key = ${key}`, (row) => text(row, 'json'));

describe('settings', () => {
  it('are as usual until they are set', () => {
    const { db } = openTempStore();
    expect(readSettings(db)).toEqual(usualSettings);
    expect(readSchedule(db)).toEqual(usualSettings.schedule);
  });

  it('are changed by groups and stay in the store', () => {
    const { db, dataFolder } = openTempStore();
    const schedule = { ...usualSettings.schedule, onPower: true, zone: 'Asia/Kolkata' };
    const given = writeSettings(db, { schedule, focus: 'tests' }, noonMs);
    expect(given).toEqual({ ...usualSettings, schedule, focus: 'tests' });
    expect(readSettings(openTempStore(dataFolder).db)).toEqual(given);
    expect(writeSettings(db, { focus: null }, noonMs)).toEqual({ ...usualSettings, schedule });
  });

  it.each([
    ['schedule', 'no json'],
    ['schedule', '{"pattern":{"kind":"daily","hour":24,"minute":0}}'],
    ['schedule', '{"catchUp":"perhaps"}'],
    ['schedule', '[]'],
    ['budget', '{"usdPerNight":-1}'],
    ['budget', 'null'],
    ['agentsReceivingShared', '["somebody"]'],
    ['appearance', '{"theme":"pink"}'],
    ['singleKeys', '1'],
    ['review', '{"size":0}'],
  ])('of a broken row of %s (%s) are as usual, and the others are as set', (key, json) => {
    const { db } = openTempStore();
    writeSettings(db, { focus: 'tests' }, noonMs);
    putRow(db, key, json);
    expect(readSettings(db)).toEqual({ ...usualSettings, focus: 'tests' });
  });

  it('keep fields and groups that a newer version wrote', () => {
    const { db } = openTempStore();
    putRow(db, 'review', '{"size":20,"colour":"blue"}');
    putRow(db, 'dreams', '{"vivid":true}');
    expect(readSettings(db)).toEqual({ ...usualSettings, review: { size: 20 } });
    writeSettings(db, { review: { size: 30 } }, noonMs);
    expect(JSON.parse(rowOf(db, 'review') ?? '')).toEqual({ size: 30, colour: 'blue' });
    expect(rowOf(db, 'dreams')).toBe('{"vivid":true}');
  });

  it('give a field that an older version did not write its usual value', () => {
    const { db } = openTempStore();
    putRow(db, 'budget', '{"usdPerNight":2}');
    expect(readSettings(db).budget).toEqual({ ...usualSettings.budget, usdPerNight: 2 });
  });

  it('are read from any row whatever without a throw', () => {
    const { db } = openTempStore();
    const groups = Object.keys(usualSettings);
    fc.assert(
      fc.property(fc.constantFrom(...groups), fc.oneof(fc.json(), fc.string()), (key, json) => {
        putRow(db, key, json);
        const read = readSettings(db);
        expect(Object.keys(read)).toEqual(groups);
        expect(writeSettings(db, read, noonMs)).toEqual(read);
      }),
    );
  });
});
