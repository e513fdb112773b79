// Which of Chromium's pages is which window: every new page is held before its first step, until a window has taken it.
import { Chromium, type Conversation } from './devtools.ts';
import { ignore } from './strict.ts';

export const chromium = new Chromium();
export const browser: Conversation = chromium.conversation('');

export interface HeldPage {
  readonly targetId: string;
  readonly talk: Conversation;
}

const held = new Map<string, HeldPage>();
const awaited = new Map<string, (page: HeldPage) => void>();
/** Who takes a page that a page opened, by the target of the one that opened it. */
export const popupTakers = new Map<string, (page: HeldPage) => void>();

export async function watchTargets(): Promise<void> {
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const talk = chromium.conversation(sessionId);
    if (targetInfo.type !== 'page') return void talk.send('Runtime.runIfWaitingForDebugger').catch(ignore);
    const page = { targetId: targetInfo.targetId, talk };
    const taker = targetInfo.openerId === undefined ? undefined : popupTakers.get(targetInfo.openerId);
    if (taker !== undefined) return taker(page);
    const waiter = awaited.get(page.targetId);
    if (waiter === undefined) held.set(page.targetId, page);
    else waiter(page);
  });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}

export async function openPage(size: { readonly width: number; readonly height: number }): Promise<HeldPage> {
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  const here = held.get(targetId);
  return here ?? new Promise((resolve) => void awaited.set(targetId, resolve));
}
