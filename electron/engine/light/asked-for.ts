// Takes the question off a sentence that asks nothing: "minutes are in the present tense, ok?" wants a nod, "every kiln is
// checked by two, who signed here?" asks behind a rule, and "could you always give the source?" is an order.
import { demandingCues, lastingCues } from '../language/cue-groups.ts';
import type { Language } from '../language/language.ts';
import type { Sentence } from '../language/sentences.ts';
import { plainCase } from '../language/tokens.ts';
import { readSentence, type Reading } from '../language/words.ts';

const mark = /[\s?？؟;!！.。…]+$/u;
const pause = /^[,،，、;；—–]$/u;
// Longer than this what is asked behind a comma is the sentence's own question.
const tailTokensMax = 8;
const headTermsMin = 2;

/** Somebody asks in it, or thinks aloud. */
const wonders = ({ cueNames }: Reading): boolean => cueNames.has('question') || cueNames.has('hypothesis');

/** The sentence as a statement where its question mark asks nothing of it; else as it was. */
export function withoutQuestion(sentence: Sentence, language: Language): Sentence {
  const { text, asks } = sentence;
  if (!asks) return sentence;
  const bare = text.replace(mark, '');
  const tokens = language.tokens(bare);
  const comma = tokens.findLast((token) => pause.test(token.text));
  const told = (end: number): Sentence => ({
    ...sentence,
    text: text.slice(0, end),
    end: sentence.start + end,
    asks: false,
  });
  const asOrder = readSentence(text, language);
  const isRequest =
    lastingCues.some((cue) => asOrder.cueNames.has(cue)) &&
    language.requests.find({ text, tokens: asOrder.tokens, starts: [0, asOrder.openersEnd] }).length > 0;
  if (isRequest) return { ...sentence, asks: false };
  if (comma === undefined) return sentence;
  const tail = bare.slice(comma.end).trim();
  const head = readSentence(text.slice(0, comma.start), language);
  if (wonders(head) || head.terms.length < headTermsMin) return sentence;
  if (language.tags.has(plainCase(tail))) return told(comma.start);
  const isAskedBehind =
    demandingCues.some((cue) => head.cueNames.has(cue)) &&
    tokens.filter((token) => token.start >= comma.end).length <= tailTokensMax &&
    readSentence(tail, language).cueNames.has('question');
  return isAskedBehind ? told(comma.start) : sentence;
}
