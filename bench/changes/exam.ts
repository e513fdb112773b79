// The changes exam: how many changed values the engine finds, and how many that did not change it closes. Each story is
// asked alone and with all others of its language in one memory, in one night and in a night after each phase.
//
//   npm run changes-exam                 both halves; the open half's misses are listed
//   npm run changes-exam -- --only de --setting together/one --json
import { parseArgs } from 'node:util';
import { markAll, type Mark, type Marked } from './marks.ts';
import { halfOf, readBook, type Half, type Story } from './story.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    setting: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const isWanted = ({ language }: Story): boolean => values.only === undefined || language === values.only;
const changes = readBook('stories').filter(isWanted);
const lookAlikes = readBook('look-alikes').filter(isWanted);
const languages = [...new Set(changes.map(({ language }) => language))];
const of = (language: string, all: readonly Story[]): readonly Story[] =>
  all.filter((story) => story.language === language);

const alone = (nights: 'one' | 'each'): readonly Marked[] => [
  ...changes.flatMap((story) => markAll([story], [], nights)),
  ...lookAlikes.flatMap((story) => markAll([], [story], nights)),
];
const together = (nights: 'one' | 'each'): readonly Marked[] =>
  languages.flatMap((language) => markAll(of(language, changes), of(language, lookAlikes), nights));

const settings: Readonly<Record<string, () => readonly Marked[]>> = {
  'alone/one': () => alone('one'),
  'alone/each': () => alone('each'),
  'together/one': () => together('one'),
  'together/each': () => together('each'),
};

const right: readonly Mark[] = ['turned', 'kept'];
const line = (name: string, all: readonly Marked[]): string => {
  const inBook = (book: Marked['book']): readonly Marked[] => all.filter((one) => one.book === book);
  const count = (book: Marked['book'], mark: Mark): number =>
    inBook(book).filter((one) => one.mark === mark).length;
  const told = (['turned', 'asked', 'both', 'old', 'none'] as const).map(
    (m) => `${m} ${count('stories', m)}`,
  );
  const twins = (['kept', 'questioned', 'closed', 'unheard'] as const).map(
    (m) => `${m} ${count('look-alikes', m)}`,
  );
  return `${name.padEnd(28)} ${inBook('stories').length} changes: ${told.join(', ')} | ${inBook('look-alikes').length} look-alikes: ${twins.join(', ')}`;
};

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const sums: Record<string, unknown> = {};
for (const [name, run] of Object.entries(settings)) {
  if (values.setting !== undefined && values.setting !== name) continue;
  const marked = run();
  const half = (wanted: Half): readonly Marked[] =>
    marked.filter(({ book, story }) => halfOf(book, story) === wanted);
  sums[name] = marked.map(({ book, story, mark }) => ({ book, id: story.id, kind: story.kind, mark }));
  if (values.json) continue;
  for (const wanted of ['open', 'kept'] as const) print(line(`${name} ${wanted}`, half(wanted)));
  for (const key of ['language', 'kind'] as const)
    for (const [group, some] of Map.groupBy(marked, ({ story }) => story[key]))
      print(line(`  ${name} ${group}`, some));
  for (const one of half('open').filter(({ mark }) => !right.includes(mark)))
    print(
      `  - ${one.mark} ${one.book} ${one.story.id} ${one.story.kind} ${one.story.was} > ${one.story.now}\n${one.active.map((text) => `      ${text}`).join('\n')}`,
    );
}
if (values.json) print(JSON.stringify(sums));
