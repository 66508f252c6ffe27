// The routes of the Worker. Everything that can be refused is refused here, before an object wakes.
import { type Context, Hono } from 'hono';
import { parseRoomCode } from '../../protocol/ids.ts';
import type { Config } from './config.ts';
import { type Env, configOf } from './env.ts';
import { isAllowedOrigin } from './origin.ts';
import { refuseSocket } from './refuse-socket.ts';
import { isRoomCodeOf, mintRoomCode } from './room-code.ts';
import { isUpgrade, offersSubprotocol } from './upgrade.ts';

type AppEnv = { Bindings: Env; Variables: { config: Config } };

export const app = new Hono<AppEnv>();

app.use(async (c, next) => {
  // Before the route: later, Hono would rebuild its response, even the object's 101.
  c.header('Cache-Control', 'no-store');
  const decoded = configOf(c.env);
  if (!decoded.ok) return fail(c, 'misconfigured');
  c.set('config', decoded.config);
  return next();
});

app.get('/api/health', (c) => c.json({ ok: true, relay: c.var.config.turn.provider !== 'none' }));
app.all('/api/health', (c) => refuseMethod(c, 'GET'));

app.post('/api/rooms', async (c) => {
  const { allowedOrigins, roomSecret } = c.var.config;
  if (!isAllowedOrigin(c.req.raw, allowedOrigins))
    return c.json({ error: 'forbidden-origin' }, 403);
  return c.json({ code: await mintRoomCode(roomSecret) }, 201);
});
app.all('/api/rooms', (c) => refuseMethod(c, 'POST'));

app.get('/api/rooms/:code/socket', async (c) => {
  const request = c.req.raw;
  const { allowedOrigins, roomSecret } = c.var.config;
  if (!isUpgrade(request)) return c.json({ error: 'upgrade-required' }, 426);
  if (!offersSubprotocol(request)) return refuseSocket(request, 'unsupportedProtocol');
  if (!isAllowedOrigin(request, allowedOrigins)) return refuseSocket(request, 'forbiddenOrigin');
  const code = parseRoomCode(c.req.param('code'));
  if (!code || !(await isRoomCodeOf(roomSecret, code))) return refuseSocket(request, 'unknownRoom');
  return c.env.ROOMS.getByName(code).fetch(request);
});
app.all('/api/rooms/:code/socket', (c) => refuseMethod(c, 'GET'));

app.notFound((c) => c.json({ error: 'not-found' }, 404));

app.onError((error, c) => {
  console.error(`${error.name}: ${error.message}`);
  return fail(c, 'internal');
});

function fail(c: Context<AppEnv>, error: 'misconfigured' | 'internal'): Response {
  return isUpgrade(c.req.raw) ? refuseSocket(c.req.raw, 'serverError') : c.json({ error }, 500);
}

function refuseMethod(c: Context<AppEnv>, allowed: 'GET' | 'POST'): Response {
  return c.json({ error: 'wrong-method' }, 405, { Allow: allowed });
}
