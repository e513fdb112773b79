// OpenClaw hands a person's message on with the channel's envelope around it: when and where it came from, what it
// answers, what was said before. The envelope is told apart here, so that only the words are the person's.
import type { Origin } from '../../../shared/origin.ts';
import type { Span } from '../../../shared/transcript.ts';

/**
 * "Conversation info (untrusted metadata):" and its kin, each with a fenced JSON block.
 * Source: messages of OpenClaw 2026.2 to 2026.4 as people published them.
 */
const metadataBlock = /^[A-Z][^\n()]{2,80}\(untrusted[^\n)]{0,60}\):?[ \t]*\n+```(?:json)?\n[\s\S]*?\n```\s*/;
/** "[Wed 2026-02-18 11:21 GMT+1] ", "[Telegram Sam id:42 +3m 2026-01-05T11:21Z] ". */
const stamp = /^\[[^[\]\n]{0,200}\d{4}-\d{2}-\d{2}[T ,]+\d{1,2}:\d{2}[^[\]\n]{0,40}\][ \t]?/;
/** "System: [2026-02-18 11:21:09 GMT+1] Exec finished", one line each, before the words. */
const systemLine = /^System(?: \(untrusted\))?: \[[^\n]*\n*/;
const messageIdLine = /^\[(?:message_id|media attached|media|reply_to|thread)[^\]\n]{0,400}\][^\n]*\n*/;
const historyBlock = /^\[Chat messages since your last reply[\s\S]*?\[Current message[^\]\n]*\]\s*/;
const abortedNote = /^Note: The previous agent run was aborted[^\n]*\n*/;
const heads: readonly RegExp[] = [metadataBlock, stamp, systemLine, messageIdLine, historyBlock, abortedNote];

/** What stands behind the words to the text's end. */
const tails: readonly RegExp[] = [
  /\n\s*\[message_id: [^\]\n]{1,200}\]\s*$/,
  /\n\s*Untrusted context \(metadata[\s\S]*$/,
  /\n\s*To send an image back, prefer the message tool[\s\S]*$/,
];

/** An envelope has a handful of parts; more than this is somebody's play with them. */
const partsMax = 40;

/** The marks of the envelope in a message; the words lie between them. */
export function envelopeMarks(text: string): readonly Span[] {
  const marks: Span[] = [];
  let start = 0;
  for (let parts = 0; parts < partsMax; parts++) {
    const rest = text.slice(start);
    const length = heads.map((head) => head.exec(rest)?.[0].length ?? 0).find((found) => found > 0);
    if (length === undefined) break;
    start += length;
  }
  if (start > 0) marks.push({ origin: 'injected', start: 0, end: start });
  const ends = tails.map((tail) => tail.exec(text)?.index ?? -1).filter((index) => index >= start);
  if (ends.length > 0) marks.push({ origin: 'injected', start: Math.min(...ends), end: text.length });
  return marks;
}

/** In a group anybody may have written it: such words are nobody's that we know. */
export const speakerOrigin = (text: string): Origin =>
  /"is_group_chat":\s*true/.test(text.slice(0, 4000)) ? 'import' : 'person';
