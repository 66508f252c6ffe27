// What the operator sets about ICE servers: STUN, and one of two ways to a relay.
import * as v from 'valibot';
import { Continent } from './continent.ts';
import { type IceUrl, parseIceUrl } from '../../protocol/ice-url.ts';
import { type RelayHost, hostsOf, maxUrlsPerHost } from './relay-hosts.ts';
import { Text, listOf, listSeparatedBy, wholeNumber } from './variable.ts';

/** Cloudflare's managed TURN, and how to ask it for credentials. */
export type CloudflareTurn = {
  readonly provider: 'cloudflare';
  /** Without a slash at its end. */
  readonly api: string;
  readonly keyId: string;
  readonly apiToken: string;
  readonly ttlSeconds: number;
};

/** How relay hosts know whom to serve: by what is signed with a secret that all share, or by the one user of a test lab. */
export type Access =
  | { readonly type: 'secret'; readonly secret: string; readonly ttlSeconds: number }
  | { readonly type: 'user'; readonly username: string; readonly credential: string };

/** Who relays for those who can't reach each other. */
export type Turn =
  | { readonly provider: 'none' }
  | { readonly provider: 'hosts'; readonly hosts: readonly RelayHost[]; readonly access: Access }
  | CloudflareTurn;

const isTurnUrl = ({ kind }: IceUrl) => kind !== 'stun';

const IceUrls = v.pipe(
  listOf(
    (item) => parseIceUrl(item) !== undefined,
    (item) =>
      `TURN_URLS lists "${item}"; it should list URLs such as turn:relay.example:3478?transport=udp, turns:relay.example or stun:relay.example.`,
  ),
  v.transform((items) => items.flatMap((item) => parseIceUrl(item) ?? [])),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { host, urls } of hostsOf(dataset.value.filter(isTurnUrl), [])) {
      if (urls.length <= maxUrlsPerHost) continue;
      addIssue({
        message: `TURN_URLS lists ${urls.length} URLs of ${host}; it should list at most ${maxUrlsPerHost}, because every URL costs an allocation for each connection.`,
      });
    }
  }),
);

/** The commas of an item belong to it. */
const Nearnesses = v.pipe(
  listSeparatedBy(/\s+/),
  v.array(
    v.pipe(
      v.string(),
      v.regex(
        /^[^=,]+=[^=,]+(?:,[^=,]+)*$/,
        ({ input }) =>
          `TURN_CONTINENTS lists "${input}"; it should list hosts with their continents, such as relay.example=EU,AF.`,
      ),
      v.transform((item) => {
        const [host = '', continents = ''] = item.split('=');
        return { host: host.toLowerCase(), continents: continents.split(',') };
      }),
      v.object({
        host: v.string(),
        continents: v.array(
          v.picklist(
            Continent.options,
            ({ input }) =>
              `TURN_CONTINENTS lists the continent "${String(input)}"; it should be one of ${Continent.options.join(', ')}.`,
          ),
        ),
      }),
    ),
  ),
);

const Variables = v.object({
  TURN_URLS: IceUrls,
  TURN_CONTINENTS: Nearnesses,
  TURN_SECRET: Text,
  TURN_USER: Text,
  TURN_PASSWORD: Text,
  // Twelve hours outlast a working day's longest call. Cloudflare takes no more than 48.
  TURN_TTL_SECONDS: wholeNumber('TURN_TTL_SECONDS', { fallback: 43_200, min: 60, max: 172_800 }),
  CLOUDFLARE_TURN_KEY_ID: Text,
  CLOUDFLARE_TURN_API_TOKEN: Text,
  CLOUDFLARE_TURN_API: v.pipe(
    Text,
    v.transform((text) => text.replace(/\/+$/, '') || 'https://rtc.live.cloudflare.com/v1'),
    v.check(
      isApi,
      ({ input }) =>
        `CLOUDFLARE_TURN_API is "${withoutSecrets(input)}"; it should be an https URL, or http on this machine.`,
    ),
  ),
});

export const iceVariableNames = Object.keys(Variables.entries);

/** Neither secret needs what it is for: on Cloudflare they are set first, and the rest comes with the next deployment. */
export const IceConfig = v.pipe(
  Variables,
  v.partialCheck(
    [['TURN_URLS'], ['TURN_SECRET'], ['TURN_USER']],
    (set) => set.TURN_SECRET !== '' || set.TURN_USER !== '' || !set.TURN_URLS.some(isTurnUrl),
    "TURN_SECRET has 0 characters; it should be the relay's static-auth-secret, because TURN_URLS lists a relay.",
  ),
  v.partialCheck(
    [['TURN_SECRET'], ['TURN_USER']],
    (set) => set.TURN_USER === '' || set.TURN_SECRET === '',
    ({ input }) =>
      `TURN_USER is "${input.TURN_USER}"; it should be empty, because TURN_SECRET is set: it is one or the other.`,
  ),
  v.partialCheck(
    [['TURN_USER'], ['TURN_PASSWORD']],
    (set) => set.TURN_PASSWORD !== '' || set.TURN_USER === '',
    'TURN_PASSWORD has 0 characters; it should be the password that the relay knows TURN_USER by.',
  ),
  v.partialCheck(
    [['TURN_URLS'], ['TURN_CONTINENTS']],
    (set) => strangersOf(set).length === 0,
    ({ input }) =>
      `TURN_CONTINENTS lists ${strangersOf(input).join(', ')}; it should list relay hosts that TURN_URLS lists.`,
  ),
  v.partialCheck(
    [['CLOUDFLARE_TURN_KEY_ID'], ['CLOUDFLARE_TURN_API_TOKEN']],
    (set) => set.CLOUDFLARE_TURN_API_TOKEN !== '' || set.CLOUDFLARE_TURN_KEY_ID === '',
    'CLOUDFLARE_TURN_API_TOKEN has 0 characters; it should be the API token of the TURN key, because CLOUDFLARE_TURN_KEY_ID is set.',
  ),
  v.partialCheck(
    [['TURN_URLS'], ['CLOUDFLARE_TURN_KEY_ID']],
    (set) => set.CLOUDFLARE_TURN_KEY_ID === '' || !set.TURN_URLS.some(isTurnUrl),
    'CLOUDFLARE_TURN_KEY_ID is set; it should be empty, because TURN_URLS lists a relay: it is one or the other.',
  ),
  v.transform((set) => ({
    stunUrls: set.TURN_URLS.filter((url) => !isTurnUrl(url)).map(({ text }) => text),
    turn: turnOf(set),
  })),
);

type Variables = v.InferOutput<typeof Variables>;

/** The hosts that TURN_CONTINENTS lists and TURN_URLS does not. */
function strangersOf(set: Pick<Variables, 'TURN_URLS' | 'TURN_CONTINENTS'>): string[] {
  const hosts = new Set(set.TURN_URLS.filter(isTurnUrl).map(({ host }) => host));
  return set.TURN_CONTINENTS.map(({ host }) => host).filter((host) => !hosts.has(host));
}

/** Whether a bearer token may be sent there: nobody else must be able to read it on its way. */
function isApi(text: string): boolean {
  const url = URL.parse(text);
  // Neither a query, nor a fragment, nor a user: paths are put at its end.
  if (!url || url.href !== url.origin + url.pathname) return false;
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
}

/** A user, a query or a fragment may hold one. */
function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//…@').replace(/[?#].*/, '?…');
}

function turnOf(set: Variables): Turn {
  const hosts = hostsOf(set.TURN_URLS.filter(isTurnUrl), set.TURN_CONTINENTS);
  if (hosts.length > 0) return { provider: 'hosts', hosts, access: accessOf(set) };
  if (set.CLOUDFLARE_TURN_KEY_ID === '') return { provider: 'none' };
  return {
    provider: 'cloudflare',
    api: set.CLOUDFLARE_TURN_API,
    keyId: set.CLOUDFLARE_TURN_KEY_ID,
    apiToken: set.CLOUDFLARE_TURN_API_TOKEN,
    ttlSeconds: set.TURN_TTL_SECONDS,
  };
}

function accessOf(set: Variables): Access {
  return set.TURN_USER === ''
    ? { type: 'secret', secret: set.TURN_SECRET, ttlSeconds: set.TURN_TTL_SECONDS }
    : { type: 'user', username: set.TURN_USER, credential: set.TURN_PASSWORD };
}
