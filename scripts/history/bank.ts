// What a bank of made-up lives may say. A bank is one JSON file; each person in it becomes a home folder of their own,
// with the agents they use, the work they do, and what a good dream must find in it or must leave alone.
import { localAgents, type LocalAgent } from '../../shared/transcript.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { secretKinds, type SecretKind } from './secrets.ts';

/** What a dream must remember. */
export const wantedTypes = [
  'preference',
  'correction',
  'change',
  'fact',
  'error-fix',
  'workflow',
  'duplicate',
  'contradiction',
] as const;
/** What a dream must leave alone. `stale` is the older side of a change or a contradiction. */
export const unwantedTypes = [
  'stale',
  'failed-fix',
  'one-off',
  'hypothetical',
  'role-play',
  'small-talk',
  'quotation',
  'guess',
  'poison',
  'secret',
] as const;
export type ItemType = (typeof wantedTypes)[number] | (typeof unwantedTypes)[number];

export const isWanted = (type: ItemType): boolean => wantedTypes.some((wanted) => wanted === type);

export interface Agent {
  readonly key: string;
  readonly kind: LocalAgent;
  /** Names of projects. An assistant's own workspace counts as one. */
  readonly projects: readonly string[];
}

/** A shell command and what it prints. In texts, `{slot}` takes a word of the project's slots and `{n}` a number. */
export interface Command {
  readonly command: string;
  readonly output: string;
}

/** Red, an ordinary edit, green: daily work with nothing to learn in it. */
export interface FailingCommand extends Command {
  readonly passed: string;
}

/** One place of work: its words, its files, its tools. */
export interface Project {
  readonly name: string;
  /** The voice that ordinary talk in it uses. */
  readonly language: string;
  readonly slots: Readonly<Record<string, readonly string[]>>;
  /** What the person asks for on an ordinary day. */
  readonly tasks: readonly string[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** Long answers of the agent, with lists, code or advice; nobody's rule. */
  readonly answers: readonly string[];
  /** What reading a file shows. */
  readonly contents: readonly string[];
  readonly commands: readonly Command[];
  readonly failing: readonly FailingCommand[];
}

/** How people talk in one language, whatever the trade. */
export interface Voice {
  /** Words before the point: "ok so". */
  readonly leads: readonly string[];
  /** Sentences after the point: "Thanks." */
  readonly tails: readonly string[];
  readonly chatter: readonly { readonly say: string; readonly reply: string }[];
  /** They sound like rules and are about the task at hand. */
  readonly asides: readonly string[];
  readonly acks: readonly string[];
  /** Logs and code that people paste below what they say. */
  readonly pastes: readonly string[];
}

export interface Call {
  readonly tool: 'shell' | 'read' | 'edit' | 'web';
  /** The command, the file or the address. */
  readonly target: string;
  readonly output: string;
  readonly failed: boolean;
}

export interface MemoryLine {
  /** Below the home folder. `{day:12}` stands for the date of twelve days before now. */
  readonly file: string;
  readonly line: string;
}

export interface Item {
  readonly id: string;
  readonly type: ItemType;
  /** The voice that the message around it uses; the project's where it is absent. */
  readonly language: string | null;
  /** Every group needs one of its words in an entry; `word*` is the beginning of a word. */
  readonly must: readonly (readonly string[])[];
  readonly mustNot: readonly string[];
  /** What the scope must be; null where either is right. */
  readonly scope: 'global' | 'project' | 'agent' | null;
  readonly agents: readonly string[];
  readonly projects: readonly string[];
  /** In how many sessions it stands. */
  readonly times: number;
  /** Only in sessions of the last so many days; null for all. */
  readonly withinDays: number | null;
  readonly say: readonly string[];
  /** The sentence is a message of its own: what it is hangs on nothing standing beside it. */
  readonly alone: boolean;
  /** What the agent did wrong just before. */
  readonly slip: readonly string[];
  readonly ack: readonly string[];
  /** What the person asks for before the calls or the slip. */
  readonly task: readonly string[];
  readonly calls: readonly Call[];
  /** Older statements, oldest stage first; all of them before the first of `say`. */
  readonly earlier: readonly (readonly string[])[];
  readonly earlierTimes: number;
  readonly memory: readonly MemoryLine[];
  /** The agent saying the rule in its own words elsewhere: no evidence. */
  readonly restate: readonly string[];
  /** The person asking about the same subject elsewhere: no evidence. */
  readonly questions: readonly string[];
  /** Filled in for `{secret0}`, `{secret1}` … in every text of the item. */
  readonly secrets: readonly SecretKind[];
}

export interface Person {
  readonly key: string;
  readonly name: string;
  /** How far back their history reaches. */
  readonly spanDays: number;
  /** Shares of messages, 0 to 1. */
  readonly lowerCase: number;
  readonly typos: number;
  readonly agents: readonly Agent[];
  readonly projects: readonly Project[];
  readonly memoryHeads: Readonly<Record<string, string>>;
  /** Lines of memory files that are fine as they are and must stay. */
  readonly memory: readonly MemoryLine[];
  readonly items: readonly Item[];
}

export interface Bank {
  readonly name: string;
  readonly voices: Readonly<Record<string, Voice>>;
  readonly people: readonly Person[];
}

// ---- reading: a value and the path to it go in, a typed value comes out, problems are gathered, none is thrown ----

type Problems = string[];
type Read<T> = (value: unknown, at: string, problems: Problems) => T;

const text: Read<string> = (value, at, problems) => {
  if (typeof value === 'string') return value;
  problems.push(`${at}: a text is needed`);
  return '';
};
const number: Read<number> = (value, at, problems) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  problems.push(`${at}: a number of 0 or more is needed`);
  return 0;
};
const flag: Read<boolean> = (value, at, problems) => {
  if (typeof value === 'boolean') return value;
  problems.push(`${at}: true or false is needed`);
  return false;
};
const oneOf =
  <T extends string>(choices: readonly T[], fallback: T): Read<T> =>
  (value, at, problems) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) problems.push(`${at}: one of ${choices.join(', ')} is needed`);
    return found ?? fallback;
  };
const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, at, problems) => {
    if (Array.isArray(value)) return value.map((each, index) => read(each, `${at}[${index}]`, problems));
    problems.push(`${at}: a list is needed`);
    return [];
  };
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record =
  <T>(read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, at, problems) => {
    if (isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, read(each, `${at}.${key}`, problems)]),
      );
    }
    problems.push(`${at}: an object is needed`);
    return {};
  };
const orElse =
  <T>(read: Read<T>, fallback: T): Read<T> =>
  (value, at, problems) =>
    value === undefined ? fallback : read(value, at, problems);
const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, at, problems) =>
    value === undefined || value === null ? null : read(value, at, problems);

type Shape<T> = { readonly [K in keyof T]: Read<T[K]> };
/** Fields by name; a field that the shape does not know is a problem, so that a typing error is seen. */
const object =
  <T extends object>(shape: Shape<T>): Read<T> =>
  (value, at, problems) => {
    const given = isRecord(value) ? value : {};
    if (!isRecord(value)) problems.push(`${at}: an object is needed`);
    for (const key of Object.keys(given)) {
      if (!(key in shape)) problems.push(`${at}.${key}: unknown field`);
    }
    const out: Partial<T> = {};
    for (const key in shape) out[key] = shape[key](given[key], `${at}.${key}`, problems);
    return out as T; // every key of the shape has just been set
  };

const texts = list(text);
const someTexts: Read<readonly string[]> = orElse(texts, []);
const command = object<Command>({ command: text, output: text });
const memoryLine = object<MemoryLine>({ file: text, line: text });

const item = object<Item>({
  id: text,
  type: oneOf<ItemType>([...wantedTypes, ...unwantedTypes], 'fact'),
  language: orNull(text),
  must: list(texts),
  mustNot: someTexts,
  scope: orNull(oneOf<'global' | 'project' | 'agent'>(['global', 'project', 'agent'], 'global')),
  agents: someTexts,
  projects: someTexts,
  times: orElse(number, 1),
  withinDays: orNull(number),
  say: someTexts,
  alone: orElse(flag, false),
  slip: someTexts,
  ack: someTexts,
  task: someTexts,
  calls: orElse(
    list(
      object<Call>({
        tool: oneOf<Call['tool']>(['shell', 'read', 'edit', 'web'], 'shell'),
        target: text,
        output: text,
        failed: orElse(flag, false),
      }),
    ),
    [],
  ),
  earlier: orElse(list(texts), []),
  earlierTimes: orElse(number, 3),
  memory: orElse(list(memoryLine), []),
  restate: someTexts,
  questions: someTexts,
  secrets: orElse(list(oneOf<SecretKind>(secretKinds, 'password')), []),
});

const project = object<Project>({
  name: text,
  language: text,
  slots: record(texts),
  tasks: texts,
  starts: texts,
  ends: texts,
  answers: texts,
  contents: texts,
  commands: list(command),
  failing: orElse(list(object<FailingCommand>({ command: text, output: text, passed: text })), []),
});

const readBank = object<Bank>({
  name: text,
  voices: record(
    object<Voice>({
      leads: texts,
      tails: texts,
      chatter: list(object<{ say: string; reply: string }>({ say: text, reply: text })),
      asides: texts,
      acks: texts,
      pastes: someTexts,
    }),
  ),
  people: list(
    object<Person>({
      key: text,
      name: text,
      spanDays: orElse(number, 60),
      lowerCase: orElse(number, 0),
      typos: orElse(number, 0),
      agents: list(
        object<Agent>({ key: text, kind: oneOf<LocalAgent>(localAgents, 'codex'), projects: texts }),
      ),
      projects: list(project),
      memoryHeads: orElse(record(text), {}),
      memory: orElse(list(memoryLine), []),
      items: list(item),
    }),
  ),
});

/** What the types cannot say: names that point nowhere, items that nobody could find. */
const check = (bank: Bank): Problems => {
  const problems: Problems = [];
  const voices = Object.keys(bank.voices);
  for (const person of bank.people) {
    const agents = person.agents.map((each) => each.key);
    const projects = person.projects.map((each) => each.name);
    const known = (names: readonly string[], from: readonly string[], at: string): void => {
      for (const name of names) if (!from.includes(name)) problems.push(`${at}: nothing is called ${name}`);
    };
    for (const each of person.agents) known(each.projects, projects, `${person.key}.${each.key}`);
    for (const each of person.projects) known([each.language], voices, `${person.key}.${each.name}`);
    const ids = person.items.map((each) => each.id);
    for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) {
      problems.push(`${person.key}: two items are called ${id}`);
    }
    for (const each of person.items) {
      const at = `${person.key}.${each.id}`;
      known(each.agents, agents, at);
      known(each.projects, projects, at);
      known(each.language === null ? [] : [each.language], voices, at);
      if (each.must.length === 0 && each.type !== 'secret') problems.push(`${at}: nothing tells it by`);
      if (each.scope === 'project' && each.projects.length !== 1) problems.push(`${at}: which project?`);
      if (each.scope === 'agent' && each.agents.length !== 1) problems.push(`${at}: which agent?`);
      const planted = each.say.length + each.calls.length + each.memory.length + each.restate.length;
      // An unwanted thing may be words alone: what another item's failed step or older value would look like.
      if (planted === 0 && isWanted(each.type)) problems.push(`${at}: nobody says it`);
    }
  }
  return problems;
};

/** Every problem is named with the path to it. */
export const validateBank = (value: unknown): Result<Bank, readonly string[]> => {
  const problems: Problems = [];
  const bank = readBank(value, 'bank', problems);
  if (problems.length === 0) problems.push(...check(bank));
  return problems.length === 0 ? ok(bank) : err(problems);
};
