// What the operator sets, decoded once into a value the rest can trust. No Cloudflare in here:
// scripts/start.ts checks the same variables under Node before anything runs.
import * as v from 'valibot';
import { defaultRoomCapacity, maxRoomCapacity } from '../../protocol/limits.ts';
import { IceConfig, iceVariableNames } from './ice-config.ts';
import { Text, listOf, wholeNumber } from './variable.ts';

const minSecretLength = 32;
const minTokenLength = 16;

const Variables = v.object({
  ROOM_SECRET: v.pipe(
    Text,
    v.minLength(
      minSecretLength,
      ({ input }) =>
        `ROOM_SECRET has ${input.length} characters; it should have at least ${minSecretLength}, drawn at random.`,
    ),
  ),
  CREATE_TOKEN: v.pipe(
    Text,
    v.check(
      // What a bearer token may be written in (RFC 6750, section 2.1).
      (text) => text === '' || (text.length >= minTokenLength && /^[\w.~+/-]+=*$/.test(text)),
      ({ input }) =>
        `CREATE_TOKEN has ${input.length} characters; it should have at least ${minTokenLength}, all of them letters, digits or one of -._~+/, or none, and then anyone may make a room.`,
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
});

/** Every variable there is, for whoever gathers them. */
export const variableNames = [...Object.keys(Variables.entries), ...iceVariableNames];

const RoomConfig = v.pipe(
  Variables,
  v.transform((set) => ({
    roomSecret: set.ROOM_SECRET,
    /** Undefined where anyone may make a room. */
    createToken: set.CREATE_TOKEN || undefined,
    roomCapacity: set.ROOM_CAPACITY,
    seatGraceMs: set.SEAT_GRACE_SECONDS * 1000,
    /** Beside the request's own origin. */
    allowedOrigins: set.ALLOWED_ORIGINS,
  })),
);

const Config = v.intersect([RoomConfig, IceConfig]);
export type Config = v.InferOutput<typeof Config>;

export type DecodedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Decodes environment variables; each problem is one sentence for the operator and holds no secret. */
export function decodeConfig(env: unknown): DecodedConfig {
  const result = v.safeParse(Config, env);
  return result.success
    ? { ok: true, config: result.output }
    : { ok: false, problems: result.issues.map((issue) => issue.message) };
}
