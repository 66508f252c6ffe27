// The home page, and the button that starts a call wherever it stands.
import { listed } from './listed.ts';
import type { StartState } from '../../../state/start-model.ts';

export const home = {
  promise: 'Calls that start with a link.',
  explanation:
    'No account, nothing to install. Sound and picture go straight from browser to browser.',
  codeOrLink: 'Code or link',
  join: 'Join',
  noCode:
    'This is no code, and no whole link. A code looks like xxxx‑xxxx‑xxxx; of a link, copy also what stands behind the #.',
  or: 'or join one',
  recent: {
    heading: 'Recent calls',
    who: listed,
    nobody: 'Just you',
    forget: (who: string, when: string) => `Forget: ${who}, ${when}`,
    forgetAll: 'Forget all',
    note: 'Kept in this browser only.',
  },
  startOpen: 'Start an open call',
  aboutOpen:
    'Its code is short enough to read aloud. But whoever runs this server could put themselves in between and listen in.',
};

const problems: Record<StartState, string> = {
  ready: '',
  starting: '',
  unreachable: 'The server can’t be reached. Check your connection and try again.',
  insecure: 'Calls need a secure page. Open this one with https:// in its address.',
  barred: 'This server starts calls only for people with its pass.',
  busy: 'Too many calls were started from here. Wait a minute, then try again.',
};

export const start = {
  ready: 'Start a call',
  another: 'Start a new call',
  starting: 'Starting…',
  problems,
  pass: 'Pass',
  wrongPass: 'This is not the pass of this server. Check it, and try again.',
};
