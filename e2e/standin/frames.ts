// The frames of a page as `senderFrame` shows them: which one a message truly came from, and where that one is now.
import type { Conversation } from './devtools.ts';
import { toElectron } from './addresses.ts';
import { isolatedWorld } from './worlds.ts';
import { strict } from './strict.ts';

export class Frame {
  url = '';
  readonly id: string;
  readonly parent: Frame | null;
  constructor(id: string, parent: Frame | null) {
    this.id = id;
    this.parent = parent;
  }
  get top(): Frame {
    return this.parent?.top ?? this;
  }
  get origin(): string {
    return /^[a-z]+:\/\/[^/]*/u.exec(this.url)?.[0] ?? 'null';
  }
  isDestroyed(): boolean {
    return false;
  }
}

export class Frames {
  #main: Frame | null = null;
  readonly #byId = new Map<string, Frame>();
  readonly #frameOfContext = new Map<number, Frame>();
  #isolated: number | null = null;

  watch({ on }: Conversation): void {
    on('Page.frameAttached', ({ frameId, parentFrameId }) => void this.#frame(frameId, parentFrameId));
    on('Page.frameNavigated', ({ frame }) => {
      this.#frame(frame.id, frame.parentId ?? null).url = toElectron(frame.url + (frame.urlFragment ?? ''));
    });
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.#frame(frameId, null).url = toElectron(url);
    });
    on('Page.frameDetached', ({ frameId }) => void this.#byId.delete(frameId));
    on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, type } = (context.auxData ?? {}) as { frameId?: string; type?: string };
      if (frameId === undefined) return;
      const frame = this.#frame(frameId, null);
      this.#frameOfContext.set(context.id, frame);
      if (frame.parent === null && type === 'isolated' && context.name === isolatedWorld)
        this.#isolated = context.id;
    });
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#frameOfContext.delete(executionContextId);
      if (this.#isolated === executionContextId) this.#isolated = null;
    });
    on('Runtime.executionContextsCleared', () => {
      this.#frameOfContext.clear();
      this.#isolated = null;
    });
  }

  get main(): Frame | null {
    return this.#main;
  }
  /** Where the preload script of the whole page runs. */
  get isolatedContext(): number | null {
    return this.#isolated;
  }
  /** Null: it is gone by now, as in Electron. */
  sender(context: number): Frame | null {
    const frame = this.#frameOfContext.get(context);
    return frame === undefined ? null : strict('WebFrameMain', frame);
  }

  #frame(id: string, parentId: string | null): Frame {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const made = new Frame(id, parentId === null ? null : (this.#byId.get(parentId) ?? null));
    this.#byId.set(id, made);
    if (made.parent === null) this.#main ??= made;
    return made;
  }
}
