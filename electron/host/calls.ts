// POST /api/call: one question of the contract, checked at the door, carried over the bridge.
import type { Bridge, CallArgs, CallName } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { parseCall } from '../door/index.ts';
import { readJson } from './body.ts';
import type { Limits } from './limits.ts';
import { refusals, sendJson, type Refusal } from './reply.ts';
import type { Route } from './routes.ts';

/** What the door says is for a person and holds nothing that was sent. */
const notOfContract = (failure: Failure): Refusal => ({
  status: failure.kind === 'not-found' ? 404 : 400,
  failure,
});

export function callRoute(needs: { readonly bridge: Bridge; readonly limits: Limits }): Route {
  const { limits } = needs;
  let underWay = 0;
  const carry = <N extends CallName>(call: { readonly name: N; readonly args: CallArgs<N> }) =>
    needs.bridge.call(call.name, call.args);
  return {
    path: '/api/call',
    methods: ['POST'],
    answer: async ({ request, response }) => {
      if (underWay >= limits.callsAtOnceMax) return refusals.tooOften(1);
      underWay += 1;
      try {
        const read = await readJson(request, limits.bodyBytesMax);
        if (!read.ok) return read.error;
        if (typeof read.value !== 'object' || read.value === null || !('name' in read.value)) {
          return refusals.malformed('A question has a name and its arguments.');
        }
        const args: unknown = 'args' in read.value ? read.value.args : {};
        const call = parseCall(read.value.name, args);
        if (!call.ok) return notOfContract(call.error);
        const answer = await carry(call.value);
        sendJson(response, 200, answer);
        return null;
      } finally {
        underWay -= 1;
      }
    },
  };
}
