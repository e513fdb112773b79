// The editor is a third of the page's code and seldom needed at once: it is loaded when it is first opened.
import { lazy, Suspense } from 'react';
import type { EditorProps } from './Editor.tsx';
import { Loading } from './Page.tsx';

const Loaded = lazy(async () => ({ default: (await import('./Editor.tsx')).Editor }));

export const Editor = (props: EditorProps) => (
  <Suspense fallback={<Loading />}>
    <Loaded {...props} />
  </Suspense>
);
