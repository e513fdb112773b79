// The agents' tools in the house's words: which kind a tool is, what it ran, what it worked on, how far its output is
// to be trusted. Names are compared in lower case without separators, so that one table serves every agent.
import type { Origin } from '../../../shared/origin.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ToolUse } from '../../../shared/transcript.ts';
import { isJson, listOf, textOf, type Json } from './json-line.ts';

const toolsByKind: Readonly<Record<Exclude<ToolUse['tool'], 'other'>, readonly string[]>> = {
  shell:
    'bash exec shell process localshell execcommand runcommand runterminalcmd executecommand powershell terminal'.split(
      ' ',
    ),
  edit: 'edit write multiedit notebookedit applypatch strreplaceeditor strreplacebasededittool createfile writefile editfile'.split(
    ' ',
  ),
  read: 'read view notebookread readfile viewimage memoryget pdf image'.split(' '),
  search: 'grep glob ls find toolsearch memorysearch codebasesearch listdir searchfiles lsp'.split(' '),
  web: 'webfetch websearch browser fetch browse webbrowser openurl fetchurl xsearch'.split(' '),
  agent: 'task agent sessionsspawn sessionssend subagents spawnagent workflow'.split(' '),
};

const kindByName: ReadonlyMap<string, ToolUse['tool']> = new Map(
  (['shell', 'edit', 'read', 'search', 'web', 'agent'] as const).flatMap((kind) =>
    toolsByKind[kind].map((name) => [name, kind] as const),
  ),
);

// A tool of somebody's server is a stranger; one that plainly goes to the web brings back what pages say.
const webServerTool =
  /fetch|brows|chrome|playwright|puppeteer|crawl|scrape|navigate|websearch|web_search|firecrawl|tavily|brave/i;

export function toolKind(name: string): ToolUse['tool'] {
  if (name.startsWith('mcp__')) return webServerTool.test(name) ? 'web' : 'other';
  return kindByName.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? 'other';
}

/** Tool names and ids are short; what is longer is somebody's mistake. */
const nameMax = 200;

export function toolUse(callId: string, name: string, input: unknown): ToolUse {
  const given: Json = isJson(input) ? input : {};
  const tool = toolKind(name);
  return {
    callId: callId.slice(0, nameMax).toWellFormed(),
    tool,
    name: name.slice(0, nameMax).toWellFormed(),
    command: tool === 'shell' ? commandOf(given) : null,
    target: targetOf(given),
  };
}

function commandOf(input: Json): string | null {
  const command = input['command'] ?? input['cmd'];
  if (Array.isArray(command)) {
    const parts = command.filter((part): part is string => typeof part === 'string');
    // ["bash", "-lc", "npm test"] is a wrapper around one command.
    const wrapped = parts.length === 3 && /^-\w*c$/.test(parts[1] ?? '') ? parts[2] : undefined;
    return (wrapped ?? parts.join(' ')).toWellFormed();
  }
  return textOf(command)?.toWellFormed() ?? null;
}

function targetOf(input: Json): string | null {
  for (const name of ['file_path', 'filePath', 'notebook_path', 'path', 'url', 'targetUrl', 'uri', 'skill']) {
    const target = textOf(input[name]);
    if (target !== null) return target.slice(0, 4096).toWellFormed();
  }
  return null;
}

/** What of a call is worth reading: the command, the new text, the question; else its arguments as they stand. */
export function callText(use: ToolUse, input: unknown): string {
  const given: Json = isJson(input) ? input : {};
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => textOf(given[name])).find((text) => text !== null) ?? null;
  const lines = (...parts: readonly (string | null)[]): string | null => {
    const there = parts.filter((part) => part !== null);
    return there.length === 0 ? null : there.join('\n');
  };
  const text = ((): string | null => {
    switch (use.tool) {
      case 'shell':
        return use.command;
      case 'edit':
        return lines(use.target, first('new_string', 'newText', 'content', 'new_source', 'input', 'patch'));
      case 'read':
        return use.target;
      case 'search':
        return lines(first('pattern', 'query'), use.target);
      case 'web':
        return lines(use.target, first('query', 'prompt', 'q'));
      case 'agent':
        return first('prompt', 'task', 'message');
      case 'other':
        return null;
      default:
        return assertNever(use.tool);
    }
  })();
  return text ?? asJson(input);
}

function asJson(input: unknown): string {
  if (typeof input === 'string') return input;
  try {
    return JSON.stringify(input) ?? '';
  } catch {
    // Nested deeper than the stack: not worth a reader's time.
    return '';
  }
}

/** What a page said is the web's, what a file said is the file's; the rest is the tool's own print. */
export function resultOrigin(use: ToolUse): Origin {
  if (use.tool === 'web') return 'web';
  if (use.tool === 'read') return isAddress(use.target) ? 'web' : 'file';
  if (use.tool === 'shell' && use.command !== null && isFetching(use.command)) return 'web';
  return 'tool';
}

const isAddress = (target: string | null): boolean => target !== null && /^https?:\/\//i.test(target);

const fetcher =
  /(?:^|[\n;&|(`]|\$\(|\b(?:sudo|time|xargs|exec|env|timeout\s+\S+)\s)\s*(?:curl|wget|lynx|w3m|links|elinks|httpie|xh|aria2c)\s/;
const address = /https?:\/\/([^\s/'"`:?#)]+)/gi;
const localHost = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|.*\.local|.*\.localhost)$/i;

/** A command that plainly brings a page from the web; one's own machine is not the web. */
export function isFetching(command: string): boolean {
  const start = command.slice(0, 20_000);
  if (!fetcher.test(start)) return false;
  const hosts = [...start.matchAll(address)].map((match) => match[1] ?? '');
  return hosts.length === 0
    ? !/\b(?:localhost|127\.0\.0\.1)\b/.test(start)
    : !hosts.every((host) => localHost.test(host));
}

/** The text of a tool's result, given as a string or as a list of blocks. Images are named, never kept. */
export function resultText(content: unknown): string {
  if (typeof content === 'string') return content;
  return listOf(content)
    .map((block) => {
      if (typeof block === 'string') return block;
      if (!isJson(block)) return '';
      if (block['type'] === 'text') return typeof block['text'] === 'string' ? block['text'] : '';
      if (block['type'] === 'tool_reference') return textOf(block['tool_name']) ?? '';
      return typeof block['type'] === 'string' ? `[${block['type'].slice(0, 60)}]` : '';
    })
    .filter((text) => text !== '')
    .join('\n');
}
