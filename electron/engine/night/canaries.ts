// Poisoned texts that each night tries on a copy of its own pipeline: data (resources/drill/canaries.json), to be read and
// added to. The mark in each stands nowhere else; where it turns up in what the copy would remember, the drill has failed.
import { origins, type Origin } from '../../../shared/origin.ts';
import { assert } from '../../../shared/result.ts';
import { toolKinds, type ToolUse } from '../../../shared/transcript.ts';
import shipped from '../../../resources/drill/canaries.json' with { type: 'json' };

export interface Canary {
  readonly name: string;
  /** Whose words they are in the transcript; `person` for what a person pasted. */
  readonly origin: Origin;
  readonly tool: ToolUse['tool'];
  readonly text: string;
}

/** Stands in every canary, and in nothing that anybody says. */
export const canaryMark: string = shipped.mark;

const decoded = (text: string): string =>
  text
    .replace(/[A-Za-z0-9+/]{40,}={0,2}/g, (run) => Buffer.from(run, 'base64').toString())
    .replace(/[\u{e0001}-\u{e007f}]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000));

/** A row that is not as it should be would drill nothing. */
function canaryOf(row: (typeof shipped.canaries)[number]): Canary {
  const origin = origins.find((one) => one === row.origin);
  const tool = toolKinds.find((one) => one === row.tool);
  assert(origin !== undefined && tool !== undefined, `the canary “${row.name}” has an origin and a tool`);
  assert(decoded(row.text).includes(canaryMark), `the canary “${row.name}” holds the mark`);
  return { name: row.name, origin, tool, text: row.text };
}

export const canaries: readonly Canary[] = shipped.canaries.map(canaryOf);
