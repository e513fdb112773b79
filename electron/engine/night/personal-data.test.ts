import { describe, expect, it, onTestFinished } from 'vitest';
import { createEngine, type WholeEngine } from '../index.ts';
import { placesOf } from '../store/testing/stored-text.ts';
import {
  depsOf,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

const mail = 'kim.lee@mail.example';
const phone = '+49 30 1234567';

async function open(place: TempHome): Promise<WholeEngine> {
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  onTestFinished(() => engine.close());
  return engine;
}

function homeWithPersonalData(): TempHome {
  const place = tempHome();
  writeDay(place, {
    id: 'one',
    day: 1,
    said: [
      `Write to ${mail}, or ring ${phone}.`,
      { run: 'cat contacts', printed: `${mail}\n${phone.replace('+49', 'Tel. 0')}` },
    ],
  });
  write(place, 'shop/CLAUDE.md', `- Reports go to ${mail}.\n`);
  return place;
}

describe('e-mail addresses and telephone numbers', () => {
  it('are kept as they are until their owner wishes otherwise', async () => {
    const place = homeWithPersonalData();
    const engine = await open(place);
    valueOf(await engine.import([], {}));
    engine.close();
    expect(placesOf(place.data, mail)).not.toEqual([]);
    expect(placesOf(place.data, phone)).not.toEqual([]);
  });

  it('are in no file of ours where it was wished before they were read', async () => {
    const place = homeWithPersonalData();
    const engine = await open(place);
    valueOf(await engine.setSettings({ personalData: { emails: true, phones: true } }));
    valueOf(await engine.import([], {}));
    engine.close();
    expect(placesOf(place.data, mail)).toEqual([]);
    expect(placesOf(place.data, '1234567')).toEqual([]);
    expect(placesOf(place.data, '⟦masked:email⟧')).not.toEqual([]);
  });

  it('are told by no preview either', async () => {
    const place = homeWithPersonalData();
    const engine = await open(place);
    valueOf(await engine.setSettings({ personalData: { emails: true, phones: true } }));
    engine.close();
    // a process of its own, as the app has it: it opens only the copy
    const night = valueOf(await (await open(place)).dream({ ...plainNight, preview: true }, {}));
    expect(night.receipt.read.maskedSecrets).toBeGreaterThan(0);
    expect(JSON.stringify(night)).not.toContain(mail);
  });

  it('are masked each by itself', async () => {
    const place = homeWithPersonalData();
    const engine = await open(place);
    valueOf(await engine.setSettings({ personalData: { emails: false, phones: true } }));
    valueOf(await engine.import([], {}));
    engine.close();
    expect(placesOf(place.data, mail)).not.toEqual([]);
    expect(placesOf(place.data, phone)).toEqual([]);
  });
});
