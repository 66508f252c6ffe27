// Raised hands and reactions.
import type { ReactionSign } from '../../../../../protocol/peer-gestures.ts';

const signs: Record<ReactionSign, string> = {
  '👍': 'Thumbs up',
  '❤️': 'Heart',
  '😂': 'Laughing',
  '😮': 'Surprised',
  '👏': 'Applause',
  '🎉': 'Celebration',
};

export const gestures = {
  open: 'React',
  heading: 'React or raise your hand',
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: 'Hand raised',
  signs,
  reacted: (name: string, sign: string) => `${name}: ${sign}`,
};
