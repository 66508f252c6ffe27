// A space filled with tiles.
import type { ComponentChild } from 'preact';
import { type ElementSize, useElementSize } from '../hooks/use-element-size.ts';
import './tile-grid.css';
import { tileLayout } from './tile-layout.ts';

const gap = 8;
/** Cameras are 16:9; a tile that is nearer to square crops the sides, where nobody sits. */
const widest = 16 / 9;
const narrowestInLandscape = 4 / 3;
/** A phone held upright sends an upright picture. */
const narrowestInPortrait = 9 / 16;
/** Below a shared screen rows are short, so an upright tile would be a sliver. */
const narrowestInStrip = 3 / 4;
/** One person fills the highest of phones. */
const narrowestAlone = 9 / 21;

export interface TileGridProps {
  /** Beside or below a shared screen: small. */
  readonly isStrip: boolean;
  readonly tiles: readonly ComponentChild[];
}

export function TileGrid({ isStrip, tiles }: TileGridProps) {
  const { ref, size } = useElementSize();
  const { width, height } = size.value;
  const count = tiles.length;
  const narrowest = isStrip ? narrowestOfStrip(size.value) : narrowestOf(count, size.value);
  const layout = tileLayout({ count, width, height, gap, aspect: { narrowest, widest } });
  return (
    <div
      ref={ref}
      class="tile-grid"
      style={{
        '--tile-gap': `${gap}px`,
        '--tile-columns': layout.columns,
        '--tile-width': `${layout.tileWidth}px`,
        '--tile-height': `${layout.tileHeight}px`,
      }}
    >
      <div class="tile-grid__tiles">{tiles}</div>
    </div>
  );
}

function narrowestOf(count: number, { width, height }: ElementSize): number {
  if (width > height) return narrowestInLandscape;
  return count === 1 ? narrowestAlone : narrowestInPortrait;
}

/** A column beside the screen holds tiles as wide as it is; a row below it is filled to its height. */
function narrowestOfStrip({ width, height }: ElementSize): number {
  return width > height ? narrowestInStrip : narrowestInLandscape;
}
