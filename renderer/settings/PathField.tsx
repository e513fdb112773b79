// A path on this computer, written by hand, and how it is told that something with it failed.
import type { Failure } from '../../shared/engine.ts';
import { useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Field } from '../ui/Field.tsx';
import { isWholePath } from './readings.ts';

export const FailureBanner = ({ failure }: { readonly failure: Failure }) => (
  <Banner tone="danger" title={failure.happened}>
    <p>
      {failure.safe} {failure.todo}
    </p>
  </Banner>
);

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
