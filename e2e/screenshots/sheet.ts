// A page with many screenshots on it, small, each with its name.
import { pathToFileURL } from 'node:url';

export interface Shot {
  readonly screen: string;
  readonly path: string;
}

/** As HTML. `width` is that of the screenshots, in pixels. */
export function sheetOf(shots: readonly Shot[], width: number): string {
  const shownWidth = Math.round(width > 1000 ? width / 3 : width / 2.5);
  const figures = shots.map(
    ({ screen, path }) =>
      `<figure><img src="${pathToFileURL(path).href}" width="${shownWidth}"><figcaption>${screen}</figcaption></figure>`,
  );
  return `<!doctype html>
<style>
  body { display: flex; flex-wrap: wrap; gap: 24px; margin: 24px; background: #888; font: 16px sans-serif; }
  figure { margin: 0; }
  img { display: block; }
  figcaption { padding-top: 6px; }
</style>
${figures.join('\n')}`;
}
