// What Anthropic's API has and we have not, with the reason: whoever calls it is told why, and not only that nothing is
// there.

const needsModel = 'it needs a model, and here everything is done without one';
const noAgents = 'Slowwave runs no agents; it reads what agents on this computer did';
const noAccounts = 'there is one person and one key here, and nothing to administer';

/** The longest beginning of a path that fits gives the reason. */
export const reasons: Readonly<Record<string, string>> = {
  '/v1/messages': needsModel,
  '/v1/complete': needsModel,
  '/v1/models': 'the one model of dreams is "slowwave-local", the engine itself',
  '/v1/agents': noAgents,
  '/v1/environments': noAgents,
  '/v1/deployments': 'nights fall by the schedule that is set in the app',
  '/v1/deployment_runs': 'nights fall by the schedule that is set in the app',
  '/v1/sessions':
    'of sessions only the events of the one that runs a dream are told: /events and /events/stream',
  '/v1/files': 'no files are kept here; memories are documents of a memory store',
  '/v1/skills': noAgents,
  '/v1/vaults': 'no credentials of others are kept here',
  '/v1/tunnels': 'nothing leaves this computer',
  '/v1/user_profiles': noAccounts,
  '/v1/organizations': noAccounts,
  '/v1/webhooks': 'nothing leaves this computer: follow a dream by its event stream',
  '/v1/dreams': 'a dream can be created, retrieved, listed, canceled and archived',
  '/v1/memory_stores': 'this is no call of memory stores, memories or versions',
};

export function whyUnanswered(path: string): string {
  const [best] = Object.entries(reasons)
    .filter(([start]) => path === start || path.startsWith(`${start}/`))
    .toSorted(([a], [b]) => b.length - a.length);
  return best === undefined
    ? 'Slowwave answers /v1/dreams, /v1/memory_stores and the events of a dream’s session'
    : best[1];
}
