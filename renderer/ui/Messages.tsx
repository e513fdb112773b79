// Short messages at the bottom: F6 reaches them, they stay until they are closed, so that nothing expires unread.
import { CircleAlert, X } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useActions, useApp, useWords } from '../app/AppContext.tsx';
import type { Message } from '../stores/news.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Messages.module.css';

function MessageCard({ message }: { readonly message: Message }) {
  const { stores } = useApp();
  const { say, tell } = useWords();
  const { action } = message;
  const dismiss = (): void => stores.news.dismiss(message.id);
  return (
    <li className={classes(styles['message'], styles[message.tone])}>
      {message.tone === 'danger' && <CircleAlert size={16} aria-hidden="true" />}
      <div className={styles['words']}>
        <p className={styles['title']}>{tell(message.title) ?? message.title}</p>
        {message.text !== null && <p className={styles['text']}>{tell(message.text) ?? message.text}</p>}
      </div>
      {action !== null && (
        <Button
          isSmall
          onClick={() => {
            action.run();
            dismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button
        isSmall
        tone="quiet"
        aria-label={say('action.close')}
        onClick={dismiss}
        icon={<X size={14} />}
      />
    </li>
  );
}

export function Messages() {
  const { stores } = useApp();
  const { say } = useWords();
  const messages = useStore(stores.news, (news) => news.messages);
  const region = useRef<HTMLElement>(null);
  useActions({ 'app.toasts': messages.length === 0 ? null : () => region.current?.focus() });
  return (
    <section ref={region} className={styles['region']} aria-label={say('app.messages')} tabIndex={-1}>
      {/* The role stands around the list: upon it, its rows would be rows of nothing. */}
      <div role="status">
        <ul>
          {messages.map((message) => (
            <MessageCard key={message.id} message={message} />
          ))}
        </ul>
      </div>
    </section>
  );
}
