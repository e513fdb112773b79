// The desktop carrier of the contract: one channel for questions. Whoever asks is looked at first, what is asked comes
// through the door, and the answer is a value whatever happens: nothing is thrown across.
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Bridge, CallArgs, CallName } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { err, type Result } from '../../shared/result.ts';
import { parseCall } from '../door/index.ts';
import { isOwnSender } from './addresses.ts';

interface IpcNeeds {
  readonly ipcMain: IpcMain;
  readonly bridge: Pick<Bridge, 'call'>;
  readonly developing: string | null;
  readonly isOwnWindow: (event: IpcMainInvokeEvent) => boolean;
  readonly warn: (text: string) => void;
}

const notOurs: Failure = {
  kind: 'not-allowed',
  happened: 'This page is not a page of Slowwave.',
  safe: 'Nothing was read or done.',
  todo: 'Use the window that Slowwave opens.',
};

const broke: Failure = {
  kind: 'not-reached',
  happened: 'The app could not answer.',
  safe: 'Everything stored is safe.',
  todo: 'Ask again. The log files say more.',
};

export function answerWindow({ ipcMain, bridge, developing, isOwnWindow, warn }: IpcNeeds): void {
  const carry = <N extends CallName>(call: {
    readonly name: N;
    readonly args: CallArgs<N>;
  }): Promise<Result<unknown, Failure>> => bridge.call(call.name, call.args);

  ipcMain.handle('rpc', async (event, name: unknown, args: unknown): Promise<Result<unknown, Failure>> => {
    if (!isOwnSender({ isOwnWindow: isOwnWindow(event), frame: frameOf(event) }, developing)) {
      warn('A page that is not ours asked a question; refused.');
      return err(notOurs);
    }
    const call = parseCall(name, args);
    if (!call.ok) return call;
    try {
      return await carry(call.value);
    } catch (error) {
      warn(`${call.value.name} failed: ${error instanceof Error ? error.message : String(error)}`);
      return err(broke);
    }
  });
}

function frameOf(event: IpcMainInvokeEvent): { readonly url: string; readonly isTop: boolean } | null {
  const { senderFrame } = event;
  return senderFrame === null ? null : { url: senderFrame.url, isTop: senderFrame.parent === null };
}
