// Test code: a model in this process that answers by a script and keeps books of what it would charge. Nothing is sent.
import type { ModelFaultKind, TokenUsage } from '../../../../shared/models.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Model, ModelFault, ModelRequest, ModelSaid } from '../../deps.ts';

export type ScriptedReply =
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly usage?: TokenUsage;
      readonly stop?: ModelSaid['stop'];
    }
  | {
      readonly kind: 'fault';
      readonly fault: ModelFaultKind;
      readonly billed?: TokenUsage;
      readonly retryAfterMs?: number;
    };

export interface Bill {
  readonly model: string;
  readonly usage: TokenUsage;
  readonly asked: number;
}

export interface ScriptedModel extends Model {
  readonly asked: readonly ModelRequest[];
  /** `asked`: how many had been asked by then, this one included. */
  readonly billed: readonly Bill[];
}

const tokens = (text: string): number => Math.ceil(new TextEncoder().encode(text).length / 4);

export const usageFor = (request: ModelRequest, text: string): TokenUsage => ({
  inputTokens: tokens(request.system + request.user),
  outputTokens: Math.min(request.outputTokensMax, tokens(text)),
  cacheWriteTokens: 0,
  cacheReadTokens: 0,
});

const fault = (kind: ModelFaultKind, retryAfterMs: number | null = null): ModelFault => ({
  kind: 'fault',
  fault: kind,
  detail: `scripted: ${kind}`,
  retryAfterMs,
  requestId: null,
});

export function createScriptedModel(
  script: (request: ModelRequest, number: number) => ScriptedReply,
): ScriptedModel {
  const asked: ModelRequest[] = [];
  const billed: Bill[] = [];
  const notHere = () => Promise.resolve(err(fault('not-allowed')));
  return {
    asked,
    billed,
    send: (request) => {
      asked.push(request);
      const reply = script(request, asked.length);
      if (reply.kind === 'fault') {
        if (reply.billed !== undefined)
          billed.push({ model: request.model, usage: reply.billed, asked: asked.length });
        return Promise.resolve(fault(reply.fault, reply.retryAfterMs ?? null));
      }
      const usage = reply.usage ?? usageFor(request, reply.text);
      billed.push({ model: request.model, usage, asked: asked.length });
      return Promise.resolve({
        kind: 'said',
        text: reply.text,
        stop: reply.stop ?? 'end',
        usage,
        requestId: null,
      });
    },
    count: (request) => Promise.resolve(ok(tokens(request.system + request.user))),
    list: () => Promise.resolve(ok([])),
    startBatch: notHere,
    batch: notHere,
    batchAnswers: notHere,
    cancelBatch: notHere,
  };
}
