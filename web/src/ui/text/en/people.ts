// The panel that shows who is in the call: everyone, the safety code, and what a host can do.
import type { Entry } from '../../../../../protocol/room.ts';

export const people = {
  heading: 'People',
  close: 'Close people',
  knocking: 'Waiting to come in',
  inside: 'In the call',
  host: 'Host',
  verified: 'verified',
  optionsFor: (name: string) => `Options for ${name}`,
  full: 'All seats are taken.',
  askToMute: 'Ask to mute',
  asked: 'Asked',
  makeHost: 'Make host…',
  remove: 'Remove…',
};

export const safety = {
  heading: 'Safety code',
  howTo: 'Read the names aloud to each other. If everyone has the same, nobody is in between.',
  sealed:
    'This call is sealed: your browsers have checked that already, with the key in the link. Compare if somebody else may have the link.',
  none: 'It appears when you are connected with somebody.',
  match: 'They match',
  verified: 'Verified: you have compared it with everyone here.',
  stale: 'Somebody came after you compared it. Compare it again.',
};

const entries: Record<Entry, { readonly label: string; readonly note: string }> = {
  open: { label: 'Anyone with the link', note: '' },
  knock: { label: 'Whom a host lets in', note: 'They ask first, and wait.' },
  closed: { label: 'Nobody new', note: 'Whoever is here stays.' },
};

export const host = {
  heading: 'Host controls',
  unreachable: 'The server can’t be reached: nothing can be changed until it is back.',
  entry: 'Who may come in',
  entries,
  hideAddresses: 'Hide everyone’s address',
  aboutHiding: 'All sound and picture go through the relay. They may get worse.',
  noRelay: 'This server has no relay to hide behind.',
  end: 'End for all…',

  cancel: 'Cancel',
  removal: {
    heading: (name: string) => `Remove ${name}?`,
    sentence:
      'They are shown out, and their browser is not let in again. With another browser they could come back, as long as the call is open to newcomers.',
    closes: 'Also close the call to newcomers',
    confirm: 'Remove',
  },
  handOver: {
    heading: (name: string) => `Make ${name} the host?`,
    sentence: (name: string) =>
      `${name} decides from then on who may come in and who has to go. You can’t take it back.`,
    confirm: 'Make host',
  },
  ending: {
    heading: 'End the call for everyone?',
    sentence: 'Everyone is shown out at once.',
    confirm: 'End for all',
  },
};
