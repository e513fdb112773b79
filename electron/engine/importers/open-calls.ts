// The tool calls that wait for their results, so that a result can say what was run. Survives a pause as plain JSON.
import type { ToolUse } from '../../../shared/transcript.ts';
import { isJson, listOf, textOf } from './json-line.ts';
import { toolKind, toolUse } from './tool-use.ts';

/** Agents run a few calls at once; results of older ones never came. */
const openCallsMax = 256;

export interface OpenCalls {
  open(session: string, use: ToolUse): void;
  /** The call that this result ends; one that we never saw is named by what the result itself says. */
  close(session: string, callId: string, name: string): ToolUse;
  dump(): readonly unknown[];
}

export function createOpenCalls(dumped: unknown): OpenCalls {
  const calls = new Map<string, ToolUse>();
  const placeOf = (session: string, callId: string): string => `${session}\n${callId}`;
  for (const entry of listOf(dumped)) {
    if (!isJson(entry) || !isJson(entry['use'])) continue;
    const place = textOf(entry['place']);
    const use = useFrom(entry['use']);
    if (place !== null && use !== null) calls.set(place, use);
  }
  return {
    open(session, use) {
      calls.set(placeOf(session, use.callId), use);
      const oldest = calls.size > openCallsMax ? calls.keys().next().value : undefined;
      if (oldest !== undefined) calls.delete(oldest);
    },
    close(session, callId, name) {
      const unseen = toolUse(callId, name, null);
      const place = placeOf(session, unseen.callId);
      const use = calls.get(place);
      calls.delete(place);
      return use ?? unseen;
    },
    dump: () => [...calls].map(([place, use]) => ({ place, use })),
  };
}

function useFrom(value: Readonly<Record<string, unknown>>): ToolUse | null {
  const { callId, name, command, target } = value;
  if (typeof callId !== 'string' || typeof name !== 'string') return null;
  return { callId, tool: toolKind(name), name, command: textOf(command), target: textOf(target) };
}
