// Reads a bank in the flat shape: one person, one list of noise for every project and language. It becomes a bank of
// ours with one person in it, so that one generator and one grader serve both.
import { isWanted, unwantedTypes, validateBank, wantedTypes, type Bank, type ItemType } from './bank.ts';
import type { SecretKind } from './secrets.ts';
import type { Result } from '../../shared/result.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown, fallback = ''): string => (typeof value === 'string' ? value : fallback);

const language = 'any';

const secretKindOf: Readonly<Record<string, SecretKind>> = {
  anthropic: 'anthropic',
  github: 'github',
  awsId: 'aws-id',
  awsSecret: 'aws-secret',
  jwt: 'jwt',
  pemBody: 'pem-body',
  pemTail: 'pem-body',
};

/** A type that we do not know, or that does not agree with what is wanted, becomes the plainest that does. */
const typeOf = (given: unknown, want: unknown): ItemType => {
  const known = [...wantedTypes, ...unwantedTypes].find((type) => type === given);
  const wanted = want === 'remember';
  return known !== undefined && isWanted(known) === wanted ? known : wanted ? 'fact' : 'one-off';
};

const toolOf: Readonly<Record<string, string>> = {
  Bash: 'shell',
  Read: 'read',
  Edit: 'edit',
  WebFetch: 'web',
};

const callOf = (value: unknown): Fields => {
  const call = fieldsOf(value);
  const input = fieldsOf(call['input']);
  return {
    tool: toolOf[textOf(call['name'])] ?? 'shell',
    target: textOf(input['command'] ?? input['file_path'] ?? input['url']),
    output: textOf(call['output']),
    failed: call['error'] === true,
  };
};

const toolTexts = (item: Fields): readonly Fields[] => {
  const tool = toolOf[textOf(item['tool'], 'WebFetch')] ?? 'web';
  const target = textOf(item['command'], tool === 'web' ? 'https://docs.example.com/guide' : 'notes.txt');
  return listOf(item['toolText']).map((output) => ({ tool, target, output, failed: false }));
};

const itemOf = (value: unknown): Fields => {
  const item = fieldsOf(value);
  const earlier = listOf(item['earlier']);
  const projects = listOf(item['projects']);
  // A project's rule needs to name one project; said in several it may lie in any.
  const scope = item['scope'] === 'project' && projects.length !== 1 ? undefined : item['scope'];
  return {
    id: item['id'],
    type: typeOf(item['type'], item['want']),
    must: item['must'] ?? [],
    mustNot: item['mustNot'] ?? [],
    scope,
    agents: item['agents'],
    projects: item['projects'],
    times: item['times'],
    withinDays: item['after'],
    say: item['say'],
    slip: item['slip'],
    ack: item['ack'],
    task: item['task'],
    calls: [...listOf(item['calls']).map(callOf), ...toolTexts(item)],
    earlier: typeof earlier[0] === 'string' ? [earlier] : earlier,
    earlierTimes: item['earlierTimes'],
    memory: item['memory'],
    secrets: listOf(item['secrets']).map((kind) => secretKindOf[textOf(kind)] ?? 'password'),
  };
};

const projectOf = (name: unknown, noise: Fields): Fields => {
  const outputs = listOf(noise['outputs']);
  return {
    name,
    language,
    slots: { file: noise['files'], thing: noise['things'] },
    tasks: listOf(noise['tasks']).flatMap((task) => listOf(fieldsOf(task)['ask'])),
    starts: noise['starts'],
    ends: noise['ends'],
    answers: [],
    contents: noise['code'],
    commands: listOf(noise['commands']).map((command, index) => ({
      command,
      output: outputs[index % Math.max(1, outputs.length)] ?? '',
    })),
    failing: listOf(noise['failing']).map((value) => {
      const { command, output, passed } = fieldsOf(value);
      return { command, output, passed: passed ?? '' };
    }),
  };
};

const voiceOf = (noise: Fields): Fields => {
  const replies = listOf(noise['replies']);
  return {
    leads: [],
    tails: noise['tails'] ?? [],
    chatter: listOf(noise['chatter']).map((say, index) => ({
      say,
      reply: replies[index % Math.max(1, replies.length)] ?? '',
    })),
    asides: noise['asides'] ?? [],
    acks: noise['acks'],
    pastes: [],
  };
};

const unflat = (bank: Fields): Fields => {
  const noise = fieldsOf(bank['noise']);
  const names = new Set(listOf(bank['agents']).flatMap((agent) => listOf(fieldsOf(agent)['projects'])));
  const memory = Object.entries(fieldsOf(bank['memory'])).flatMap(([file, lines]) =>
    listOf(lines).map((line) => ({ file, line })),
  );
  const person = {
    key: 'person',
    name: textOf(bank['name']),
    agents: bank['agents'],
    projects: [...names].map((name) => projectOf(name, noise)),
    memoryHeads: bank['memoryHeads'] ?? {},
    memory,
    items: listOf(bank['items']).map(itemOf),
  };
  return { name: bank['name'], voices: { [language]: voiceOf(noise) }, people: [person] };
};

/** A bank in either shape. */
export const readAnyBank = (value: unknown): Result<Bank, readonly string[]> => {
  const bank = fieldsOf(value);
  return validateBank('people' in bank ? value : unflat(bank));
};
