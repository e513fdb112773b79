// `slowwave playbooks`: how work of one kind goes well in a project, with the source and the counts of each rule.
import type { Failure } from '../../../shared/engine.ts';
import type { Playbook, PlaybookRule } from '../../../shared/playbooks.ts';
import { err, ok } from '../../../shared/result.ts';
import { counted } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

const noBook = (typed: string): Failure => ({
  kind: 'not-found',
  happened: `There is no playbook “${typed}”.`,
  safe: 'Nothing was changed.',
  todo: '"playbooks list" shows every one with its id.',
});

const ruleAnswer = ({ sources, ...rule }: PlaybookRule): object => ({
  ...rule,
  sources: sources.map(({ atMs, ...source }) => ({ ...source, at: isoOrNull(atMs) })),
});

const playbookAnswer = ({ asked, owners, rules, ...book }: Playbook): object => ({
  ...book,
  asked: asked.map(({ session, turn, quote }) => ({ session, turn, quote })),
  owners: owners.map(({ id, text }) => ({ id, text })),
  rules: rules.map(ruleAnswer),
});

const list: Command = async (call) => {
  const books = await call.engine.playbooks();
  if (!books.ok) return books;
  const rows = books.value.map((book) => [
    book.id,
    oneLine(book.project),
    oneLine(book.task),
    `${book.wentWell} well, ${book.wentBadly} badly`,
    counted(book.rules.length, 'rule'),
    counted(book.rules.filter(({ standing }) => standing === 'waiting').length, 'waiting', 'waiting'),
  ]);
  const titles = ['Id', 'Project', 'Task', 'Sessions', 'Rules', ''].map((title) => ({ title }));
  return ok({
    json: { playbooks: books.value.map(playbookAnswer) },
    lines:
      rows.length === 0
        ? [
            'No playbook yet: it takes three sessions of one kind of work, of which some went well and some did not.',
          ]
        : [...tableLines(titles, rows, call.paint.dim), '', `${call.ownName} playbooks show ID`],
  });
};

const show =
  (typed: string): Command =>
  async (call) => {
    const books = await call.engine.playbooks();
    if (!books.ok) return books;
    const found = books.value.filter(
      ({ id, task }) => id.startsWith(typed) || id.startsWith(`pbk_${typed}`) || task === typed,
    );
    if (found.length === 0) return err(noBook(typed));
    return ok({
      json: { playbooks: found.map(playbookAnswer) },
      lines: found.map(({ markdown }) => plainText(markdown).trimEnd()),
    });
  };

export const addPlaybooks: Register = (program, run) => {
  const playbooks = program
    .command('playbooks')
    .description('how work goes well in a project: rules from sessions that went well and badly');
  playbooks
    .command('list', { isDefault: true })
    .description('every one, with how its sessions went')
    .action(() => run(list));
  playbooks
    .command('show')
    .description('one as Markdown: each rule with its counts and its sources')
    .argument('<id>', 'its id, the beginning of it, or the command that it is about')
    .action((id: string) => run(show(id)));
};
