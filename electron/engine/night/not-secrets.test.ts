import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import type { MaskAt, MarkedNotSecret, MaskPlace } from '../../../shared/masked.ts';
import { deleteAllWords } from '../../../shared/carry.ts';
import type { WholeEngine } from '../index.ts';
import { signOf } from '../masking/masker.ts';
import { chars } from '../masking/testing/planted.ts';
import { everyStoredText } from '../store/testing/stored-text.ts';
import {
  claudeLines,
  claudePath,
  firstMs,
  openEngine,
  tempHome,
  valueOf,
  write,
  writeDay,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';

const [first, second] = ['hunter2-marmot-99', 'badger-lupo-1234'];
const day: Day = {
  id: 'day-a',
  day: 1,
  said: [
    `For the made-up shop: password: ${first}\nand for the other one password: ${second}`,
    { agent: 'I see.' },
  ],
};
const noListening = {};

/** All words of the turns that are kept, as the screens show them. */
async function wordsOf(engine: WholeEngine, session: string): Promise<string> {
  const view = valueOf(
    await engine.evidenceAround({ session, agent: 'claude-code', turn: 0, quote: '–', around: 50 }),
  );
  return view.turns.map(({ text }) => text).join('\n');
}

/** The first one of the list; `after`: with these words in front of it. */
async function firstMark(engine: WholeEngine, after = ''): Promise<MaskPlace> {
  const place = valueOf(await engine.maskedSecrets()).places.find(({ marks }) =>
    marks.some(({ before }) => before.includes(after)),
  );
  const { agent, session, turn } = place?.evidence ?? { agent: 'codex', session: '', turn: -1 };
  const mark = place?.marks.find(({ before }) => before.includes(after))?.mark ?? 0;
  return { agent, session, turn, mark, turnHash: place?.turnHash ?? '' };
}

const atOf = ({ agent, session, turn, mark }: MaskPlace): MaskAt => ({ agent, session, turn, mark });

/** An engine that has read these days. */
async function having(place: TempHome, ...days: readonly Day[]): Promise<WholeEngine> {
  for (const one of days) writeDay(place, one);
  const { engine } = await openEngine(place);
  valueOf(await engine.import([], noListening));
  return engine;
}

async function marked(engine: WholeEngine, place: MaskPlace): Promise<MarkedNotSecret> {
  const { seen } = valueOf(await engine.lookAtMask(place));
  return valueOf(await engine.markNotSecret({ place, seen, isSure: true }));
}

const later = (id: string, text: string): Day => ({ id, day: 3, said: [text] });

describe('a mask whose owner says that it hides no secret', () => {
  it('hides it no more from the next reading on, whoever reads, until it is a secret again', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    const before = await wordsOf(engine, 'day-a');
    expect(before).toContain(`password: ${signOf('password')}\nand for`);
    const at = await firstMark(engine);
    const look = valueOf(await engine.lookAtMask(at));
    expect(look).toMatchObject({ kind: 'password', isCertain: false, hasChanged: false });
    expect(look.changedAtMs).toBe(firstMs + 86_400_000);
    expect(JSON.stringify(look)).not.toContain(first);
    expect(await engine.notSecrets()).toEqual({ ok: true, value: [] });

    const { listed, number } = valueOf(
      await engine.markNotSecret({ place: at, seen: look.seen, isSure: false }),
    );
    expect(listed).toMatchObject([{ number, kind: 'password', place: atOf(at), isInForce: true }]);
    expect(listed[0]?.project).toBe('shop');
    // said twice, listed once, and it is that row which is told, not the newest
    const next = await marked(engine, { ...at, mark: 2 });
    expect(await marked(engine, at)).toEqual({ number, listed: next.listed });
    expect(next.number).not.toBe(number);
    valueOf(await engine.markSecret(next.number));
    expect(await wordsOf(engine, 'day-a')).toBe(before);

    const other = await having(place, later('day-b', `password: ${first}\npassword: ${second}`));
    expect(await wordsOf(other, 'day-b')).toBe(`password: ${first}\npassword: ${signOf('password')}`);
    expect(await wordsOf(other, 'day-a')).toBe(before);

    // taken back in one process, known in the other at its next question
    expect(valueOf(await other.markSecret(listed[0]?.number ?? 0))).toEqual([]);
    writeDay(place, later('day-c', `password: ${first}`));
    valueOf(await engine.import([], noListening));
    expect(await wordsOf(engine, 'day-c')).toBe(`password: ${signOf('password')}`);
    expect(await other.markSecret(7)).toMatchObject({ error: { kind: 'not-found' } });
  });

  it('is kept as a keyed hash alone: no value, no piece of it, and nothing without the key', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    await marked(engine, await firstMark(engine));
    const stored = everyStoredText(place.data);
    for (const { text } of stored) {
      expect(text).not.toContain(first);
      expect(text).not.toContain('hunter2');
    }
    engine.close();
    const key = join(place.home, '.config/slowwave/not-secrets.key');
    const bytes = readFileSync(key);
    rmSync(key);
    const without = await having(place, later('day-b', `password: ${first}`));
    expect(await wordsOf(without, 'day-b')).toContain(signOf('password'));
    expect(valueOf(await without.notSecrets())).toMatchObject([{ isInForce: false }]);
    // a new key makes a new word of it, and the old one stays void
    await marked(without, await firstMark(without));
    expect(valueOf(await without.notSecrets()).map((one) => one.isInForce)).toEqual([true, false]);
    expect(readFileSync(key)).not.toEqual(bytes);
  });

  it('is asked about twice where it has the make of a real one, also behind another name', async () => {
    const token = `ghp_${chars(36)}`;
    const place = tempHome();
    const engine = await having(place, {
      ...day,
      said: [
        `GITHUB=${token}\ncurl -H "Authorization: Bearer ${token}"\ntoken=${token.replace('_', '%5F')}
AWS_SECRET_ACCESS_KEY=${chars(40, 'base64')}\nAuthorization: Basic ${btoa(`mia:${token}`)}`,
      ],
    });
    const at = await firstMark(engine);
    const kinds = valueOf(await engine.maskedSecrets()).places[0]?.marks.map(({ kind }) => kind);
    expect(kinds).toHaveLength(5);
    for (const mark of [1, 2, 3, 4, 5]) {
      const look = valueOf(await engine.lookAtMask({ ...at, mark }));
      expect(look.isCertain).toBe(true);
      const decision = { place: { ...at, mark }, seen: look.seen, isSure: false };
      expect(await engine.markNotSecret(decision)).toMatchObject({ error: { kind: 'wrong-input' } });
    }
    expect(valueOf(await engine.notSecrets())).toEqual([]);
  });
});

describe('a word that is taken back while another process reads', () => {
  it('is masked in all that is not stored by then, read or not', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    await marked(engine, await firstMark(engine));
    const other = (await openEngine(place)).engine;
    const [listed] = valueOf(await other.notSecrets());
    const ids = ['day-b', 'day-c', 'day-d'];
    for (const id of ids) writeDay(place, later(id, `password: ${first}`));
    const taken: ReturnType<WholeEngine['markSecret']>[] = [];
    const report = valueOf(
      await engine.import([], {
        onProgress: (event) => {
          // one of them is read and waits to be stored
          if (event.kind === 'step' && event.text.includes('day-c'))
            taken.push(other.markSecret(listed?.number ?? 0));
        },
      }),
    );
    expect(await Promise.all(taken)).toEqual([{ ok: true, value: [] }]);
    for (const id of ids) expect(await wordsOf(engine, id)).toBe(`password: ${signOf('password')}`);
    for (const { text } of everyStoredText(place.data)) expect(text).not.toContain(first);
    expect(report.maskedSecrets).toBe(ids.length);
  });
});

describe('a key that cannot be read', () => {
  it('leaves all masked that was before, also where it goes while the engine is open', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    valueOf(await engine.setSettings({ personalData: { emails: true, phones: true } }));
    const at = await firstMark(engine);
    await marked(engine, at);
    const key = join(place.home, '.config/slowwave/not-secrets.key');
    const bytes = readFileSync(key);
    const said = `Write to mia@example.org, password: ${first}`;
    const hidden = `Write to ${signOf('email')}, password: ${signOf('password')}`;

    // cut off
    writeFileSync(key, bytes.subarray(0, 20));
    writeDay(place, later('day-b', said));
    valueOf(await engine.import([], noListening));
    expect(await wordsOf(engine, 'day-b')).toBe(hidden);
    const damaged = { ok: false, error: { kind: 'not-readable', happened: expect.stringContaining(key) } };
    expect(await engine.lookAtMask(at)).toMatchObject(damaged);
    expect(readFileSync(key)).toHaveLength(20);
    engine.close();

    // no file at all, from the first question of an engine on
    rmSync(key);
    mkdirSync(key);
    const other = await having(place, later('day-c', said));
    expect(await wordsOf(other, 'day-c')).toBe(hidden);
    rmSync(key, { recursive: true });
    writeFileSync(key, bytes);
    writeDay(place, later('day-d', said));
    valueOf(await other.import([], noListening));
    expect(await wordsOf(other, 'day-d')).toBe(hidden.replace(signOf('password'), first));
  });
});

describe('a mask that is not found again', () => {
  const fails = async (engine: WholeEngine, at: MaskPlace, kind: string): Promise<void> => {
    expect(await engine.lookAtMask(at)).toMatchObject({ ok: false, error: { kind } });
    const decision = { place: at, seen: 'x', isSure: true };
    expect(await engine.markNotSecret(decision)).toMatchObject({ ok: false, error: { kind } });
    expect(valueOf(await engine.notSecrets())).toEqual([]);
  };
  const pathOf = (place: TempHome): string => join(place.home, claudePath(day));
  const rewrite = (place: TempHome, text: string, atMs = firstMs): void => {
    writeFileSync(pathOf(place), text);
    utimesSync(pathOf(place), atMs / 1000, atMs / 1000);
  };

  it('is masked as before: another place, a file that is gone, that was rewritten, or changed where it stands', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    const at = await firstMark(engine);
    await fails(engine, { ...at, mark: 3 }, 'not-found');
    await fails(engine, { ...at, turn: 9 }, 'not-found');
    await fails(engine, { ...at, session: 'day-z' }, 'not-found');
    await fails(engine, { ...at, agent: 'codex' }, 'not-found');
    const lines = claudeLines(place, day);
    rewrite(place, lines.replace('made-up', 'real'));
    await fails(engine, at, 'changed-meanwhile');
    rewrite(place, lines.replace(first, second));
    await fails(engine, at, 'changed-meanwhile');
    rmSync(pathOf(place));
    await fails(engine, at, 'not-found');
  });

  it('is no other one by its number: masks written by hand count alike, and a forgotten word voids the place', async () => {
    const place = tempHome();
    const sign = signOf('a'.repeat(41));
    const said = `Zebra, see ${sign} here. shop password: ${first}\nand bank password: ${second}`;
    const engine = await having(place, { ...day, said: [said, { agent: 'I see.' }] });
    const bank = await firstMark(engine, 'bank');
    const { turns } = valueOf(await engine.evidenceAround({ ...bank, quote: '–', around: 0 }));
    expect(turns.map(({ turnHash }) => turnHash)).toEqual([bank.turnHash]);
    const { number } = await marked(engine, bank);
    const other = await having(place, later('day-b', `password: ${first}\npassword: ${second}`));
    expect(await wordsOf(other, 'day-b')).toBe(`password: ${signOf('password')}\npassword: ${second}`);
    valueOf(await other.markSecret(number));
    // what is forgotten leaves a mask too: the number would be another one's
    valueOf(await engine.forget({ kind: 'word', text: 'zebra' }));
    await fails(engine, bank, 'changed-meanwhile');
    expect((await firstMark(engine, 'bank')).mark).toBe(bank.mark + 1);
  });

  it('is another value that came there between looking and deciding', async () => {
    const place = tempHome();
    // longer than what is known of a file's beginning and end, so that only the middle changes
    const talk = (n: number): Day['said'] =>
      Array.from({ length: n }, (_, i) => `Say ${i} about the list of songs.`);
    const long: Day = { ...day, said: [...talk(30), ...day.said, ...talk(30)] };
    const engine = await having(place, long);
    const at = await firstMark(engine);
    const look = valueOf(await engine.lookAtMask(at));
    const swapped = claudeLines(place, long).replace(first, 'marmot2-hunter-77');
    // as an agent that goes on writes: longer, and newer
    rewrite(
      place,
      `${swapped}${claudeLines(place, { ...later('day-a', 'More.'), day: 5 })}`,
      firstMs * 1.001,
    );
    expect(await engine.markNotSecret({ place: at, seen: look.seen, isSure: true })).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile' },
    });
    // looked at anew it says that the file is not what was read, and when it was changed
    const anew = valueOf(await engine.lookAtMask(at));
    expect(anew).toMatchObject({ hasChanged: true, changedAtMs: Math.trunc(firstMs * 1.001) });
    expect(anew.seen).not.toBe(look.seen);
  });
});

describe('what was marked', () => {
  it('is told in every copy of a session, and goes with what is forgotten', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    // a fork: the same turns in a second file
    const fork = claudeLines(place, day).replaceAll('"sessionId":"day-a"', '"sessionId":"day-f"');
    writeFileSync(join(place.home, '.claude/projects/-shop/day-f.jsonl'), fork);
    valueOf(await engine.import([], noListening));
    const at = await firstMark(engine);
    await marked(engine, at);
    await marked(engine, { ...at, mark: 2 });
    // in another case, as it is forgotten in any
    valueOf(await engine.forget({ kind: 'word', text: first.toUpperCase() }));
    const [listed, ...others] = valueOf(await engine.notSecrets());
    expect([listed?.place.mark, others]).toEqual([2, []]);
    expect(valueOf(await engine.check())).toEqual({ problems: [] });
    valueOf(await engine.forget({ kind: 'session', id: at.session }));
    expect(valueOf(await engine.notSecrets())).toEqual([]);
    valueOf(await engine.deleteAll(deleteAllWords));
    expect(existsSync(join(place.home, '.config/slowwave/not-secrets.key'))).toBe(false);
  });

  it('is found in an export of chats as well', async () => {
    const place = tempHome();
    const text = `The shop's login is password: ${first}`;
    const message = {
      uuid: 'f1',
      sender: 'human',
      text,
      content: [{ type: 'text', text }],
      attachments: [],
      files: [],
    };
    const chat = {
      uuid: 'chat-a',
      name: 'Shop',
      created_at: '2026-03-02T08:00:00Z',
      chat_messages: [message],
    };
    write(place, 'conversations.json', JSON.stringify([chat]));
    const { engine } = await openEngine(place);
    valueOf(await engine.import([join(place.home, 'conversations.json')], noListening));
    const at = await firstMark(engine);
    expect(at.agent).toBe('claude-ai');
    await marked(engine, at);
    expect(valueOf(await engine.notSecrets())).toMatchObject([{ kind: 'password', place: atOf(at) }]);
  });

  it.runIf(process.env['LONG'] === '1')('goes along in a backup, and comes back with it', async () => {
    const place = tempHome();
    const engine = await having(place, day);
    await marked(engine, await firstMark(engine));
    const before = valueOf(await engine.notSecrets());
    const file = join(place.home, 'kept.tar.zst');
    valueOf(await engine.backup(file, { replace: false }));
    valueOf(await engine.markSecret(before[0]?.number ?? 0));
    valueOf(await engine.restore(file, { replace: true }));
    expect(valueOf(await engine.notSecrets())).toEqual(before);
    expect(before).toHaveLength(1);
    const other = await having(place, later('day-b', `password: ${first}`));
    expect(await wordsOf(other, 'day-b')).toBe(`password: ${first}`);
  });
});
