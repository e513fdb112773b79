// A sentence of the engine: in the person's language where it is known how to say it, else as it stands, marked as English.
import { useWords } from '../app/AppContext.tsx';
import { marksOf, PlainText } from './PlainText.tsx';

/** `wanted`: words looked for, to be marked. */
export function Told({ text, wanted = '' }: { readonly text: string; readonly wanted?: string }) {
  const { language, tell } = useWords();
  const told = tell(text);
  const shown = told ?? text;
  const plain = <PlainText text={shown} marks={marksOf(shown, wanted)} />;
  return told !== null || language === 'en' ? plain : <span lang="en">{plain}</span>;
}
