// What the operator sets, decoded once into a value the rest can trust. No Cloudflare in here:
// scripts/start.ts checks the same variables under Node before anything runs.
import * as v from 'valibot';
import { defaultRoomCapacity, maxRoomCapacity } from '../../protocol/limits.ts';

const minSecretLength = 32;

/** As written by the operator: unset is empty, and an unquoted number of a TOML file is still text. */
const Text = v.pipe(v.optional(v.unknown(), ''), v.transform(String));

const TextList = v.pipe(
  Text,
  v.transform((text) => text.split(/[\s,]+/).filter((item) => item !== '')),
);

/** RFC 7064, section 3.1 and RFC 7065, section 3.1, with the transports browsers know. */
const host = String.raw`(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d{1,5})?`;
const iceUrl = new RegExp(
  String.raw`^(?:stun:${host}|turns?:${host}(?:\?transport=(?:udp|tcp))?)$`,
  'i',
);

const isTurnUrl = (url: string) => /^turns?:/i.test(url);

const Variables = v.object({
  ROOM_SECRET: v.pipe(
    Text,
    v.minLength(
      minSecretLength,
      ({ input }) =>
        `ROOM_SECRET has ${input.length} characters; it should have at least ${minSecretLength}, drawn at random.`,
    ),
  ),
  ROOM_CAPACITY: wholeNumber('ROOM_CAPACITY', {
    fallback: defaultRoomCapacity,
    min: 2,
    max: maxRoomCapacity,
  }),
  // Half a minute outlasts a change of networks; for longer, nobody waits on an empty seat.
  SEAT_GRACE_SECONDS: wholeNumber('SEAT_GRACE_SECONDS', { fallback: 30, min: 5, max: 600 }),
  ALLOWED_ORIGINS: listOf(
    (item) => URL.parse(item)?.origin === item,
    (item) =>
      `ALLOWED_ORIGINS lists "${item}"; it should list origins such as https://calls.example, with no path.`,
  ),
  TURN_URLS: listOf(
    (item) => iceUrl.test(item),
    (item) =>
      `TURN_URLS lists "${item}"; it should list URLs such as turn:relay.example:3478?transport=udp, turns:relay.example or stun:relay.example.`,
  ),
  TURN_SECRET: Text,
  // Twelve hours outlast a working day's longest call; running media outlives its credential anyway.
  TURN_TTL_SECONDS: wholeNumber('TURN_TTL_SECONDS', {
    fallback: 43_200,
    min: 60,
    max: 172_800,
  }),
});

/** Every variable there is, for whoever gathers them. */
export const variableNames = Object.keys(Variables.entries);

const ConfigOfVariables = v.pipe(
  Variables,
  // Not the other way round: on Cloudflare the secret is set first, and the URLs come with the next deployment.
  v.partialCheck(
    [['TURN_URLS'], ['TURN_SECRET']],
    (set) => set.TURN_SECRET !== '' || !set.TURN_URLS.some(isTurnUrl),
    "TURN_SECRET has 0 characters; it should be the relay's static-auth-secret, because TURN_URLS lists a relay.",
  ),
  v.transform((set) => {
    const turnUrls = set.TURN_URLS.filter(isTurnUrl);
    return {
      roomSecret: set.ROOM_SECRET,
      roomCapacity: set.ROOM_CAPACITY,
      seatGraceMs: set.SEAT_GRACE_SECONDS * 1000,
      /** Beside the request's own origin. */
      allowedOrigins: set.ALLOWED_ORIGINS,
      stunUrls: set.TURN_URLS.filter((url) => !isTurnUrl(url)),
      turn:
        turnUrls.length === 0
          ? null
          : { urls: turnUrls, secret: set.TURN_SECRET, ttlSeconds: set.TURN_TTL_SECONDS },
    };
  }),
);
export type Config = v.InferOutput<typeof ConfigOfVariables>;

export type DecodedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Decodes environment variables; each problem is one sentence for the operator and holds no secret. */
export function decodeConfig(env: unknown): DecodedConfig {
  const result = v.safeParse(ConfigOfVariables, env);
  return result.success
    ? { ok: true, config: result.output }
    : { ok: false, problems: result.issues.map((issue) => issue.message) };
}

function wholeNumber(name: string, bounds: { fallback: number; min: number; max: number }) {
  const { fallback, min, max } = bounds;
  return v.pipe(
    Text,
    v.check(
      (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max),
      ({ input }) => `${name} is "${input}"; it should be a whole number from ${min} to ${max}.`,
    ),
    v.transform((text) => (text === '' ? fallback : Number(text))),
  );
}

function listOf(isItem: (item: string) => boolean, problem: (item: string) => string) {
  return v.pipe(
    TextList,
    v.array(
      v.pipe(
        v.string(),
        v.check(isItem, ({ input }) => problem(input)),
      ),
    ),
  );
}
