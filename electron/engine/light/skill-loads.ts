// Notices which skills a session loaded. Claude Code has a tool for it and a person's "/name"; Codex and OpenClaw read the
// file, and Codex puts a skill that a person names with "$" before their message.
import type { Turn } from '../../../shared/transcript.ts';

const fileOfSkill = /[\\/]skills[\\/](?:[\w.-]+[\\/])*([\w.-]+)[\\/]SKILL\.md/u;
const command = /<command-name>\/?([\w.:-]+)<\/command-name>/u;
const named = /^\s*<skill>\s*<name>([\w.:-]+)<\/name>/u;
// Longer ones are no command that reads a file.
const charsMax = 2000;

/** What an older import kept of the call, before it knew the tool: its arguments. */
const inArguments = (text: string): string | null => /^\{"skill":"([\w.:-]+)"/u.exec(text)?.[1] ?? null;

function ofCall({ use, text }: Turn): string | null {
  if (use === null) return null;
  if (use.name === 'Skill') return use.target ?? inArguments(text);
  const place =
    use.tool === 'read'
      ? use.target
      : use.tool === 'shell'
        ? (use.command?.slice(0, charsMax) ?? null)
        : null;
  return place === null ? null : (fileOfSkill.exec(place)?.[1] ?? null);
}

/** Its name; null where none is loaded. Text of tools and pages loads nothing, whatever it says. */
export function skillLoadedIn(turn: Turn): string | null {
  if (turn.kind === 'call') return ofCall(turn);
  const isHarness = turn.origin === 'injected' || turn.origin === 'person';
  if (!isHarness || (turn.kind !== 'notice' && turn.kind !== 'message')) return null;
  const beginning = turn.text.slice(0, charsMax);
  return command.exec(beginning)?.[1] ?? named.exec(beginning)?.[1] ?? null;
}
