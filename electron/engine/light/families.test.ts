import { describe, expect, it } from 'vitest';
import { familyOf, optionsOf } from './families.ts';

describe('a command’s family', () => {
  it.each([
    ['git push origin main', 'git push'],
    ['npm run build -- --mode production', 'npm run build'],
    ['npm publish', 'npm publish'],
    ['docker compose up -d', 'docker compose up'],
    ['python manage.py migrate orders', 'python manage.py migrate'],
    ['./scripts/release.sh 1.4.0', './scripts/release.sh'],
    ['make deploy ENV=prod', 'make deploy'],
    ['lander land --site esk', 'lander land'],
    ['kubectl rollout restart deploy/api', 'kubectl rollout restart'],
    ['pytest tests/test_a.py -k slow', 'pytest'],
  ])('%s → %s', (step, family) => expect(familyOf(step)).toBe(family));

  it('stands at the beginning of the step, to the letter', () => {
    for (const step of ['gh pr create --fill', 'sudo systemctl restart nginx'])
      expect(step.startsWith(familyOf(step))).toBe(true);
  });
});

describe('a command’s options', () => {
  it('keep plain values and leave out what names a thing of the day', () => {
    expect(optionsOf('lander land --site esk --spot 12.5,3 --profile=quick -v "--no" --out a.txt')).toEqual([
      '--out',
      '--profile=quick',
      '--site esk',
      '--spot',
      '-v',
    ]);
  });
});
