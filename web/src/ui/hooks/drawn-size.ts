// How large a picture is drawn in a box, with what is cropped of it.

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Of a picture that has not said its size yet, the box is as good a guess as any. */
export function drawnSize(box: Extent, picture: Extent, fit: 'cover' | 'contain'): Extent {
  if (picture.width === 0 || picture.height === 0) return box;
  const [across, down] = [box.width / picture.width, box.height / picture.height];
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down);
  return { width: picture.width * scale, height: picture.height * scale };
}
