// First sleep: notice. Reads one session and writes down what could matter, each with the words that prove it. What it
// makes of a session depends on that session alone, so it is kept and never made twice.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import type { SessionHead, Turn } from '../../../shared/transcript.ts';
import { languageOf } from '../language/language.ts';
import { conventionsOf } from './conventions.ts';
import { createKeptTurns, personText } from './kept-turns.ts';
import { mishapsOf } from './mishaps.ts';
import { readSaying } from './statements.ts';
import { isPersons, toolRunsOf, type ToolRun } from './tool-runs.ts';
import { skillLoadedIn } from './skill-loads.ts';
import { routinesOf } from './routines.ts';
import { workOf, workStepsMax, type SkillLoad } from './work.ts';
import { workflowsOf } from './workflows.ts';

function mostFrequent(codes: readonly string[], otherwise: string): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? otherwise;
}

interface Heard {
  readonly signals: Signal[];
  readonly ordinary: Map<string, number>;
  readonly leftOut: Map<string, number>;
  readonly languages: string[];
  followsAgent: boolean;
  agentSaid: string;
}

const nothingHeard = (): Heard => ({
  signals: [],
  ordinary: new Map(),
  leftOut: new Map(),
  languages: [],
  followsAgent: false,
  agentSaid: '',
});

const countUp = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

function hear(heard: Heard, turn: Turn): void {
  if (isPersons(turn)) {
    const said = readSaying(personText(turn), {
      followsAgent: heard.followsAgent,
      agentSaid: heard.agentSaid,
      turn,
      language: heard.languages.at(-1) ?? 'en',
    });
    heard.languages.push(said.language);
    heard.signals.push(...said.signals);
    for (const reason of said.leftOut) countUp(heard.leftOut, reason);
    for (const stem of said.ordinary.flat()) countUp(heard.ordinary, stem);
    [heard.followsAgent, heard.agentSaid] = [false, ''];
  } else if (turn.origin === 'agent' && turn.kind !== 'thinking') {
    heard.followsAgent = true;
    if (turn.kind === 'message') heard.agentSaid = turn.text;
  }
}

interface Load {
  readonly skill: string;
  readonly turn: Turn;
}

/** Those that went well; of one skill the first, as it stays loaded. */
function loadsOf(loads: readonly Load[], turns: readonly Turn[]): readonly SkillLoad[] {
  const failed = new Set(
    turns.flatMap(({ kind, outcome, use }) =>
      kind === 'result' && use !== null && outcome !== 'ok' && outcome !== 'unknown' ? [use.callId] : [],
    ),
  );
  const went = loads.filter(({ turn }) => turn.use === null || !failed.has(turn.use.callId));
  return [...new Map(went.toReversed().map(({ skill, turn }) => [skill, turn.ordinal]))].map(
    ([name, ordinal]) => ({ name, ordinal }),
  );
}

const sortedRecord = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)));

// A request may carry a rule along ("cut a release, and never force push"): from this strength on it is kept.
const requestStrengthMax = 0.5;

// What no cue marks as a rule, and was met by tools at once, was an order.
const requestCuesMax = 0.4;
// A greeting or a "thanks" beside the one sentence.
const besideCharsMax = 25;

/** Messages of a person after which the agent went to work with tools before they spoke again. */
function actedOnIn(turns: readonly Turn[]): ReadonlySet<number> {
  const actedOn = new Set<number>();
  let asked = -1;
  for (const turn of turns) {
    if (isPersons(turn)) asked = turn.ordinal;
    else if (turn.kind === 'call' && asked >= 0) actedOn.add(asked);
  }
  return actedOn;
}

/** A message that says more after its first paragraph asks for something in the first, and tells something else after it. */
const isInFirstParagraph = (turn: Turn | undefined, signal: Signal): boolean =>
  turn === undefined || (turn.text.split(/\n\s*\n/u)[0] ?? '').includes(signal.quotes[0]?.text ?? '');

const namesPath = /[\p{L}\p{N}_.-]+\/[\p{L}\p{N}_./-]*\.[\p{L}\p{N}]{1,8}\b/u;

const isWholeOf = (turn: Turn | undefined, signal: Signal): boolean =>
  turn !== undefined && turn.text.trim().length <= (signal.quotes[0]?.text.length ?? 0) + besideCharsMax;

/** Messages of a person after which files were edited before they spoke again. */
function editedForIn(runs: readonly ToolRun[]): ReadonlySet<number> {
  return new Set(
    runs.filter((run) => run.kind === 'edit' && run.ended !== 'failed').map((run) => run.askedAt),
  );
}

/** "Can we please log it in notes/README.md and …": a question for something to be written, and it was. */
const isErrand = ({ cues, quotes }: Signal): boolean =>
  cues.includes('question') &&
  !cues.includes('always') &&
  !cues.includes('fromNowOn') &&
  namesPath.test(quotes[0]?.text ?? '');

/** Pure: the same session gives the same signals. Turns in the order of the transcript, each looked at once. */
export function noticeSession(head: SessionHead, all: Iterable<Turn>): SessionSignals {
  const heard = nothingHeard();
  const kept = createKeptTurns(workStepsMax);
  const loads: Load[] = [];
  for (const turn of all) {
    // what is said to a sub-agent was said by an agent
    if (head.role !== 'subagent') hear(heard, turn);
    kept.add(turn);
    const skill = skillLoadedIn(turn);
    if (skill !== null) loads.push({ skill, turn });
  }
  const { turns } = kept;
  const spoken = mostFrequent(heard.languages, 'en');
  const language = languageOf(spoken);
  const runs = toolRunsOf(turns);
  const mishaps = mishapsOf(runs, language);
  const byOrdinal = new Map(turns.filter(isPersons).map((turn) => [turn.ordinal, turn]));
  const workflows = head.role === 'subagent' ? [] : workflowsOf(runs, byOrdinal, language);
  // what a request was met by commands for is that request, not a rule
  const requests = new Set(workflows.map((workflow) => workflow.requestOrdinal));
  const actedOn = actedOnIn(turns);
  const editedFor = editedForIn(runs);
  const lasting = heard.signals.filter((signal) => {
    const ordinal = signal.quotes[0]?.ordinal ?? -1;
    const isDoneAtOnce = actedOn.has(ordinal) && isWholeOf(byOrdinal.get(ordinal), signal);
    if (isErrand(signal) && editedFor.has(ordinal)) return false;
    if (isDoneAtOnce && signal.cued < requestCuesMax) return false;
    const isOfRequest = requests.has(ordinal) && isInFirstParagraph(byOrdinal.get(ordinal), signal);
    return signal.cued >= requestStrengthMax || !isOfRequest;
  });
  return {
    session: head.id,
    agent: head.agent,
    nativeId: head.nativeId,
    project: head.project,
    signals: [
      ...lasting,
      ...mishaps.signals,
      ...workflows.map(({ signal }) => signal),
      ...routinesOf(runs, language),
      ...conventionsOf(runs, language),
    ],
    language: spoken,
    ordinary: sortedRecord(heard.ordinary),
    failedFixes: mishaps.failedFixes,
    work:
      head.role === 'main'
        ? workOf({ runs, persons: turns.filter(isPersons), loads: loadsOf(loads, turns), language: spoken })
        : '',
    leftOut: sortedRecord(heard.leftOut),
  };
}
