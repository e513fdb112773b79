// One polite region for screen readers: decisions and stage changes are said here, and nowhere else.
import { useStore } from 'zustand';
import { useApp } from '../app/AppContext.tsx';

export function Announcer() {
  const { stores } = useApp();
  const { text, at } = useStore(stores.news, ({ announced }) => announced);
  // A space more or less, so that the same sentence said twice is heard twice.
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text + (at % 2 === 0 ? '' : ' ')}
    </div>
  );
}
