// A stand-in for the HTTP API of Cloudflare's TURN, for tests. What it answers is in the id of the key, so that each
// test has its own: `works.breaks` works once and is broken from then on, `works.breaks~1` as well, by itself.
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import * as v from 'valibot';

const Body = v.pipe(v.string(), v.parseJson(), v.object({ ttl: v.pipe(v.number(), v.integer()) }));

const path = /^\/v1\/turn\/keys\/(?<key>[^/]+)\/credentials\/generate-ice-servers$/;

/** Starts it on a port of its own, and returns what CLOUDFLARE_TURN_API is to be. It ends with its program. */
export async function startCloudflareTurnApi(): Promise<string> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    void answer(request, response, asked);
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('TCP has a port');
  return `http://127.0.0.1:${address.port}/v1`;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  asked: Map<string, number>,
): Promise<void> {
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const chunks: string[] = [];
  for await (const chunk of request) chunks.push(String(chunk));
  const key = path.exec(request.url ?? '')?.groups?.['key'];
  const body = v.safeParse(Body, chunks.join(''));
  if (!key) return say(404, 'no such path');
  if (request.method !== 'POST') return say(405, 'not a POST');
  if (request.headers.authorization !== `Bearer ${tokenOf(key)}`) return say(401, 'not its token');
  if (request.headers['content-type'] !== 'application/json') return say(415, 'not JSON');
  if (!body.success || body.output.ttl > 172_800) return say(400, 'not a ttl');

  const turn = (asked.get(key) ?? 0) + 1;
  asked.set(key, turn);
  const script = (key.split('~')[0] ?? '').split('.');
  switch (script[turn - 1] ?? script.at(-1)) {
    case 'works':
      return say(201, { iceServers: iceServers(`user ${turn}`, body.output.ttl) });
    case 'works-with-one-url':
      return say(201, { iceServers: [{ urls: 'turn:one.test', username: 'a', credential: 'b' }] });
    case 'stun':
      return say(201, { iceServers: iceServers('', 0).slice(0, 1) });
    case 'breaks':
      return say(500, 'broken');
    case 'babbles':
      return say(201, '<html>');
    case 'moves':
      response.setHeader('Location', request.url?.replace('moves', 'works') ?? '');
      return say(307, '');
    case 'hangs':
      return undefined;
    default:
      return say(404, 'no such key');
  }
}

/** The API token of a key. */
export function tokenOf(key: string): string {
  return `token of ${key}`;
}

/** As its documentation has them, with the port that browsers refuse. */
function iceServers(username: string, ttl: number) {
  const urls = [
    'turn:turn.cloudflare.test:3478?transport=udp',
    'turn:turn.cloudflare.test:53?transport=udp',
    'turn:turn.cloudflare.test:3478?transport=tcp',
    'turn:turn.cloudflare.test:80?transport=tcp',
    'turns:turn.cloudflare.test:5349?transport=tcp',
    'turns:turn.cloudflare.test:443?transport=tcp',
  ];
  return [
    { urls: ['stun:stun.cloudflare.test:3478', 'stun:stun.cloudflare.test:53'] },
    { urls, username, credential: `for ${ttl} seconds` },
  ];
}
