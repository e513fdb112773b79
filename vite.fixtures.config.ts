// Builds the page that shows every screen from made-up data, for looking at and for tests. Never part of the app.
// `npx vite build --config vite.fixtures.config.ts`, then `npx vite preview --config vite.fixtures.config.ts`, and open
// /fixtures.html?fixture=NAME&theme=night&lang=en#/review (names: renderer/fixtures/scenarios.ts).
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, 'renderer');

export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  build: {
    outDir: path.resolve(import.meta.dirname, 'out/fixtures'),
    emptyOutDir: true,
    // Small files stay files: a strict content security policy lets no font in from an address with data in it.
    assetsInlineLimit: 0,
    rolldownOptions: { input: path.join(root, 'fixtures.html') },
  },
});
