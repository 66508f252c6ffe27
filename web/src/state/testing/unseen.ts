// Of whom nothing is on the screen.
import type { Shown } from '../../engine/quality.ts';

export const unseen: Shown = { camera: null, screen: null };
