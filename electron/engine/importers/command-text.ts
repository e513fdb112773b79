// Slash commands stand in a transcript as envelopes. What a person wrote behind the command is theirs; the rest is not.
import type { Span } from '../../../shared/transcript.ts';

/** Commands whose arguments are settings and names, never a wish in words. Source: Claude Code's built-in commands. */
const settingCommands = new Set(
  'add-dir agents allowed-tools bug clear config context cost doctor effort exit export fast hooks ide login logout mcp model output-style permissions plugin plugins quit release-notes reload-plugins rename resume rewind sandbox status statusline tag terminal-setup theme upgrade usage vim'.split(
    ' ',
  ),
);

const envelope = /^\s*<command-(?:name|message)>/;
const nameBlock = /<command-name>\s*\/?([^<\s]{1,100})/;
const argsBlock = /<command-args>([\s\S]*?)<\/command-args>/;
const memoryBlock = /^\s*<user-memory-input>([\s\S]*?)<\/user-memory-input>/;

export const isCommandEnvelope = (text: string): boolean => envelope.test(text);

/** The person's own words inside an envelope, or none. */
export function wordsInEnvelope(text: string): readonly Span[] {
  // `# always use tabs`: a note to memory, typed by the person.
  const memory = memoryBlock.exec(text);
  if (memory !== null) return inner(text, memory[1] ?? '', '<user-memory-input>');
  if (!isCommandEnvelope(text)) return [];
  const args = argsBlock.exec(text)?.[1] ?? '';
  const command = nameBlock.exec(text)?.[1] ?? '';
  if (settingCommands.has(command) || !isWords(args)) return [];
  return inner(text, args, '<command-args>');
}

export const isMemoryNote = (text: string): boolean => memoryBlock.test(text);

function inner(text: string, words: string, tag: string): readonly Span[] {
  const start = text.indexOf(tag) + tag.length + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return end > start ? [{ origin: 'person', start, end }] : [];
}

/** The fewest letters that make words of arguments, flags, paths and addresses left aside. 8: "fix it all" passes. */
const lettersMin = 8;

function isWords(args: string): boolean {
  const words = args
    .slice(0, 4000)
    .split(/\s+/)
    .filter((word) => !/^-|[/\\@=]/.test(word));
  const letters = words.join('').match(/\p{L}/gu)?.length ?? 0;
  return letters >= lettersMin;
}
