// A text editor for lines of memory (CodeMirror, without a language: a line is plain words). It lives in a shadow root: there its styles are adopted sheets, which a
// strict content security policy allows, and not <style> elements, which it forbids.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import styles from './Editor.module.css';

export interface EditorProps {
  readonly label: string;
  /** What it begins with; later changes of it are not taken over. */
  readonly start: string;
  readonly onChange: (text: string) => void;
  readonly isFocused?: boolean;
}

const theme = EditorView.theme({
  '&': { color: 'var(--t1)', backgroundColor: 'var(--bg0)', borderRadius: '6px', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.375rem' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--t1)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--t1)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'var(--bg3)',
  },
});

export function Editor({ label, start, onChange, isFocused = false }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onChange);
  const first = useRef({ start, label, isFocused });
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: first.current.start,
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          theme,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': first.current.label, spellcheck: 'true' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    if (first.current.isFocused) {
      view.focus();
      view.dispatch({ selection: { anchor: view.state.doc.length } });
    }
    return () => view.destroy();
  }, []);
  return <div ref={place} className={styles['editor']} />;
}
