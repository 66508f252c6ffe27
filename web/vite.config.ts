// How the page is built and served while it is developed; `vite build web` makes this folder the root.
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false })],
  build: {
    // The first browsers with everything the page uses; popovers and light-dark() in CSS came last (spring 2024).
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // A file made into a data: URL would need a hole in the Content-Security-Policy (public/_headers).
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { '/api': { target: 'http://127.0.0.1:8787', ws: true } },
  },
});
