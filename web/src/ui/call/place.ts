// Where each picture lies, in CSS pixels. A strip of more tiles than fit is longer than the view, and scrolls.
import type { Corner } from '../../state/layout-model.ts';
import type { Arrangement, ShownId } from './arrange.ts';
import { type TileArea, tileLayout } from './tile-layout.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place extends Size {
  readonly left: number;
  readonly top: number;
  /** `strip` scrolls; the others stay where they are. */
  readonly at: 'stage' | 'strip' | 'floating';
}

export interface Placement {
  readonly places: ReadonlyMap<ShownId, Place>;
  /** Of everything: larger than the view where the strip scrolls. */
  readonly size: Size;
}

export interface View extends Size {
  /** Where one's own picture lies if it floats. */
  readonly corner: Corner;
}

type Area = Omit<Place, 'at'>;

const gap = 8;
const floatingInset = 12;

/** Cameras are 16:9; a tile that is nearer to square crops the sides, where nobody sits. */
const widest = 16 / 9;
const narrowestInLandscape = 4 / 3;
/** Two side by side would leave half of a wide window empty. */
const narrowestOfTwo = 1;
/** A phone held upright sends an upright picture. */
const narrowestInPortrait = 9 / 16;
/** One person fills the highest of phones. */
const narrowestAlone = 9 / 21;
/** Below a stage rows are short, so an upright tile would be a sliver. */
const narrowestInRow = 3 / 4;
/** A screen is shown whole, so that its frame may have any shape. */
const anyAspect = { narrowest: 1 / 4, widest: 4 };
/** Room for a name and a button. */
const leastStripTile: Size = { width: 96, height: 72 };

export function place(arrangement: Arrangement, view: View): Placement {
  const { strip, floatsSelf } = arrangement;
  const whole: Area = { left: 0, top: 0, width: view.width, height: view.height };
  const [stageArea, stripArea] = strip.length > 0 ? divided(whole) : [whole, undefined];
  const places = new Map<ShownId, Place>(placedOnStage(arrangement, stageArea));
  if (floatsSelf)
    places.set('self', { ...floatingPlace(view, boundsOf([...places.values()])), at: 'floating' });
  for (const [id, area] of stripArea ? placedInStrip(strip, stripArea) : [])
    places.set(id, { ...area, at: 'strip' });
  return { places, size: extentOf(view, [...places.values()]) };
}

function extentOf(view: Size, places: readonly Place[]): Size {
  return {
    width: Math.max(view.width, ...places.map(({ left, width }) => left + width)),
    height: Math.max(view.height, ...places.map(({ top, height }) => top + height)),
  };
}

/** The stage, and a column beside it or a row below, which takes a third at most. */
function divided({ width, height }: Area): [Area, Area] {
  if (width > height) {
    const column = Math.round(Math.min(256, Math.max(132, width * 0.18)));
    const rest = width - column - gap;
    return [
      { left: 0, top: 0, width: rest, height },
      { left: rest + gap, top: 0, width: column, height },
    ];
  }
  const row = Math.round(Math.min(height * 0.33, width * 0.5));
  const rest = height - row - gap;
  return [
    { left: 0, top: 0, width, height: rest },
    { left: 0, top: rest + gap, width, height: row },
  ];
}

function placedOnStage({ stage, strip }: Arrangement, area: Area): [ShownId, Place][] {
  const ofFaces = { narrowest: narrowestFace(stage.length, area), widest };
  const hasScreen = stage.some(isScreen);
  const isAlone = stage.length === 1 && strip.length > 0;
  const aspect = hasScreen || isAlone ? anyAspect : ofFaces;
  return grid(stage, area, aspect).map(([id, each]) => [id, { ...each, at: 'stage' }]);
}

function narrowestFace(count: number, { width, height }: Area): number {
  if (width > height) return count === 2 ? narrowestOfTwo : narrowestInLandscape;
  return count === 1 ? narrowestAlone : narrowestInPortrait;
}

function placedInStrip(strip: readonly ShownId[], area: Area): [ShownId, Area][] {
  const isRow = area.width > area.height;
  const narrowest = isRow ? narrowestInRow : narrowestInLandscape;
  const fitted = grid(strip, area, { narrowest, widest });
  const [first] = fitted;
  const fits =
    first && first[1].width >= leastStripTile.width && first[1].height >= leastStripTile.height;
  return fits ? fitted : inOneLine(strip, area);
}

/** As large as they can be, in rows, each in the middle. */
function grid(ids: readonly ShownId[], area: Area, aspect: TileArea['aspect']): [ShownId, Area][] {
  const { width, height } = area;
  const layout = tileLayout({ count: ids.length, width, height, gap, aspect });
  const { columns, rows, tileWidth, tileHeight } = layout;
  const top = area.top + Math.floor((height - spanOf(rows, tileHeight)) / 2);
  return ids.map((id, index) => {
    const rowIndex = Math.floor(index / columns);
    const inRow = Math.min(columns, ids.length - rowIndex * columns);
    const left = area.left + Math.floor((width - spanOf(inRow, tileWidth)) / 2);
    return [
      id,
      {
        left: left + (index % columns) * (tileWidth + gap),
        top: top + rowIndex * (tileHeight + gap),
        width: tileWidth,
        height: tileHeight,
      },
    ];
  });
}

function isScreen(id: ShownId): boolean {
  return id.startsWith('screen');
}

function spanOf(count: number, length: number): number {
  return count * length + (count - 1) * gap;
}

/** Of a size that needs no fitting: the line may be longer than the view. */
function inOneLine(ids: readonly ShownId[], area: Area): [ShownId, Area][] {
  const { left, top, width, height } = area;
  const isRow = width > height;
  const tile = isRow
    ? { width: Math.round(height * narrowestInRow), height }
    : { width, height: Math.round(width / widest) };
  return ids.map((id, index) => {
    const along = index * ((isRow ? tile.width : tile.height) + gap);
    return [id, { ...tile, left: isRow ? left + along : left, top: isRow ? top : top + along }];
  });
}

/** Small, of the shape that the person's camera has on such a screen, in a corner of the pictures it lies on. */
function floatingPlace({ width, height, corner }: View, below: Area): Area {
  const isLandscape = width > height;
  const own = isLandscape ? clamp(120, width * 0.16, 224) : clamp(88, width * 0.22, 160);
  const size = {
    width: Math.round(own),
    height: Math.round(isLandscape ? own / widest : own / narrowestInRow),
  };
  return {
    ...size,
    left: corner.endsWith('left')
      ? below.left + floatingInset
      : below.left + below.width - size.width - floatingInset,
    top: corner.startsWith('top')
      ? below.top + floatingInset
      : below.top + below.height - size.height - floatingInset,
  };
}

function boundsOf(places: readonly Area[]): Area {
  const left = Math.min(...places.map((each) => each.left));
  const top = Math.min(...places.map((each) => each.top));
  const right = Math.max(...places.map((each) => each.left + each.width));
  const bottom = Math.max(...places.map((each) => each.top + each.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** The corner a picture is put into whose middle is let go of at a point of the view. */
export function nearestCorner(middle: { x: number; y: number }, view: Size): Corner {
  const isTop = middle.y < view.height / 2;
  const isLeft = middle.x < view.width / 2;
  return `${isTop ? 'top' : 'bottom'}-${isLeft ? 'left' : 'right'}`;
}

function clamp(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
