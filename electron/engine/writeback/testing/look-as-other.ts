// Looks at places as the user that it is started as. Started as: node look-as-other.ts <home> <path>…
import { lookAt } from '../look.ts';

const [home = '', ...paths] = process.argv.slice(2);
const found = paths.map((path) => {
  const one = lookAt(path, home);
  return one.kind === 'refused' ? one.why : one.kind;
});
process.stdout.write(JSON.stringify(found));
