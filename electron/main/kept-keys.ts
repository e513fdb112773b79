// Keys of a model's server in the system's keychain: given in a window, sealed here, handed to the engine, and never given
// back. Where there is no keychain the engine keeps them itself, in a file.
import type { Bridge, CallAnswer, CallArgs, CallName } from '../../shared/contract.ts';
import type { ShellNews } from '../../shared/engine-process.ts';
import type { Failure } from '../../shared/engine.ts';
import { isKeyLike, type KeptKeys, type KeyFor } from '../../shared/models.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Secrets } from './secrets.ts';

/** Under which name each is sealed. */
const names: Readonly<Record<KeyFor, string>> = { claude: 'anthropic', server: 'server' };

/** All that is kept; null where this computer offers no safe place. */
export function keptKeys(secrets: Secrets): KeptKeys | null {
  if (!secrets.canKeep()) return null;
  const [claude, server] = [secrets.get(names.claude), secrets.get(names.server)];
  return { ...(claude === null ? {} : { claude }), ...(server === null ? {} : { server }) };
}

interface Link extends Pick<Bridge, 'call'> {
  tell(news: ShellNews): void;
}

/** A link whose keys go to the keychain. `hasKeychain`: as the engine was told when it was started. */
export function withKeychain(
  link: Link,
  { secrets, hasKeychain }: { readonly secrets: Secrets; readonly hasKeychain: boolean },
): Pick<Bridge, 'call'> {
  const keep = (who: KeyFor, key: string | null): Result<null, Failure> => {
    // What is no key is refused by the engine, in its words.
    if (key !== null && !isKeyLike(key)) return ok(null);
    const kept = secrets.set(names[who], key);
    if (kept.ok) link.tell({ kind: 'keys', keys: keptKeys(secrets) ?? {} });
    return kept;
  };
  const setKey = async ({
    who,
    key,
  }: CallArgs<'model.key'>): Promise<Result<CallAnswer<'model.key'>, Failure>> => {
    const kept = keep(who, key);
    if (!kept.ok) return kept;
    const isKept = key === null || isKeyLike(key);
    // A key that lay in a file before is not left there.
    return link.call('model.key', { who, key: isKept ? null : key });
  };
  return {
    call: <N extends CallName>(name: N, args: CallArgs<N>): Promise<Result<CallAnswer<N>, Failure>> => {
      if (!hasKeychain || name !== 'model.key') return link.call(name, args);
      // The name says which arguments and which answer these are.
      const given = args as CallArgs<'model.key'>;
      return setKey(given);
    },
  };
}
