// The routes of the Worker. Everything that can be refused is refused here, before an object wakes.
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import * as v from 'valibot';
import { parseRoomCode } from '../../protocol/ids.ts';
import { type CreatedRoom, RoomRequest } from '../../protocol/room.ts';
import { mayCreate } from './create-token.ts';
import type { Config } from './config.ts';
import { type Env, configOf } from './env.ts';
import { signHostToken } from './host-token.ts';
import { lockOffered } from './lock.ts';
import { isAllowedOrigin } from './origin.ts';
import { isTooMany } from './rate-limits.ts';
import { refuseSocket } from './refuse-socket.ts';
import { isRoomCodeOf, mintRoomCode, roomName } from './room-code.ts';
import { safeHeaders } from './safe-headers.ts';
import { isUpgrade, offeredSubprotocols, offersSubprotocol } from './upgrade.ts';

type AppEnv = { Bindings: Env; Variables: { config: Config } };

/** Many times what a lock takes. */
const maxBodyBytes = 1024;

export const app = new Hono<AppEnv>();

app.use(async (c, next) => {
  // Before the route: later, Hono would rebuild its response, even the object's 101.
  for (const [name, value] of Object.entries(safeHeaders)) c.header(name, value);
  const decoded = configOf(c.env);
  if (!decoded.ok) return fail(c, 'misconfigured');
  c.set('config', decoded.config);
  return next();
});

app.get('/api/health', (c) => c.json({ ok: true, relay: c.var.config.turn.provider !== 'none' }));
app.all('/api/health', (c) => refuseMethod(c, 'GET'));

app.post(
  '/api/rooms',
  async (c, next) => {
    const { allowedOrigins, createToken } = c.var.config;
    if (!isAllowedOrigin(c.req.raw, allowedOrigins)) return refuse(c, 'forbidden-origin', 403);
    // Before the token, or that could be guessed at leisure.
    if (await isTooMany(c.req.raw, c.env.ROOM_RATE_LIMIT)) return refuse(c, 'too-many', 429);
    if (!(await mayCreate(c.req.raw, createToken))) return refuse(c, 'create-token', 401);
    return next();
  },
  bodyLimit({ maxSize: maxBodyBytes, onError: (c) => refuse(c, 'too-large', 413) }),
  async (c) => {
    const body = v.safeParse(v.pipe(v.string(), v.parseJson(), RoomRequest), await c.req.text());
    if (!body.success) return refuse(c, 'malformed', 400);
    const { roomSecret } = c.var.config;
    const { lock } = body.output;
    const code = await mintRoomCode(roomSecret, lock);
    const powers = { handOvers: 0, room: roomName(code, lock) };
    const created: CreatedRoom = { code, host: await signHostToken(roomSecret, powers) };
    return c.json(created, 201);
  },
);
app.all('/api/rooms', (c) => refuseMethod(c, 'POST'));

app.get('/api/rooms/:code/socket', async (c) => {
  const request = c.req.raw;
  const { allowedOrigins, roomSecret } = c.var.config;
  if (!isUpgrade(request)) return refuse(c, 'upgrade-required', 426);
  if (!offersSubprotocol(request)) return refuseSocket(request, 'unsupportedProtocol');
  if (!isAllowedOrigin(request, allowedOrigins)) return refuseSocket(request, 'forbiddenOrigin');
  // Before the code, or that could be guessed at leisure.
  if (await isTooMany(request, c.env.SOCKET_RATE_LIMIT))
    return refuseSocket(request, 'tooManyAttempts');
  const code = parseRoomCode(c.req.param('code'));
  const lock = await lockOffered(offeredSubprotocols(request));
  if (!code || lock === undefined || !(await isRoomCodeOf(roomSecret, { code, lock })))
    return refuseSocket(request, 'unknownRoom');
  return c.env.ROOMS.getByName(roomName(code, lock)).fetch(request);
});
app.all('/api/rooms/:code/socket', (c) => refuseMethod(c, 'GET'));

app.notFound((c) => refuse(c, 'not-found', 404));

app.onError((error, c) => {
  // Neither the message nor the path: either may hold what is nobody's business.
  console.error(`${error.name} at ${routePath(c)}`);
  return fail(c, 'internal');
});

function fail(c: Context<AppEnv>, error: 'misconfigured' | 'internal'): Response {
  return isUpgrade(c.req.raw) ? refuseSocket(c.req.raw, 'serverError') : refuse(c, error, 500);
}

function refuseMethod(c: Context<AppEnv>, allowed: 'GET' | 'POST'): Response {
  c.header('Allow', allowed);
  return refuse(c, 'wrong-method', 405);
}

function refuse(
  c: Context,
  error: string,
  status: 400 | 401 | 403 | 404 | 405 | 413 | 426 | 429 | 500,
): Response {
  return c.json({ error }, status);
}
