// The gates a theme must pass, each with its reason and what would flip it. A gate is a yes or a no: no score, however
// high, buys a way around one.
import type { Gate, InstructionsUnderstood, Theme } from '../../../shared/dream.ts';
import { isDoneByTools } from '../../../shared/memory.ts';
import { mayRule } from '../../../shared/origin.ts';
import { stemsOf, readSentence } from '../language/words.ts';
import { languageOf } from '../language/language.ts';
import { isLeftOut, isLeftOutByAgents, noFocus, type AgentFocus } from './instructions.ts';
import { usualThresholds, type Thresholds } from '../../../shared/settings.ts';
import type { Refusal } from './owners-word.ts';

// usualThresholds (shared/settings.ts) were calibrated on the tuning bank and on real transcripts: below a score of 0.42
// even repeated sayings were mostly noise, and three sessions are the fewest that are no coincidence.
// Strong enough to count after two days, and after one.
const strengthForTwo = 0.5;
const strengthForTwoAlone = 0.62;
const strengthForOne = 0.7;
const strengthForAsked = 0.5;
// What one saying needs to be shown at all: a demand, and enough words to stand alone.
const strengthForWeak = 0.4;
const termsForWeak = 3;
// What the judge is against is talk, the surer the seldomer it was said: of what one session said below this, five of nine
// on four opened banks were no rules; of what two said, seven of nine. Its owner's "from now on" stands above it.
const lastsByOne = 0.3;
const lastsByTwo = 0.33;
const lastsByMore = 0.05;
// So many signs of a rule the judge was never shown together.
const strengthAboveJudge = 0.78;
// What runs on tells of a state of things, more than how they should be.
const charsOfRule = 160;
// Two sayings in two wordings, on two days: nobody words talk of the moment anew.
const lastsForTwo = 0.2;
const lastsSureOfTwo = 0.5;
// A statement like those that the judge was taught as lasting, in all its words.
const strengthForFact = 0.55;
const lastsForFact = 0.96;
// So sure the judge is of one sentence in ten that it was not taught.
const lastsForWeak = 0.9;
// The failing command, what it said, and one step.
const oneStepQuotesMax = 3;
const runsForWorkflow = 5;
// Below it the same phrase was said again and again.
const wordingsShare = 0.75;
// One faint sign of a rule among all that was said.
const strengthAnew = 0.15;
// So many wordings, or sessions, are no chance.
const wordingsForAnew = 3;
// Worded as a rule strongly enough that the same wording each time is no sign of a mere phrase.
const strengthForOneWording = 0.6;
const termsForOneWording = 2;
// As sure the judge is of few phrases; what is said each day in the same words is one, whatever it sounds like.
const lastsForOneWording = 0.9;
// Below it no saying had more than one faint sign of a rule.
const strengthMin = 0.3;
// Polite requests of one subject, in several wordings: in some languages every rule is worded so.
const strengthMinWanted = 0.25;
// What no cue asks for, but is told again and again in more than one way, and sounds lasting.
const sessionsToldOften = 4;
const lastsToldOften = 0.6;
// Where no cue says more than this, the judge is asked as well, and may not be against it.
const cuesSure = 0.3;
const lastsMin = 0.3;
// So sure the judge is of talk ("always a coffee at this hour, what a life"), in the mean of several sayings, that "always" does
// not make it a rule, unless it puts a slip right, tells a change or asks to be kept.
const lastsSurelyTalk = 0.1;
// A change that is announced and fits something known needs no more than a plain wording.
const strengthToReplace = 0.3;
const raiseForReplacing = 0.1;
// Its owner asked to keep it, or said it plainly: how often it was said matters little.
const raiseForAsked = 0.1;
const charsMin = 8;
const charsMax = 400;

const pass = (name: Gate['name'], reason: string): Gate => ({ name, passed: true, reason, flip: null });
const fail = (name: Gate['name'], reason: string, flip: string): Gate => ({
  name,
  passed: false,
  reason,
  flip,
});

const isMined = (theme: Theme): boolean => isDoneByTools(theme.kind);

const evidenceGate = (theme: Theme): Gate =>
  theme.evidence.length > 0
    ? pass('evidence', `${theme.evidence.length} verbatim quotes`)
    : fail('evidence', 'no verbatim quote', 'a quote that stands in a transcript');

const trustGate = (theme: Theme): Gate => {
  if (mayRule(theme.taint, isMined(theme))) {
    const isSaid = theme.taint === 'person';
    return pass('trust', isSaid ? 'said by the owner' : 'what tools did: exit codes and commands');
  }
  return fail('trust', `rests on words of ${theme.taint} origin`, 'the owner says it in their own words');
};

function standsAloneGate(theme: Theme): Gate {
  const { text } = theme;
  if (text.length < charsMin || text.length > charsMax) {
    return fail(
      'stands-alone',
      `${text.length} characters`,
      `a wording of ${charsMin} to ${charsMax} characters`,
    );
  }
  const language = languageOf(theme.language);
  const terms = stemsOf(readSentence(text, language).terms);
  const needed = language.lexicon.spaces && theme.sessions < 2 ? 2 : 1;
  if (!isMined(theme) && terms.length < needed) {
    return fail(
      'stands-alone',
      'a stranger could not tell what it is about',
      'a wording that names its subject',
    );
  }
  return pass('stands-alone', 'understood without the talk around it');
}

/** "Our notary is Ferrer, in Colón street": nobody says such a thing twice. */
const isPlainFact = ({ sessions, strength, lasts, terms }: Theme): boolean =>
  sessions === 1 && strength >= strengthForFact && lasts >= lastsForFact && terms.length >= termsForWeak;

/** Said too seldom for how little it sounds like something lasting. */
function soundsLikeTalk({ sessions, lasts, strength, isAskedFor }: Theme): boolean {
  if (isAskedFor || strength >= strengthAboveJudge) return false;
  return lasts < (sessions === 1 ? lastsByOne : sessions === 2 ? lastsByTwo : lastsByMore);
}

/** Why what was seen is surely enough, for people; null where it is not. */
function surelyEnough(theme: Theme, takesPlace: boolean, sessionsMin: number): string | null {
  const { sessions, strength } = theme;
  if (theme.isUnasked) return null;
  if (takesPlace && (strength >= strengthToReplace || sessions >= 2))
    return 'takes the place of something known, and says so';
  if (sessions >= sessionsMin) return `seen in ${sessions} sessions`;
  if (theme.kind === 'error-fix') {
    const isTwice = sessions === 2 && strength >= strengthForTwo;
    return isTwice ? 'the same step mended it in two sessions, with no edit between' : null;
  }
  if (theme.kind === 'workflow') return null;
  const isSureOfTwo = strength >= strengthForTwoAlone || theme.ruleLike >= 2 || theme.isCohesive;
  if (sessions === 2 && strength >= strengthForTwo && isSureOfTwo)
    return 'said in 2 sessions, worded as a rule';
  if (sessions === 2 && isSaidAnew(theme) && theme.isCohesive && theme.lasts >= lastsSureOfTwo)
    return 'said in 2 sessions, in two ways';
  if (isPlainFact(theme)) return 'said once, and so plainly that it hardly needs a second time';
  if (sessions === 1 && theme.isAskedFor && strength >= strengthForAsked)
    return 'said once, and asked to be kept';
  return null;
}

/** Said in two sessions or more, nearly each time in other words: a subject that comes back, whatever its wording. */
function isSaidAnew({ sessions, wordings, strength, cued, lasts, text }: Theme): boolean {
  if (sessions < 2 || text.length > charsOfRule) return false;
  const lastsNeeded = cued > 0 ? lastsForTwo : lastsForWeak;
  if (sessions === 2) return wordings >= 2 && strength >= strengthMin && lasts >= lastsNeeded;
  return strength >= strengthAnew && wordings >= wordingsForAnew && wordings >= sessions * wordingsShare;
}

/** Worded so that its owner may well want it kept, but seen too seldom to be sure: shown to them, settled by nobody else. */
export function isWeakEvidence(
  theme: Theme,
  takesPlace: boolean,
  { sessionsMin }: Thresholds = usualThresholds,
): boolean {
  if (surelyEnough(theme, takesPlace, sessionsMin) !== null) return false;
  if (theme.kind === 'error-fix')
    return theme.strength >= strengthForTwo && theme.evidence.length <= oneStepQuotesMax;
  if (theme.isUnasked) return true;
  if (theme.kind === 'workflow') return theme.signalIds.length >= runsForWorkflow;
  if (isSaidAnew(theme)) return true;
  if (soundsLikeTalk(theme)) return false;
  if (theme.isLasting && theme.strength >= strengthForOne) return true;
  const isWorded = theme.isDemand || (theme.lasts >= lastsForWeak && theme.text.length <= charsOfRule);
  return isWorded && theme.strength >= strengthForWeak && theme.terms.length >= termsForWeak;
}

function sessionsGate(theme: Theme, takesPlace: boolean, thresholds: Thresholds): Gate {
  const { sessionsMin } = thresholds;
  const enough = surelyEnough(theme, takesPlace, sessionsMin);
  if (enough !== null) return pass('sessions', enough);
  const seen = `seen in ${theme.sessions} of ${sessionsMin} sessions`;
  if (isWeakEvidence(theme, takesPlace, thresholds) && theme.isUnasked)
    return pass(
      'sessions',
      `seen in ${theme.sessions} sessions, and asked for by nobody: it waits for your eye`,
    );
  if (isWeakEvidence(theme, takesPlace, thresholds))
    return pass('sessions', `${seen}, but worded as a rule: it waits for your eye`);
  const more = sessionsMin - theme.sessions;
  const missing = `${more} more ${more === 1 ? 'session' : 'sessions'}`;
  return fail('sessions', seen, isMined(theme) ? missing : `${missing}, or "from now on"`);
}

/** The same wording each time, with no strong word for a rule: what lets it pass is the judge. */
export const isPhrase = ({ sessions, wordings, cued }: Theme): boolean =>
  sessions > 1 && wordings < 2 && cued < strengthForOneWording;

const talk = fail(
  'contexts',
  'worded as talk of the moment more than as a rule',
  'one saying that is worded as a rule',
);

function contextsGate(theme: Theme, takesPlace: boolean): Gate {
  if (isMined(theme)) return pass('contexts', 'what tools did needs no second wording');
  if (takesPlace) return pass('contexts', 'what it takes the place of shows that the subject lasts');
  if (soundsLikeTalk(theme)) return talk;
  const isBareFact = !theme.isWanted && theme.values.length === 0 && theme.wordings < 2;
  if (isBareFact)
    return fail(
      'contexts',
      'tells how something is, the same way each time, and names nothing',
      'a second wording, or a name or a number',
    );
  const isTold = theme.slips > 0 || theme.announcesChange || theme.isAskedFor || theme.sessions < 2;
  if (theme.lasts < lastsSurelyTalk && !isTold)
    return fail(
      'contexts',
      'worded as talk of the moment more than as a rule',
      'one saying that is worded as a rule',
    );
  const isSaidInWays = theme.wordings > 1 && theme.isCohesive;
  const isToldOften = theme.sessions >= sessionsToldOften && theme.lasts >= lastsToldOften;
  const enough = isSaidInWays && (theme.isWanted || isToldOften) ? strengthMinWanted : strengthMin;
  if (isSaidAnew(theme)) return pass('contexts', `said in ${theme.wordings} ways, nearly each time anew`);
  if (theme.strength < enough)
    return fail('contexts', 'never worded as a rule or a fact', 'one saying that is worded as a rule');
  if (theme.cued < cuesSure && theme.lasts < lastsMin) return talk;
  const isFullRule =
    (theme.cued >= strengthForOneWording || (theme.sessions === 2 && theme.lasts >= lastsForOneWording)) &&
    theme.terms.length >= termsForOneWording;
  if (theme.sessions < 2 || theme.wordings > 1 || isFullRule) {
    return pass('contexts', theme.wordings > 1 ? `said in ${theme.wordings} ways` : 'worded as a rule');
  }
  return fail(
    'contexts',
    'the same phrase each time, and not worded as a rule',
    'a second wording, or one with "always" or "must"',
  );
}

function scoreGate(score: number, needed: number): Gate {
  const reason = `${score.toFixed(2)} of ${needed.toFixed(2)} needed`;
  const gate =
    score >= needed
      ? pass('score', reason)
      : fail(
          'score',
          reason,
          `${(needed - score).toFixed(2)} more: another session, agent or project that says it`,
        );
  return { ...gate, needed };
}

function instructionsGate(
  theme: Theme,
  instructions: InstructionsUnderstood | null,
  focus: AgentFocus,
): Gate {
  const why = (instructions ? isLeftOut(theme, instructions) : null) ?? isLeftOutByAgents(theme, focus);
  return why === null
    ? pass(
        'instructions',
        instructions ? 'not left out by tonight’s instructions' : 'no instructions tonight',
      )
    : fail('instructions', why, 'a night without that instruction');
}

const ownerGate = (refusal: Refusal | null): Gate =>
  refusal === null ? pass('owner', 'you never said no to it') : fail('owner', refusal.reason, refusal.flip);

/** Twenty thousand verdicts with eight gates each say mostly the same: gates that are equal are one in memory. */
export function createGateShelf(): (gates: readonly Gate[]) => readonly Gate[] {
  const known = new Map<string, Gate>();
  return (gates) =>
    gates.map((gate) => {
      const key = `${gate.name}\n${gate.reason}\n${gate.flip ?? ''}\n${gate.needed ?? ''}\n${gate.passed}`;
      const first = known.get(key);
      if (first === undefined) known.set(key, gate);
      return first ?? gate;
    });
}

export interface Asked {
  readonly score: number;
  /** How much less it needs tonight, by the instructions. */
  readonly raise: number;
  /** It closes an entry or an older stance, and says so itself. */
  readonly takesPlace: boolean;
  readonly instructions: InstructionsUnderstood | null;
  readonly agentFocus?: AgentFocus;
  /** What its owner said to it before; left out where they said nothing. */
  readonly refusal?: Refusal | null;
  readonly thresholds?: Thresholds;
}

/** In the order in which they are asked; the first that fails is the one that stopped it. */
export function gatesOf(
  theme: Theme,
  { score, raise, takesPlace, instructions, agentFocus = noFocus, ...asked }: Asked,
): readonly Gate[] {
  const { refusal = null, thresholds = usualThresholds } = asked;
  const isRaised = theme.isAskedFor || isPlainFact(theme) || isWeakEvidence(theme, takesPlace, thresholds);
  return [
    evidenceGate(theme),
    trustGate(theme),
    ownerGate(refusal),
    instructionsGate(theme, instructions, agentFocus),
    standsAloneGate(theme),
    sessionsGate(theme, takesPlace, thresholds),
    contextsGate(theme, takesPlace),
    scoreGate(
      score,
      thresholds.scoreMin - (raise + (takesPlace ? raiseForReplacing : 0) + (isRaised ? raiseForAsked : 0)),
    ),
  ];
}
