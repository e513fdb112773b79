// A path on this computer, written by hand.
import { useWords } from '../app/AppContext.tsx';
import { Field } from '../ui/Field.tsx';
import { isWholePath } from './readings.ts';

interface PathFieldProps {
  readonly label: string;
  readonly path: string;
  readonly onChange: (path: string) => void;
}

export function PathField({ label, path, onChange }: PathFieldProps) {
  const { say } = useWords();
  const isWrong = path.trim() !== '' && !isWholePath(path);
  return (
    <Field
      label={label}
      value={path}
      onChange={onChange}
      placeholder="~/slowwave.backup"
      hint={say('settings.pathHint')}
      complaint={isWrong ? say('settings.wrongPath') : null}
    />
  );
}
