// Who came and who went, from one look at the call to the next, in a sentence to be read aloud.
import type { PeerId } from '../../../../protocol/ids.ts';
import { text } from '../text/index.ts';

export interface News {
  readonly names: ReadonlyMap<PeerId, string>;
  /** The last thing that happened; it stays until the next. */
  readonly sentence: string;
}

export const noNews: News = { names: new Map(), sentence: '' };

/** What is new since `previous`. `names` holds those who have said who they are, if only that they won't. */
export function news(previous: News, names: ReadonlyMap<PeerId, string>): News {
  const came = [...names].filter(([id]) => !previous.names.has(id));
  const went = [...previous.names].filter(([id]) => !names.has(id));
  const sentences = [
    ...came.map(([, name]) => text.call.joined(name || text.guest)),
    ...went.map(([, name]) => text.call.left(name || text.guest)),
  ];
  return { names, sentence: sentences.join(' ') || previous.sentence };
}
