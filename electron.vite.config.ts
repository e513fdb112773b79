// Builds what runs outside a checkout: the command line as one ESM bundle, with only SQLite left outside.
import path from 'node:path';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { cli: path.resolve(import.meta.dirname, 'electron/cli/main.ts') },
      },
    },
  },
});
