// Understands what a person wants dreamt about: words, projects, agents and kinds that raise a candidate or leave it out.
import type { InstructionsUnderstood, Theme } from '../../../shared/dream.ts';
import type { MemoryKind } from '../../../shared/memory.ts';
import { agentKinds, type AgentKind } from '../../../shared/transcript.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { plainCase } from '../language/tokens.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import { agentNames, ignoreWords, kindWords, onlyWords } from './instruction-words.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A whole word in scripts with spaces; anywhere in others. */
const stands = (word: string, clause: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N} -]+$/u.test(word)
    ? new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])${escaped(word)}`, 'u').test(clause)
    : clause.includes(word);

const clausesOf = (text: string): readonly string[] =>
  plainCase(text)
    .split(/[.;,\n。；，、!！]|(?<![\p{L}])(?:but|aber|mais|pero|mas|ma|maar)(?![\p{L}])|但|でも/u)
    .map((clause) => clause.trim())
    .filter(Boolean);

function kindsIn(clause: string): readonly MemoryKind[] {
  return (Object.entries(kindWords) as [MemoryKind, readonly string[]][])
    .filter(([, words]) => words.some((word) => stands(word, clause)))
    .map(([kind]) => kind);
}

const agentsIn = (clause: string): readonly AgentKind[] =>
  agentKinds.filter((agent) => agentNames[agent].some((name) => stands(name, clause)));

interface Clause {
  readonly isLeftOut: boolean;
  readonly projects: readonly string[];
  readonly agents: readonly AgentKind[];
  readonly kinds: readonly MemoryKind[];
  readonly words: readonly string[];
}

function readClause(clause: string, projects: readonly string[], wasLeftOut: boolean): Clause {
  const language = languageOf(detectLanguage(clause));
  const named = projects.filter((project) => stands(plainCase(project), clause));
  const kinds = kindsIn(clause);
  const agents = agentsIn(clause);
  const marks = [
    ...ignoreWords,
    ...onlyWords,
    ...named.map(plainCase),
    ...kinds.flatMap((kind) => kindWords[kind] ?? []),
    ...agents.flatMap((a) => agentNames[a]),
  ];
  const rest = marks.reduce((text, mark) => text.replaceAll(mark, ' '), clause);
  const startsIgnoring = ignoreWords.some((word) => stands(word, clause));
  const continues =
    wasLeftOut &&
    !onlyWords.some((word) => stands(word, clause)) &&
    /^(?:and|or|und|oder|et|ou|y|o|e|和|或)/u.test(clause);
  return {
    isLeftOut: startsIgnoring || continues,
    projects: named,
    agents,
    kinds,
    words: stemsOf(readSentence(rest, language).terms),
  };
}

/** Reads instructions in any language we know. `projects`: those of the history, for their names to be found. */
export function understand(text: string, projects: readonly string[]): InstructionsUnderstood {
  const clauses: Clause[] = [];
  for (const clause of clausesOf(text))
    clauses.push(readClause(clause, projects, clauses.at(-1)?.isLeftOut ?? false));
  const wanted = clauses.filter((clause) => !clause.isLeftOut);
  const unwanted = clauses.filter((clause) => clause.isLeftOut);
  const distinct = <T extends string>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();
  return {
    text,
    isOnly: clausesOf(text).some((clause) => onlyWords.some((word) => stands(word, clause))),
    projects: distinct(wanted.flatMap((c) => c.projects)),
    agents: distinct(wanted.flatMap((c) => c.agents)),
    kinds: distinct(wanted.flatMap((c) => c.kinds)),
    raise: distinct(wanted.flatMap((c) => c.words)),
    leaveOut: distinct(
      unwanted.flatMap((c) => [
        ...c.words,
        ...c.projects.map((p) => `project:${p}`),
        ...c.agents.map((a) => `agent:${a}`),
        ...c.kinds.map((k) => `kind:${k}`),
      ]),
    ),
  };
}

/** What of the theme the instructions name: 0 to 4. */
export function namedBy(theme: Theme, instructions: InstructionsUnderstood): number {
  return [
    theme.projects.some((project) => instructions.projects.includes(project)),
    theme.agents.some((agent) => instructions.agents.includes(agent)),
    instructions.kinds.includes(theme.kind),
    theme.terms.some((term) => instructions.raise.includes(term)),
  ].filter(Boolean).length;
}

/** What of it the instructions do not want; null where they leave it in. */
function leftOut(theme: Theme, instructions: InstructionsUnderstood): { readonly tag: string | null } | null {
  const tags = [
    ...theme.terms,
    `kind:${theme.kind}`,
    // what is said elsewhere too is not left out with one project or agent
    ...(theme.projects.length === 1 ? theme.projects.map((project) => `project:${project}`) : []),
    ...(theme.agents.length === 1 ? theme.agents.map((agent) => `agent:${agent}`) : []),
  ];
  const tag = instructions.leaveOut.find((one) => tags.includes(one));
  if (tag !== undefined) return { tag: tag.replace(/^\w+:/u, '') };
  const { projects, agents, kinds, raise, isOnly } = instructions;
  const namesAny = projects.length + agents.length + kinds.length + raise.length > 0;
  return isOnly && namesAny && namedBy(theme, instructions) === 0 ? { tag: null } : null;
}

/** Why the instructions leave it out, for people; null where they do not. */
export function isLeftOut(theme: Theme, instructions: InstructionsUnderstood): string | null {
  const out = leftOut(theme, instructions);
  if (out === null) return null;
  return out.tag === null
    ? 'tonight’s instructions ask for other things only'
    : `tonight’s instructions leave out “${out.tag}”`;
}

// --- What each agent's owner wants remembered of it

/** Those that have a focus of their own. */
export type AgentFocus = ReadonlyMap<AgentKind, InstructionsUnderstood>;
export const noFocus: AgentFocus = new Map();

export const understandFocus = (
  focus: readonly { readonly agent: AgentKind; readonly text: string }[],
  projects: readonly string[],
): AgentFocus => new Map(focus.map(({ agent, text }) => [agent, understand(text, projects)]));

/** As `namedBy`, by the focus of whichever agent names the most of it: 0 to 4. */
export const namedByAgents = (theme: Theme, focus: AgentFocus): number =>
  theme.agents.reduce((most, agent) => {
    const own = focus.get(agent);
    return own === undefined ? most : Math.max(most, namedBy(theme, own));
  }, 0);

/** What was said to an agent that does not leave it out stays; null then. */
export function isLeftOutByAgents(theme: Theme, focus: AgentFocus): string | null {
  const out = theme.agents.map((agent) => {
    const own = focus.get(agent);
    return own === undefined ? null : leftOut(theme, own);
  });
  const [first] = out;
  if (first === undefined || first === null || out.includes(null)) return null;
  const names = theme.agents.join(', ');
  return first.tag === null
    ? `the focus set for ${names} asks for other things only`
    : `the focus set for ${names} leaves out “${first.tag}”`;
}
