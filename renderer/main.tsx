// The page's entry: the real bridge, and the app upon it.
import { createHttpBridge } from './app/bridge-http.ts';
import { pickBridge } from './app/bridge.ts';
import { mount } from './app/mount.tsx';

mount(pickBridge(window, createHttpBridge));
