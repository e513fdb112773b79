// What came of a model's help, in words: how many decisions, for how much, and how it ended.
import type { MindReceipt } from '../../shared/models.ts';
import type { Formats } from '../words/formats.ts';
import type { PlainKey, Say } from '../words/words.ts';

/** "3 of 41 decisions changed", "$0.04", "$0.0133 a change" and so on. */
export function mindFigures(mind: MindReceipt, say: Say, formats: Formats): readonly string[] {
  const { decisions, usd, usdPerInsight, calls, retries } = mind;
  return [
    decisions.asked > 0 ? say('mind.line', { changed: decisions.changed, asked: decisions.asked }) : null,
    calls > 0 ? formats.money(usd) : null,
    usdPerInsight === null ? null : say('mind.perInsight', { usd: formats.money(usdPerInsight) }),
    calls > 0 ? say('mind.calls', { count: calls }) : null,
    retries > 0 ? say('mind.retries', { count: retries }) : null,
    decisions.known > 0 ? say('mind.known', { count: decisions.known }) : null,
  ].filter((part) => part !== null);
}

/** What readers of whole sessions did. */
export function readingWords(reading: NonNullable<MindReceipt['reading']>, say: Say): readonly string[] {
  const { pieces, read, known, left, findings, knownToEngine, themes } = reading;
  return [
    say('mind.reading', { read, pieces }),
    known > 0 ? say('mind.readingKnown', { count: known }) : null,
    left > 0 ? say('mind.readingLeft', { count: left }) : null,
    findings > 0 ? say('mind.readingFound', { count: findings, known: knownToEngine }) : null,
    themes > 0 ? say('mind.readingThemes', { count: themes }) : null,
  ].filter((part) => part !== null);
}

/** In a sentence how the asking ended. What a night gave as its reason where none was asked stands beside it. */
export function mindState(mind: MindReceipt, say: Say): string {
  const { state, decisions, cap, fault } = mind;
  if (state === 'done') return say(decisions.asked === 0 ? 'mind.state.nothing' : 'mind.state.done');
  if (state === 'budget')
    return say('mind.state.budget', { cap: cap === null ? '' : say(`mind.cap.${cap}`) });
  if (state === 'stopped') {
    return say('mind.state.stopped', { fault: fault === null ? '' : say(`trace.outcome.${fault}`) });
  }
  return say(`mind.state.${state}`);
}

/** It ended otherwise than asked for, and its owner may want to do something about it. */
export const wantsAnEye = ({ state, fault, cap }: MindReceipt): boolean =>
  state === 'budget' || state === 'stopped' || (state === 'off' && (fault !== null || cap !== null));

const answers: Readonly<Record<string, PlainKey>> = {
  add: 'mind.answer.add',
  hold: 'mind.answer.hold',
  replace: 'mind.answer.replace',
  'keep-both': 'mind.answer.keep-both',
  merge: 'mind.answer.merge',
  keep: 'mind.answer.keep',
};

/** An operation, with its wording where it has one: `keep: “…”`. What is not known is shown as it is. */
export function answerWords(answer: string, say: Say): string {
  const [, operation = answer, wording] = /^([a-z-]+)(?:: (“.*”))?$/su.exec(answer) ?? [];
  const key = answers[operation];
  if (key === undefined) return answer;
  return wording === undefined ? say(key) : `${say(key)} ${wording}`;
}

const droppedWords: Readonly<Record<string, PlainKey>> = {
  'made-up quote': 'mind.dropped.made-up quote',
  'no quote of the owner': 'mind.dropped.no quote of the owner',
  'wording not in the quotes': 'mind.dropped.wording not in the quotes',
  'no answer': 'mind.dropped.no answer',
  'wrong shape': 'mind.dropped.wrong shape',
  'wrong-shape': 'mind.dropped.wrong shape',
  'not asked for': 'mind.dropped.not asked for',
  'asked in vain before': 'mind.dropped.asked in vain before',
  refused: 'trace.outcome.refused',
  'cut-short': 'trace.outcome.cut-short',
  lost: 'trace.outcome.lost',
};

export function droppedReason(reason: string, say: Say): string {
  const key = droppedWords[reason];
  return key === undefined ? reason : say(key);
}
