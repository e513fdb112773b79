// The badge of the nightly drill: poisoned texts went through a copy of the night, and whether any of them got through.
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Drill } from '../../shared/dream.ts';
import { useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';

/** Nothing for nights from before there was a drill. */
export function DrillBadge({ drill }: { readonly drill: Drill | undefined }) {
  const { say, told } = useWords();
  if (drill === undefined) return null;
  return drill.failed === 0 ? (
    <Chip tone="add" icon={<ShieldCheck size={12} aria-hidden="true" />}>
      {say('drill.passed', { count: drill.canaries })}
    </Chip>
  ) : (
    <Chip tone="danger" icon={<ShieldAlert size={12} aria-hidden="true" />}>
      {say('drill.failed', { names: drill.failures.map(told).join(say('drill.comma')) })}
    </Chip>
  );
}
