// Which project an asking program works in: what it says itself, else the folder in which it started us.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What we need of the protocol's server. */
interface AsksForRoots {
  getClientCapabilities(): { readonly roots?: unknown } | undefined;
  listRoots(
    params: undefined,
    options: { readonly timeout: number },
  ): Promise<{ readonly roots: readonly { readonly uri: string }[] }>;
}

// An agent that does not answer must not hold up its own question.
const answerWithinMs = 1000;

/** The name as sessions have it: the last part of the folder. Null where the home or the root is no project. */
export async function projectFromRoots(client: AsksForRoots, cwd: string): Promise<string | null> {
  if (client.getClientCapabilities()?.roots === undefined) return nameOf(cwd);
  try {
    const { roots } = await client.listRoots(undefined, { timeout: answerWithinMs });
    const [first] = roots;
    return first?.uri.startsWith('file:') === true ? nameOf(fileURLToPath(first.uri)) : nameOf(cwd);
  } catch {
    return nameOf(cwd);
  }
}

function nameOf(folder: string): string | null {
  const name = basename(folder);
  return name === '' ? null : name;
}
