// An engine process that answers from a file and says what a test tells it. Put in the place of the real one, it lets the
// shell be seen in states that a real night takes hours to reach. All it hears is written down.
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.SLOWWAVE_SCRIPT;
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const hear = (what) => appendFileSync(path.join(folder, 'heard.jsonl'), `${JSON.stringify(what)}\n`);
// A port of Electron's, which has no origins.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const send = (message) => process.parentPort.postMessage(message);

let said = 0;
const sayNew = () => {
  const lines = read('say.jsonl').split('\n').slice(0, -1);
  for (const line of lines.slice(said)) {
    const message = JSON.parse(line);
    if (message === 'die') process.exit(9);
    send({ kind: 'event', event: message });
  }
  said = lines.length;
};

const act = ({ kind, ...more }) => {
  hear({ kind, ...more });
  if (kind === 'start') {
    send({ kind: 'ready' });
    // What was said to one before it is none of its business.
    said = read('say.jsonl').split('\n').length - 1;
    setInterval(sayNew, 20);
  }
  if (kind === 'end') process.exit(0);
  if (kind === 'ping') send({ kind: 'pong', number: more.number });
  if (kind === 'call') {
    const answers = JSON.parse(read('answers.json'));
    const value = answers[more.name];
    if (value !== 'never')
      send({ kind: 'answer', number: more.number, answer: { ok: true, value: value ?? null } });
  }
};

hear({ kind: 'born', pid: process.pid });
process.parentPort.on('message', ({ data }) => act(data));
send({ kind: 'hello' });
