// Credentials of Cloudflare's managed TURN, by its HTTP API: https://developers.cloudflare.com/realtime/turn/
import * as v from 'valibot';
import { chooseServers } from './cloudflare-servers.ts';
import type { CloudflareTurn } from './ice-config.ts';
import { type Lease, failureLifetimeMs } from './lease.ts';

/** Many times what an answer takes. Nobody should wait for longer to join, since most need no relay. */
const defaultPatienceMs = 2_000;

/** What RTCIceServer allows: a single URL need be no array (W3C WebRTC, section 4.2.4). */
const Urls = v.union([
  v.array(v.string()),
  v.pipe(
    v.string(),
    v.transform((url) => [url]),
  ),
]);

const Answer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    iceServers: v.array(
      v.object({
        urls: Urls,
        username: v.exactOptional(v.string()),
        credential: v.exactOptional(v.string()),
      }),
    ),
  }),
  v.transform(({ iceServers }) => chooseServers(iceServers)),
  v.minLength(1),
);

/** Asks for credentials. Never rejects: a lease without servers is a failure, which the log has explained. */
export async function requestLease(
  turn: CloudflareTurn,
  patienceMs = defaultPatienceMs,
): Promise<Lease> {
  // AbortSignal.timeout can't be taken back, and would keep the object awake when the answer is long here.
  const hurry = new AbortController();
  const timer = setTimeout(() => hurry.abort(), patienceMs);
  try {
    const response = await post(turn, hurry.signal);
    const answer = v.safeParse(Answer, await response.text());
    if (!response.ok) return failure(`answered ${response.status}`);
    if (!answer.success) return failure(`answered ${response.status} without a relay`);
    return { servers: answer.output, lifetimeMs: turn.ttlSeconds * 1000 };
  } catch (error) {
    if (hurry.signal.aborted) return failure('did not answer in time');
    // The name only: a message may quote what was to be sent.
    return failure(`could not be asked (${error instanceof Error ? error.name : 'unknown'})`);
  } finally {
    clearTimeout(timer);
  }
}

function post(turn: CloudflareTurn, signal: AbortSignal): Promise<Response> {
  const { api, keyId, apiToken, ttlSeconds } = turn;
  const key = encodeURIComponent(keyId);
  return fetch(`${api}/turn/keys/${key}/credentials/generate-ice-servers`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ttl: ttlSeconds }),
    // The token goes nowhere else.
    redirect: 'manual',
    signal,
  });
}

function failure(what: string): Lease {
  console.error(`cloudflare-turn: the API ${what}, so people get no relay for now`);
  return { servers: [], lifetimeMs: failureLifetimeMs };
}
