// What places a picture in the view: the class and the style of whatever element it is.
import type { Place } from './place.ts';

export interface Frame {
  readonly class: string;
  readonly style: Readonly<Record<string, string>>;
}

export function frameOf({ left, top, width, height, at }: Place): Frame {
  return {
    class: `picture picture--${at}`,
    style: {
      '--left': `${left}px`,
      '--top': `${top}px`,
      '--width': `${width}px`,
      '--height': `${height}px`,
    },
  };
}
