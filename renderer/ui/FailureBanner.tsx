// A failure above what it concerns: what happened, what is safe, what to do.
import type { Failure } from '../../shared/engine.ts';
import { useWords } from '../app/AppContext.tsx';
import { Banner } from './Banner.tsx';
import { Told } from './Told.tsx';

export function FailureBanner({ failure }: { readonly failure: Failure }) {
  const { tell } = useWords();
  return (
    <Banner tone="danger" title={tell(failure.happened) ?? failure.happened}>
      <p>
        <Told text={failure.safe} /> <Told text={failure.todo} />
      </p>
    </Banner>
  );
}
