// Builds what runs outside a checkout: the command line as one ESM bundle, with only SQLite left outside, and the page
// that both the desktop window and the browser show.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const renderer = path.resolve(import.meta.dirname, 'renderer');

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          cli: path.resolve(import.meta.dirname, 'electron/cli/main.ts'),
          // What runs beside the window: the engine's own process, and the one of a night.
          'engine-process': path.resolve(import.meta.dirname, 'electron/engine-process/main.ts'),
          'work-process': path.resolve(import.meta.dirname, 'electron/engine-process/work-process.ts'),
          // The thread that hears sessions beside a night.
          'hearing-thread': path.resolve(import.meta.dirname, 'electron/engine/night/hearing-thread.ts'),
          main: path.resolve(import.meta.dirname, 'electron/main/index.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { preload: path.resolve(import.meta.dirname, 'electron/preload/index.ts') },
        // A sandboxed window loads no modules.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: renderer,
    plugins: [react()],
    build: {
      outDir: path.resolve(import.meta.dirname, 'out/renderer'),
      minify: true,
      // Small files stay files: a strict content security policy lets no font in from an address with data in it.
      assetsInlineLimit: 0,
      rolldownOptions: { input: path.join(renderer, 'index.html') },
    },
  },
});
