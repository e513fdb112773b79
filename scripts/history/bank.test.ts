import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWanted, validateBank, type Bank, type Item, type Person } from './bank.ts';
import { says } from './words.ts';

const read = (path: string): Bank => {
  const bank = validateBank(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')));
  if (!bank.ok) throw new Error(bank.error.join('\n'));
  return bank.value;
};
const banks = [
  read('../../bench/banks/tune.json'),
  read('../../bench/banks/tune-strangers.json'),
  read('../../resources/sample/bank.json'),
];
const people: readonly [string, Person, Bank][] = banks.flatMap((bank) =>
  bank.people.map((person): [string, Person, Bank] => [`${bank.name}: ${person.key}`, person, bank]),
);
/** What the words of an item are, in the shape that an entry about it would have. */
const wordings = (item: Item): readonly string[] => [...item.say, ...item.memory.map(({ line }) => line)];
const isOlderSide = (item: Item): boolean => item.type === 'stale';

describe.each(people)('%s', (_, person, bank) => {
  const wanted = person.items.filter((item) => isWanted(item.type));
  const unwanted = person.items.filter((item) => !isWanted(item.type));

  it('says every wanted thing in words that a grader recognises', () => {
    const unclear = wanted.flatMap((item) =>
      item.calls.length > 0
        ? []
        : item.say.filter((phrase) => !says(phrase, item)).map((p) => `${item.id}: ${p}`),
    );
    expect(unclear).toEqual([]);
  });

  it('has no two items that the same words stand for', () => {
    const shared = wanted.flatMap((item) =>
      [...wanted, ...unwanted].flatMap((other) =>
        other === item
          ? []
          : item.say
              .filter((phrase) => says(phrase, other))
              .map((phrase) => `${item.id} ~ ${other.id}: ${phrase}`),
      ),
    );
    expect(shared).toEqual([]);
  });

  it('names the older value of every change with an item of its own', () => {
    const open = wanted
      .filter((item) => item.earlier.length > 0)
      .flatMap((item) => {
        const first = item.earlier.at(-1) ?? [];
        return first.some((phrase) => unwanted.some((other) => isOlderSide(other) && says(phrase, other)))
          ? []
          : [item.id];
      });
    expect(open).toEqual([]);
  });

  it('recognises what is to be left alone by the words it is said in', () => {
    const blind = unwanted.flatMap((item) =>
      [...item.say, ...item.restate].some((phrase) => says(phrase, item)) ||
      item.calls.some((call) => says(call.output.slice(0, 390), item) || says(call.target, item)) ||
      isOlderSide(item) ||
      item.secrets.length > 0
        ? []
        : [item.id],
    );
    expect(blind).toEqual([]);
  });

  it('has no ordinary talk that a grader would take for an item', () => {
    const voices = Object.values(bank.voices).flatMap((voice) => [
      ...voice.asides,
      ...voice.tails,
      ...voice.chatter.map(({ say }) => say),
    ]);
    const talk = [...voices, ...person.projects.flatMap((project) => project.tasks)];
    const taken = talk.flatMap((text) =>
      wanted.filter((item) => says(text, item)).map((item) => `${item.id}: ${text}`),
    );
    expect(taken).toEqual([]);
  });

  it('has one agent alone say what belongs to one project: said by two it would hold everywhere', () => {
    for (const item of wanted.filter((each) => each.scope === 'project' && each.say.length > 0)) {
      const agents = person.agents.filter(
        (agent) =>
          (item.agents.length === 0 || item.agents.includes(agent.key)) &&
          agent.projects.includes(item.projects[0] ?? ''),
      );
      expect(agents.length, item.id).toBe(1);
    }
  });

  it('keeps memory lines that stay apart from what is planted', () => {
    const mixed = person.memory.flatMap(({ line }) =>
      person.items.filter((item) => says(line, item)).map((item) => `${item.id}: ${line}`),
    );
    expect(mixed).toEqual([]);
  });

  it('fills the wordings of memory lines and phrases with text', () => {
    for (const item of person.items) for (const text of wordings(item)) expect(text.trim()).not.toBe('');
  });
});

describe('the tuning bank', () => {
  const [tune] = banks;
  const items = tune?.people.flatMap((person) => person.items) ?? [];

  it('holds enough of everything', () => {
    expect(items.filter((item) => isWanted(item.type)).length).toBeGreaterThanOrEqual(45);
    expect(items.filter((item) => !isWanted(item.type)).length).toBeGreaterThanOrEqual(30);
    const asides = Object.values(tune?.voices ?? {}).flatMap((voice) => voice.asides);
    expect(asides.length).toBeGreaterThanOrEqual(40);
  });
});

describe('a bank that is wrong', () => {
  it('names every problem with the path to it', () => {
    const bank = validateBank({ name: 3, voices: {}, people: [{ key: 'a', itmes: [] }] });
    expect(bank.ok).toBe(false);
    if (bank.ok) return;
    expect(bank.error).toContain('bank.name: a text is needed');
    expect(bank.error).toContain('bank.people[0].itmes: unknown field');
    expect(bank.error).toContain('bank.people[0].items: a list is needed');
  });

  it('is turned down when an item points at nothing', () => {
    const good = banks[0];
    const [person] = good?.people ?? [];
    const [item] = person?.items ?? [];
    const people = [{ ...person, items: [{ ...item, agents: ['nobody'] }] }];
    const bank = validateBank(JSON.parse(JSON.stringify({ ...good, people })));
    expect(bank.ok ? [] : bank.error.join()).toContain('nothing is called nobody');
  });
});
