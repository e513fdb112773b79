// Makes a skill of a way of working, in the format that agents load by themselves, and tries its description on sessions
// that it was not worded from: would it have fired there, and kept quiet elsewhere?
import { contentHash, type EpochMs } from '../../../shared/ids.ts';
import type { SessionSignals } from '../../../shared/dream.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { SkillTrial } from '../../../shared/skills.ts';
import { isExportAgent, type LocalAgent } from '../../../shared/transcript.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import { sessionWork, skillsLoaded } from './attempts.ts';
import { quoteAt, type ReadTurn } from './distil.ts';
import { workKeysOf, type Way } from './ways.ts';

/** What a session was asked for first, what work it did, and which skills it loaded. */
export interface Done {
  readonly agent: LocalAgent;
  readonly atMs: EpochMs | null;
  readonly loaded: ReadonlySet<string>;
  /** Keys of ways of working. */
  readonly ways: ReadonlySet<string>;
  /** Null where no words of a person asked for it. */
  readonly request: Request | null;
}

export interface Request {
  readonly asked: Evidence;
  readonly terms: ReadonlySet<string>;
  /** Wordings come from two of three; the third tries them. */
  readonly isKeptAside: boolean;
}

export interface SkillDraft {
  readonly description: string;
  readonly trial: SkillTrial;
  /** It fires in most of such work, and hardly ever in other. */
  readonly passed: boolean;
}

function requestOf(one: SessionSignals, readTurn: ReadTurn): Request | null {
  const session = sessionWork(one);
  const first = session.steps.find(
    ({ kind }) => kind === 'asked' || kind === 'complained' || kind === 'praised',
  );
  const [asked] = first === undefined ? [] : quoteAt(readTurn, session, first.ordinal, null);
  if (asked === undefined || asked.origin !== 'person') return null;
  const language = languageOf(detectLanguage(asked.quote, one.language));
  return {
    asked,
    terms: new Set(stemsOf(readSentence(asked.quote, language).terms)),
    isKeptAside: parseInt(contentHash('trial', one.session).slice(0, 6), 16) % 3 === 0,
  };
}

export interface Looking {
  readonly signals: readonly SessionSignals[];
  readonly readTurn: ReadTurn;
  /** When a session began. */
  readonly startOf: (session: string) => EpochMs | null;
  /** Routines of a session, by their keys. */
  readonly routinesOf: ReadonlyMap<string, readonly string[]>;
}

export const sessionsDone = ({ signals, readTurn, startOf, routinesOf }: Looking): readonly Done[] =>
  signals.flatMap((one): readonly Done[] =>
    one.work === '' || one.project === null || isExportAgent(one.agent)
      ? []
      : [
          {
            agent: one.agent,
            atMs: startOf(one.session),
            loaded: skillsLoaded(one),
            ways: new Set([...workKeysOf(one), ...(routinesOf.get(one.session) ?? [])]),
            request: requestOf(one, readTurn),
          },
        ],
  );

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
// Agents cut descriptions at 1,024 characters.
const descriptionMax = 900;
const examplesMax = 3;

function describe(way: Way, examples: readonly Request[]): string {
  const asked = [...new Set(examples.map((one) => `“${line(one.asked.quote)}”`))].slice(0, examplesMax);
  const text = `Use for \`${line(way.task)}\` in ${line(way.project)}: when asked for something like ${asked.join(', ')}.`;
  return text.slice(0, descriptionMax).toWellFormed();
}

const requestsIn = (done: readonly Done[]): readonly Request[] =>
  done.flatMap(({ request }) => request ?? []);

/**
 * A description and its trial; null where no words ask for such work. `from`: the sessions whose words it is made from, by
 * default all that did the work.
 */
export function draftSkill(
  way: Way,
  done: readonly Done[],
  from: (one: Done) => boolean = () => true,
): SkillDraft | null {
  const [work, others] = [
    done.filter(({ ways }) => ways.has(way.key)),
    requestsIn(done.filter(({ ways }) => !ways.has(way.key))),
  ];
  const examples = requestsIn(work.filter(from)).filter(({ isKeptAside }) => !isKeptAside);
  const triggers = triggersOf(
    examples,
    others.filter(({ isKeptAside }) => !isKeptAside),
  );
  if (triggers.length === 0) return null;
  const aside = (some: readonly Request[]): readonly Request[] =>
    some.filter(({ isKeptAside }) => isKeptAside);
  const trial = trialOf(triggers, aside(requestsIn(work)), aside(others));
  const said = examples.filter((one) => fires(triggers, one));
  return { description: describe(way, said), trial, passed: hasPassed(trial) };
}

/** The whole file. A JSON string is a YAML string, whatever stands in it. */
export const skillText = (way: Way, description: string): string =>
  ['---', `name: ${way.name}`, `description: ${JSON.stringify(description)}`, '---', '', bodyOf(way)].join(
    '\n',
  );

/** All below the head: what the agent reads once it has loaded it. */
export const bodyOf = ({ task, project, sections }: Way): string =>
  [
    `# ${line(task)} in ${line(project)}`,
    ...sections.flatMap(({ title, lines }) => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines])),
    '',
  ].join('\n');

const head =
  /^---\n(?:(?!---\n)[^\n]*\n)*?description: (?<description>"(?:[^"\\\n]|\\.)*")\n(?:(?!---\n)[^\n]*\n)*?---\n\n/u;

/** A file of ours taken apart; null where it is none. */
export function readSkill(text: string): { readonly description: string; readonly body: string } | null {
  const found = head.exec(text);
  const quoted = found?.groups?.['description'];
  if (found === null || quoted === undefined) return null;
  const description: unknown = JSON.parse(quoted);
  return typeof description === 'string' ? { description, body: text.slice(found[0].length) } : null;
}
