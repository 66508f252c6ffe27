// Gives the page, built or developed, the brand that the operator set.
import { existsSync, readFileSync } from 'node:fs';
import type { Connect, HtmlTagDescriptor, Plugin } from 'vite';
import {
  accentStyles,
  hasOurMark,
  iconPath,
  manifestOf,
  manifestPath,
  markFor,
  pageOf,
  pictures,
  touchIcon,
} from './brand-files.ts';
import { type Brand, decodeBrand } from './brand.ts';

const iconsFolder = new URL('icons/', import.meta.url);

/** Ends the program on a value that can't be used, with one sentence for each. */
export function brandOf(variables: Readonly<Record<string, string | undefined>>): Brand {
  const decoded = decodeBrand(variables);
  if (!decoded.ok) return fail(decoded.problems);
  const { logoPath } = decoded.brand;
  if (logoPath !== undefined && !(existsSync(logoPath) && isSvg(readFileSync(logoPath, 'utf8')))) {
    return fail([`APP_LOGO is "${logoPath}"; there is no such file, or it is no SVG.`]);
  }
  return decoded.brand;
}

function isSvg(text: string): boolean {
  return /<svg[\s>]/.test(text);
}

function fail(problems: readonly string[]): never {
  for (const problem of problems) console.error(problem);
  return process.exit(1);
}

export function brandPlugin(brand: Brand): Plugin {
  const files = filesOf(brand);
  return {
    name: 'earshot:brand',
    enforce: 'pre',
    config: () => ({
      define: {
        'import.meta.env.APP_NAME': JSON.stringify(brand.name),
        'import.meta.env.APP_LANGUAGE': JSON.stringify(brand.language),
        'import.meta.env.APP_HAS_LOGO': JSON.stringify(brand.logoPath !== undefined),
      },
    }),
    transform: (code, id) =>
      brand.accent && id.endsWith('/ui/tokens.css') ? code + accentStyles(brand.accent) : undefined,
    transformIndexHtml: { order: 'pre', handler: (html) => pageOf(html, brand) },
    generateBundle() {
      for (const [path, source] of files) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source });
      }
    },
    configureServer: ({ middlewares }) => void middlewares.use(serve(files)),
  };
}

/** Names the brand's files in the page; after Vite, which would look for them among its own. */
export function brandLinks(brand: Brand): Plugin {
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs,
    injectTo: 'head',
  });
  const links = [
    link({ rel: 'icon', href: iconPath, type: 'image/svg+xml' }),
    link({ rel: 'manifest', href: manifestPath }),
    ...(hasOurMark(brand) ? [link({ rel: 'apple-touch-icon', href: `/${touchIcon}` })] : []),
  ];
  return {
    name: 'earshot:brand-links',
    transformIndexHtml: { order: 'post', handler: () => links },
  };
}

/** By the path under which they are served. */
function filesOf(brand: Brand): ReadonlyMap<string, string | Buffer> {
  const ourMark = readFileSync(new URL('icon.svg', iconsFolder), 'utf8');
  const mark =
    brand.logoPath === undefined ? markFor(brand, ourMark) : readFileSync(brand.logoPath);
  const drawn = hasOurMark(brand) ? pictures : [];
  return new Map<string, string | Buffer>([
    [iconPath, mark],
    [manifestPath, manifestOf(brand)],
    ...drawn.map((name) => [`/${name}`, readFileSync(new URL(name, iconsFolder))] as const),
  ]);
}

function serve(files: ReadonlyMap<string, string | Buffer>): Connect.NextHandleFunction {
  const types: Record<string, string> = {
    svg: 'image/svg+xml',
    png: 'image/png',
    webmanifest: 'application/manifest+json',
  };
  return ({ url = '' }, response, next) => {
    const file = files.get(url);
    if (file === undefined) return next();
    response.setHeader('Content-Type', types[url.split('.').at(-1) ?? ''] ?? 'text/plain');
    return response.end(file);
  };
}
