// The pages on which a visit ends, and the one of an address that is no call.
import type { EndReason } from '../../../engine/call-state.ts';
import type { HowItWent } from '../../../state/visit.ts';

export interface Words {
  readonly heading: string;
  readonly sentence: string;
}

export const ends: Record<EndReason, Words> = {
  left: {
    heading: 'You left the call',
    sentence: 'Your camera and microphone are off.',
  },
  insecurePage: {
    heading: 'This page can’t open the call',
    sentence:
      'Browsers let secure pages only keep a call sealed. Open the link with https:// at its beginning.',
  },
  removed: {
    heading: 'The host removed you from this call',
    sentence: 'This browser is not let in again. Your camera and microphone are off.',
  },
  ended: {
    heading: 'The call was ended for everyone',
    sentence: 'A host has closed it. Your camera and microphone are off.',
  },
  unknownRoom: {
    heading: 'There is no call at this link',
    sentence:
      'Check that the whole link was copied, with what stands behind the #, and look for a typing mistake in the code.',
  },
  roomFull: {
    heading: 'The call is full',
    sentence: 'Every seat is taken. Try again when someone has left.',
  },
  forbiddenOrigin: {
    heading: 'This address can’t open calls',
    sentence:
      'The server does not accept calls from here. Open the link exactly as you were sent it.',
  },
  unsupportedProtocol: {
    heading: 'This page is out of date',
    sentence: 'The server speaks a newer version. Reload the page to get it.',
  },
  binaryFrame: {
    heading: 'The server closed the connection',
    sentence: 'It did not understand this page. Rejoining usually helps.',
  },
  frameTooLarge: {
    heading: 'The server closed the connection',
    sentence: 'This page sent it too much at once. Rejoining usually helps.',
  },
  replaced: {
    heading: 'The call goes on in another window',
    sentence: 'You can be in it once at a time. Rejoin to bring it here.',
  },
  flood: {
    heading: 'The server closed the connection',
    sentence: 'This page sent it too much too fast. Wait a moment, then rejoin.',
  },
};

export const badLink: Words = {
  heading: 'This link is not a call',
  sentence:
    'A link to a call holds a code such as xxxx‑xxxx‑xxxx, and often a key behind a #. Check that all of it was copied.',
};

export function visit({ hours, minutes, others }: HowItWent): string {
  const parts = [hours && counted(hours, 'hour'), minutes && counted(minutes, 'minute')];
  const time = parts.filter((part) => part !== 0).join(' and ') || 'less than a minute';
  const company = others === 0 ? 'and nobody else was there' : `with ${counted(others, 'other')}`;
  return `You were in the call for ${time}, ${company}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

export const endActions = {
  rejoin: 'Rejoin',
  retry: 'Try again',
  reload: 'Reload',
  home: 'Home',
};
