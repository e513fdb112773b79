// What somebody types, once they pause: a question for each letter would ask for words that nobody means.
import { useEffect, useState } from 'react';

const pauseMs = 180;

export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
