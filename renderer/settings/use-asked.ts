// One question at a time that is asked by a button, and what came of it.
import { useState } from 'react';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';

export function useAsked<T>() {
  const [state, setState] = useState<Result<T, Failure> | 'asking' | null>(null);
  const ask = (question: Promise<Result<T, Failure>>): void => {
    setState('asking');
    void question.then(setState);
  };
  const isAsking = state === 'asking';
  return { isAsking, ask, answer: state === 'asking' ? null : state };
}
