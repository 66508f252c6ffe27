// How the page is built and served while it is developed; `vite build web` makes this folder the root.
import { preact } from '@preact/preset-vite';
import { type Plugin, defineConfig } from 'vite';
import { deployedVariables } from '../scripts/variables.ts';
import { brandLinks, brandOf, brandPlugin } from './brand-plugin.ts';
import { decodeFrameAncestors, frameAncestorsVariable, pageHeaders } from './page-headers.ts';

const variables = { ...deployedVariables(), ...process.env };
const brand = brandOf(variables);

export default defineConfig({
  plugins: [
    preact({ reactAliasesEnabled: false }),
    headersFile(),
    brandPlugin(brand),
    brandLinks(brand),
  ],
  build: {
    // The first browsers with everything the page uses; popovers and light-dark() in CSS came last (spring 2024).
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    modulePreload: { polyfill: false },
    // A file made into a data: URL would need a hole in the Content-Security-Policy (page-headers.ts).
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { '/api': { target: 'http://127.0.0.1:8787', ws: true } },
  },
});

/** Writes `_headers` beside the page; ends the program on a FRAME_ANCESTORS that is no list of origins. */
function headersFile(): Plugin {
  const ancestors = decodeFrameAncestors(variables[frameAncestorsVariable] ?? '');
  return {
    name: 'earshot:headers',
    apply: 'build',
    buildStart() {
      if (ancestors.ok) return;
      console.error(ancestors.problem);
      process.exit(1);
    },
    generateBundle(_options, bundle) {
      if (!ancestors.ok) return;
      const assets = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .map((name) => `/${name}`);
      const source = pageHeaders({ frameAncestors: ancestors.origins, assets });
      this.emitFile({ type: 'asset', fileName: '_headers', source });
    },
  };
}
