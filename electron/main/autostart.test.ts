import { expect, it } from 'vitest';
import { autostartEntry } from './autostart.ts';

it('names the command, with every word kept whole', () => {
  expect(autostartEntry(['/opt/Slow wave/slowwave', '--hidden'])).toContain(
    'Exec="/opt/Slow wave/slowwave" "--hidden"\n',
  );
});

it('lets no folder name run anything', () => {
  expect(autostartEntry(['/home/a"; rm -rf $HOME `x` %u/s'])).toContain(
    String.raw`Exec="/home/a\"; rm -rf \$HOME \`x\` %%u/s"`,
  );
});
