// A playbook as Markdown, for people and for whatever reads Markdown. Words of transcripts stay words: they stand in
// code spans and quotes, and open nothing.
import type { Evidence } from '../../../shared/memory.ts';
import type { Playbook, PlaybookRule } from '../../../shared/playbooks.ts';

const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const code = (text: string): string => {
  const bare = line(text);
  const ticks = '`'.repeat(Math.max(0, ...(bare.match(/`+/gu) ?? []).map((run) => run.length)) + 1);
  return ticks.length > 1 ? `${ticks} ${bare} ${ticks}` : `\`${bare}\``;
};

const sourceLine = ({ session, turn, quote }: Evidence): string =>
  `  - ${code(quote)} — session ${line(session)}, turn ${turn}`;

const standings: Readonly<Record<PlaybookRule['standing'], string>> = {
  'in-memory': '',
  waiting: ' *(waits for your decision)*',
  'turned-down': ' *(you said no)*',
  held: ' *(counted, not proposed yet)*',
};

function countsOf(rule: PlaybookRule): string {
  if (rule.part === 'check') return `found ${rule.helpful}, missed ${rule.harmful}`;
  const turned = rule.turned > 0 ? `, alone mended ${rule.turned}` : '';
  const other = rule.part === 'step' ? 'without it' : 'with it';
  const others = `${other} ${rule.withoutWell} well, ${rule.withoutBadly} badly`;
  return `helped ${rule.helpful}, harmed ${rule.harmful}${turned}; ${others}`;
}

const ruleLines = (rule: PlaybookRule): readonly string[] => [
  `- ${line(rule.text)} — ${countsOf(rule)}${standings[rule.standing]}`,
  ...rule.sources.map(sourceLine),
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];

const partOf = (book: Pick<Playbook, 'rules'>, part: PlaybookRule['part']): readonly string[] =>
  book.rules.filter((rule) => rule.part === part).flatMap(ruleLines);

export const playbookMarkdown = (book: Omit<Playbook, 'markdown'>): string =>
  [
    `# Playbook: ${code(book.task)} in ${line(book.project)}`,
    '',
    `${book.wentWell + book.wentBadly} sessions: ${book.wentWell} went well at the first attempt, ${book.wentBadly} badly.`,
    ...section(
      'When it applies',
      book.asked.map((one) => sourceLine(one).trimStart()),
    ),
    ...section('Steps', partOf(book, 'step')),
    ...section('Pitfalls', partOf(book, 'pitfall')),
    ...section('What to check', partOf(book, 'check')),
    ...section(
      'Usually run before it, where it went well',
      book.usual.map(({ step, sessions }) => `- ${code(step)} — ${sessions} of ${book.wentWell} sessions`),
    ),
    ...section(
      'What you said',
      book.owners.flatMap(({ text, sources }) => [`- ${line(text)}`, ...sources.map(sourceLine)]),
    ),
    '',
  ].join('\n');
