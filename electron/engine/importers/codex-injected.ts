// Which words of a Codex "user" message are the person's and which were put there by the harness.

const injectedBeginnings = [
  '<environment_context>',
  '# AGENTS.md instructions',
  '<user_instructions>',
  '<INSTRUCTIONS>',
  '<turn_aborted>',
  '<subagent_notification>',
  '<skill>',
  '<permissions instructions>',
  '<recommended_plugins>',
  '<user_shell_command>',
  '<user_action>',
  '<collaboration_mode>',
  '<personality_spec>',
  '<model_switch>',
  '<apps_instructions>',
  '<skills_instructions>',
  '<plugins_instructions>',
  '<goal_context>',
  '<hook_prompt',
];

// The editor's extension writes what is open before the person's own words, all in one text.
const editorBeginning = '# Context from my IDE setup:';
const editorRequest = /^## My request for Codex:[ \t]*\n?/mu;

export interface Words {
  readonly whose: 'person' | 'injected';
  readonly text: string;
}

export function isInjected(text: string): boolean {
  const start = text.trimStart();
  if (injectedBeginnings.some((beginning) => start.startsWith(beginning))) return true;
  // A text that is one element with an underscore in its name is written by a program, not by a person.
  const tag = /^<([a-z]{1,30}(?:_[a-z]{1,30}){1,4})>/u.exec(start)?.[1];
  return tag !== undefined && start.trimEnd().endsWith(`</${tag}>`);
}

export function wordsOfUser(text: string): readonly Words[] {
  if (text.trim() === '') return [];
  if (isInjected(text)) return [{ whose: 'injected', text }];
  if (!text.trimStart().startsWith(editorBeginning)) return [{ whose: 'person', text }];
  const request = editorRequest.exec(text);
  if (!request) return [{ whose: 'injected', text }];
  const said = text.slice(request.index + request[0].length);
  const before: Words = { whose: 'injected', text: text.slice(0, request.index) };
  return said.trim() === '' ? [before] : [before, { whose: 'person', text: said }];
}

export const isTurnAborted = (text: string): boolean => text.trimStart().startsWith('<turn_aborted>');

/** Frames that Codex puts around an attached picture. */
export const isPictureFrame = (text: string): boolean => /^<\/?image(?: [^>]{0,200})?>$/u.test(text.trim());
