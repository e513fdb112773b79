// `slowwave api-key`: the key that programs show to the Dreams API, and a new one in its place.
import { readOrMakeApiKey, renewApiKey } from '../../api-key/key-file.ts';
import { ok } from '../../../shared/result.ts';
import type { AppCall, RegisterApp } from '../world.ts';

function showKey(call: AppCall, isRenewed: boolean): void {
  const { keyFolder } = call.places;
  const apiKey = isRenewed ? renewApiKey(keyFolder) : readOrMakeApiKey(keyFolder);
  call.announce({
    json: { apiKey, renewed: isRenewed },
    lines: [
      apiKey,
      call.paint.dim(
        isRenewed
          ? 'The key before it opens nothing any more.'
          : `It opens the Dreams API while "${call.ownName} serve" runs. Keep it to yourself; --renew makes it void.`,
      ),
    ],
  });
}

export const addApiKey: RegisterApp = (program, run) => {
  program
    .command('api-key')
    .description('show the key with which programs speak to the Dreams API that "serve" answers')
    .option('--renew', 'make a new one; the one before opens nothing any more')
    .action((flags: { readonly renew?: boolean }) =>
      run((call) => {
        showKey(call, flags.renew ?? false);
        return Promise.resolve(ok(null));
      }),
    );
};
