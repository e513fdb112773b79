// A process of its own that applies a plan and kills itself at the n-th door, as the system would: no line of ours runs
// after it. Started as: node killed-apply.ts <JSON: home, data, key, plan, door>
import { createMasker } from '../../masking/mask.ts';
import { openStore } from '../../store/open.ts';
import { createSealer } from '../../store/sealing.ts';
import { epochMs } from '../../../../shared/ids.ts';
import { applyWrites } from '../apply.ts';
import { plainWrite } from '../plan.ts';
import { holdsSecret } from '../secrets.ts';

interface Order {
  readonly home: string;
  readonly data: string;
  readonly key: string;
  readonly plan: readonly {
    readonly path: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** The n-th one, or the first of that name. */
  readonly door: number | string;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const nowMs = epochMs(Date.UTC(2025, 9, 1, 12));
const store = openStore({ dataFolder: order.data, nowMs });
if (!store.ok) throw new Error(store.error.happened);
const masker = createMasker();
const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'));
let passed = 0;
applyWrites(
  {
    db: store.value.db,
    home: order.home,
    nowMs,
    masker,
    sealer: createSealer({ keyFolder: order.key, holdsSecret: holdsSecret(masker) }),
    step: (name) => {
      passed++;
      if (passed === order.door || name === order.door) process.kill(process.pid, 'SIGKILL');
    },
  },
  {
    writes: order.plan.map(({ path, before, after }) =>
      plainWrite(path, 'claude-code', { before: bytes(before), after: bytes(after) }, { mode: null }),
    ),
    reason: 'a test',
    undoes: null,
  },
);
