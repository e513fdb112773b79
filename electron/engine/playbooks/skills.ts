// Makes a skill of a playbook that its owner let in, in the format that agents load by themselves, and tries its
// description on sessions that it was not worded from: would it have fired there, and kept quiet elsewhere?
import { contentHash } from '../../../shared/ids.ts';
import type { SessionSignals } from '../../../shared/dream.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { Playbook } from '../../../shared/playbooks.ts';
import type { SkillTrial } from '../../../shared/skills.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import { attemptsIn, sessionWork } from './attempts.ts';
import { quoteAt, type ReadTurn } from './distil.ts';

/** What a session was asked for first, and what work it did. */
export interface Request {
  readonly asked: Evidence;
  readonly terms: ReadonlySet<string>;
  /** `project` and command of each kind of work that was done in it. */
  readonly work: ReadonlySet<string>;
  /** Wordings come from two of three; the third tries them. */
  readonly isKeptAside: boolean;
}

export interface SkillDraft {
  readonly name: string;
  readonly text: string;
  readonly trial: SkillTrial;
  /** It fires in most of such work, and hardly ever in other. */
  readonly passed: boolean;
}

const workKey = (project: string, task: string): string => JSON.stringify([project, task]);

export function requestsOf(signals: readonly SessionSignals[], readTurn: ReadTurn): readonly Request[] {
  return signals.flatMap((one) => {
    if (one.work === '' || one.project === null) return [];
    const session = sessionWork(one);
    const first = session.steps.find(
      ({ kind }) => kind === 'asked' || kind === 'complained' || kind === 'praised',
    );
    const [asked] = first === undefined ? [] : quoteAt(readTurn, session, first.ordinal, null);
    if (asked === undefined || asked.origin !== 'person') return [];
    const language = languageOf(detectLanguage(asked.quote, one.language));
    const project = one.project;
    return [
      {
        asked,
        terms: new Set(stemsOf(readSentence(asked.quote, language).terms)),
        work: new Set(attemptsIn(session).map(({ goal }) => workKey(project, goal))),
        isKeptAside: parseInt(contentHash('trial', one.session).slice(0, 6), 16) % 3 === 0,
      },
    ];
  });
}

// A word that asks for this work stands in half of what asked for it, and in one of ten other wishes at the most.
const shareMin = 0.5;
const shareMaxElsewhere = 0.1;
const triggersMax = 4;

const shareIn = (requests: readonly Request[], term: string): number =>
  requests.length === 0 ? 0 : requests.filter(({ terms }) => terms.has(term)).length / requests.length;

/** Words that tell such work from other work, the most telling first. */
function triggersOf(work: readonly Request[], others: readonly Request[]): readonly string[] {
  const lead = (term: string): number => shareIn(work, term) - shareIn(others, term);
  return [...new Set(work.flatMap(({ terms }) => [...terms]))]
    .filter((term) => shareIn(work, term) >= shareMin && shareIn(others, term) <= shareMaxElsewhere)
    .sort((a, b) => lead(b) - lead(a) || (a < b ? -1 : 1))
    .slice(0, triggersMax);
}

const fires = (triggers: readonly string[], { terms }: Request): boolean =>
  triggers.filter((term) => terms.has(term)).length >= Math.max(1, Math.ceil(triggers.length / 2));

// Fewer sessions kept aside try nothing.
const workMin = 2;
const othersMin = 2;
const precisionMin = 0.8;
const recallMin = 0.6;
const shownMax = 5;

function trialOf(
  triggers: readonly string[],
  work: readonly Request[],
  others: readonly Request[],
): SkillTrial {
  const [fired, missed] = [
    work.filter((one) => fires(triggers, one)),
    work.filter((one) => !fires(triggers, one)),
  ];
  const quiet = others.filter((one) => !fires(triggers, one));
  const shown = (some: readonly Request[]): readonly Evidence[] =>
    some.slice(0, shownMax).map(({ asked }) => asked);
  return {
    work: work.length,
    others: others.length,
    fired: fired.length,
    firedWrongly: others.length - quiet.length,
    firesFor: shown(fired),
    quietFor: shown(quiet),
    missed: shown(missed),
  };
}

function hasPassed({ work, others, fired, firedWrongly }: SkillTrial): boolean {
  if (work < workMin || others < othersMin || fired === 0) return false;
  return fired / (fired + firedWrongly) >= precisionMin && fired / work >= recallMin;
}

const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Letters, digits and dashes, as agents want names; 64 at the most. */
export function skillName(project: string, task: string): string {
  const slug = `${project}-${task}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 50)
    .replace(/-$/u, '');
  return `${slug === '' ? 'work' : slug}-${contentHash('skill', project, task).slice(0, 6)}`;
}

// Agents cut descriptions at 1,024 characters.
const descriptionMax = 900;

function textOf(book: Playbook, name: string, examples: readonly Request[]): string {
  const rules = book.rules.filter(({ standing }) => standing === 'in-memory');
  const of = (part: 'step' | 'pitfall' | 'check'): readonly string[] =>
    rules.filter((rule) => rule.part === part).map(({ text }) => `- ${line(text)}`);
  const asked = examples.slice(0, 3).map((one) => `“${line(one.asked.quote)}”`);
  const description = `Use for \`${line(book.task)}\` in ${line(book.project)}: when asked for something like ${asked.join(', ')}.`;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  return [
    '---',
    `name: ${name}`,
    // a JSON string is a YAML string, whatever stands in it
    `description: ${JSON.stringify(description.slice(0, descriptionMax))}`,
    '---',
    '',
    `# ${line(book.task)} in ${line(book.project)}`,
    ...section('Before', of('step')),
    ...section('Leave out', of('pitfall')),
    ...section('After', of('check')),
    '',
  ].join('\n');
}

/** Null for a book without a rule that its owner let in, or whose work no words ask for. */
export function draftSkill(book: Playbook, requests: readonly Request[]): SkillDraft | null {
  if (!book.rules.some(({ standing }) => standing === 'in-memory')) return null;
  const key = workKey(book.project, book.task);
  const of = (isWork: boolean, isKeptAside: boolean): readonly Request[] =>
    requests.filter((one) => one.work.has(key) === isWork && one.isKeptAside === isKeptAside);
  const examples = of(true, false);
  const triggers = triggersOf(examples, of(false, false));
  if (triggers.length === 0) return null;
  const name = skillName(book.project, book.task);
  const trial = trialOf(triggers, of(true, true), of(false, true));
  return {
    name,
    text: textOf(
      book,
      name,
      examples.filter((one) => fires(triggers, one)),
    ),
    trial,
    passed: hasPassed(trial),
  };
}
