// A sentence of the engine: in the person's language where it is known how to say it, else as it stands, marked as English.
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from './PlainText.tsx';

export function Told({ text }: { readonly text: string }) {
  const { language, tell } = useWords();
  const told = tell(text);
  if (told !== null || language === 'en') return <PlainText text={told ?? text} />;
  return (
    <span lang="en">
      <PlainText text={text} />
    </span>
  );
}
