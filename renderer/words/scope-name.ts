// Where an entry holds, in words.
import type { Scope } from '../../shared/memory.ts';
import { useWords } from '../app/AppContext.tsx';
import type { Say } from './words.ts';
import { agentName } from './agent-name.ts';

export function scopeName(scope: Scope, say: Say): string {
  if (scope === 'global') return say('scope.global');
  const name = scope.slice(scope.indexOf(':') + 1);
  return scope.startsWith('project:')
    ? say('scope.project', { project: name })
    : say('scope.agent', { agent: agentName(name, say) });
}

export function useScopeName(): (scope: Scope) => string {
  const { say } = useWords();
  return (scope) => scopeName(scope, say);
}
