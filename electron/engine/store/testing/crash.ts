// A process of its own that opens a store, says so, and waits to be killed: for tests of what a crash leaves behind and
// of two processes at once. Started as: node crash.ts <data folder> <dream lease: yes | no>
import { epochMs } from '../../../../shared/ids.ts';
import { sql } from '../db.ts';
import { takeLease, thisProcess } from '../lease.ts';
import { openStore } from '../open.ts';

const [dataFolder = '', wantsLease = 'no'] = process.argv.slice(2);
// The real time, as it would be passed in by the command line.
const nowMs = epochMs(new Date().getTime());
const opened = openStore({ dataFolder, nowMs });
if (!opened.ok) throw new Error(opened.error.happened);
const { db } = opened.value;
db.run(sql`
  INSERT INTO source_files (path, agent, kind, device, inode, bytes, modified_ms, consumed_to, head_hash, tail_hash,
    last_read_ms)
  VALUES ('written by the other process', 'codex', 'transcript', '1', '1', 1, 1, 1, x'', x'', 1)`);
const taken = wantsLease === 'yes' ? takeLease(db, 'dream', thisProcess('the other process'), nowMs) : null;
process.stdout.write(taken === null || taken.ok ? 'ready\n' : `${taken.error.happened}\n`);
setInterval(() => undefined, 60_000);
