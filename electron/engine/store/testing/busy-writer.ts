// A process that writes one transaction after the other, with no pause in between, until it is ended: an import of a
// large history, as somebody feels it who only wants to write a decision.
import Database from 'better-sqlite3';

const [path = ''] = process.argv.slice(2);
const db = new Database(path, { timeout: 60_000 });
const write = db.prepare('UPDATE counted SET value = value + 1');
const many = db.transaction((times: number) => {
  for (let time = 0; time < times; time++) write.run();
});
many.immediate(1);
process.stdout.write('ready\n');
for (;;) many.immediate(20_000);
