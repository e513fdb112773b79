// `slowwave skills`: ways of working as files that agents load by themselves, each with its trial and its use; written by
// your decision alone, and taken back by `files undo`.
import type { Failure } from '../../../shared/engine.ts';
import type { Evidence } from '../../../shared/memory.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Skill, SkillCause, SkillState, SkillTrial, SkillUse } from '../../../shared/skills.ts';
import { counted } from '../figures.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

const stateWords: Readonly<Record<SkillState, string>> = {
  offered: 'offered',
  later: 'with another night',
  'failed-trial': 'did not pass its trial',
  standing: 'written',
  yours: 'a file of yours: never touched',
  'turned-down': 'you said no',
  retired: 'gone: nobody loaded it',
};

const causeWords: Readonly<Record<SkillCause, string>> = {
  recurs: 'a way of working that came back',
  'rules-changed': 'its playbook says something else by now',
  'never-loaded': 'no session loaded it',
  'rules-gone': 'what it said went out of memory',
};

const useWords = ({ loaded, work, missed }: SkillUse): string =>
  `loaded in ${counted(loaded, 'session')}; ${missed} of ${work} with such work did without`;

const trialWords = ({ work, others, fired, firedWrongly }: SkillTrial): string =>
  `would have fired in ${fired} of ${work}, wrongly in ${firedWrongly} of ${others}`;

const noSkill = (name: string): Failure => ({
  kind: 'not-found',
  happened: `There is no skill “${name}”.`,
  safe: 'Nothing was changed.',
  todo: '"skills list" shows every one.',
});

const list: Command = async (call) => {
  const skills = await call.engine.skills();
  if (!skills.ok) return skills;
  const rows = skills.value.map(({ name, agent, operation, state, cause, trial, use }) => [
    oneLine(name),
    agent,
    cause === null ? operation : `${operation}: ${causeWords[cause]}`,
    stateWords[state],
    [trial === null ? '' : trialWords(trial), use === null ? '' : useWords(use)].filter(Boolean).join('; '),
  ]);
  const columns = ['Skill', 'For', 'Operation', 'Stands', 'In sessions kept aside, and since'].map(
    (title) => ({ title }),
  );
  return ok({
    json: { skills: skills.value },
    lines:
      rows.length === 0
        ? [
            'No skill yet: one is made of a playbook that you let in, or of the same few commands that come back, where words tell when it is wanted.',
          ]
        : [
            ...tableLines(columns, rows, call.paint.dim),
            '',
            `${call.ownName} skills show NAME · write NAME · reject NAME`,
          ],
  });
};

const quotes = (title: string, some: readonly Evidence[]): readonly string[] =>
  some.length === 0
    ? []
    : ['', title, ...some.map(({ session, quote }) => `  “${oneLine(quote)}”  (${oneLine(session)})`)];

const showLines = ({ path, text, standing, trial, use }: Skill): readonly string[] => [
  oneLine(`~/${path}`),
  '',
  plainText(text === '' ? (standing ?? '') : text).trimEnd(),
  ...(use === null ? [] : ['', `Since it was written: ${useWords(use)}.`]),
  ...(trial === null ? [] : ['', `Trial on sessions kept aside: ${trialWords(trial)}.`]),
  ...quotes('Would have fired for:', trial?.firesFor ?? []),
  ...quotes('Would have kept quiet for:', trial?.quietFor ?? []),
  ...quotes('Would have missed:', trial?.missed ?? []),
];

const show =
  (name: string): Command =>
  async (call) => {
    const skills = await call.engine.skills();
    if (!skills.ok) return skills;
    const found = skills.value.find((one) => one.name.startsWith(name));
    return found === undefined ? err(noSkill(name)) : ok({ json: { skill: found }, lines: showLines(found) });
  };

const write =
  (name: string): Command =>
  async (call) => {
    const written = await call.engine.skillWrite(name);
    if (!written.ok) return written;
    const { apply, written: files } = written.value;
    return ok({
      json: { files: written.value },
      lines: [
        ...files.map(({ path, gone }) => `${gone ? 'Taken away' : 'Written'}: ${oneLine(path)}`),
        ...(apply === null ? [] : [`Take it back: ${call.ownName} files undo ${apply}`]),
      ],
    });
  };

const reject =
  (name: string): Command =>
  async (call) => {
    const left = await call.engine.skillReject(name);
    return left.ok
      ? ok({ json: { skills: left.value }, lines: ['Turned down: it is not offered again in these words.'] })
      : left;
  };

export const addSkills: Register = (program, run) => {
  const skills = program
    .command('skills')
    .description(
      'ways of working as files that Claude Code, Codex and OpenClaw load by themselves, at most one a night',
    );
  skills
    .command('list', { isDefault: true })
    .description('every one, with its trial and where it stands')
    .action(() => run(list));
  const named = { flag: '<name>', what: 'its name, or the beginning of it' };
  skills
    .command('show')
    .description('the whole file, and what it would have fired for')
    .argument(named.flag, named.what)
    .action((name: string) => run(show(name)));
  skills
    .command('write')
    .description('write the one that is offered; "files undo" takes it back')
    .argument(named.flag, named.what)
    .action((name: string) => run(write(name)));
  skills
    .command('reject')
    .description('turn it down')
    .argument(named.flag, named.what)
    .action((name: string) => run(reject(name)));
};
