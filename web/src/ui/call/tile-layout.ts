// How to lay out tiles so that they are as large as they can be. Knows nothing of the DOM.

export interface TileArea {
  readonly count: number;
  /** Of the space to fill, in CSS pixels, as is the gap between two tiles. */
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  /** The shapes a tile may take, as width over height. */
  readonly aspect: { readonly narrowest: number; readonly widest: number };
}

export interface TileLayout {
  readonly columns: number;
  readonly rows: number;
  /** Whole pixels: fractions would break a row that fits exactly. */
  readonly tileWidth: number;
  readonly tileHeight: number;
}

/** Of all numbers of columns, the one with the largest tiles; the fewest columns where two are equal. */
export function tileLayout(area: TileArea): TileLayout {
  let best = layoutWith(1, area);
  for (let columns = 2; columns <= area.count; columns += 1) {
    const layout = layoutWith(columns, area);
    if (tileArea(layout) > tileArea(best)) best = layout;
  }
  return best;
}

function layoutWith(columns: number, { count, width, height, gap, aspect }: TileArea): TileLayout {
  const rows = Math.max(1, Math.ceil(count / columns));
  const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
  return {
    columns,
    rows,
    tileWidth: Math.floor(Math.min(cellWidth, cellHeight * aspect.widest)),
    tileHeight: Math.floor(Math.min(cellHeight, cellWidth / aspect.narrowest)),
  };
}

function tileArea({ tileWidth, tileHeight }: TileLayout): number {
  return tileWidth * tileHeight;
}
