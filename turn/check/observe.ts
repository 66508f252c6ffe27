// What all checks build on: where the name leads, which ports answer, and which of them let us in.
import { isIP, isIPv4 } from 'node:net';
import { fresh } from './access.ts';
import { Clients } from './clients.ts';
import type { Admission, Observations, Outside, Reach, Target } from './context.ts';
import { isInternal } from './internal-range.ts';
import type { Endpoint } from './stun/endpoint.ts';
import type { Credential, TurnClient } from './stun/turn-client.ts';

export async function observe(target: Target, outside: Outside): Promise<Observations> {
  const { nowMs, stop } = outside;
  const isGiven = target.address !== undefined || isIP(target.host) !== 0;
  const found = isGiven ? undefined : await outside.lookup(target.host);
  const address = found ? best(found) : (target.address ?? target.host);
  const credential = () => fresh(target.access, nowMs());
  const clients = new Clients(stop);
  try {
    const endpoints = address === undefined ? [] : endpointsOf(target, address);
    const reaches = await Promise.all(endpoints.map((endpoint) => reach(endpoint, clients)));
    const answering = reaches.filter(({ answer }) => answer.kind === 'success');
    const admissions = await Promise.all(
      answering.map(({ endpoint }) => admit(endpoint, clients, credential())),
    );
    return { ...target, address, nowMs, found, reaches, admissions, fresh: credential };
  } finally {
    await clients.close();
  }
}

/** IPv4 before IPv6, since every relay has it; of those, one that leads somewhere. */
function best(addresses: readonly string[]): string | undefined {
  const inOrder = addresses.toSorted((left, right) => Number(isIPv4(right)) - Number(isIPv4(left)));
  return inOrder.find((address) => !isInternal(address)) ?? inOrder[0];
}

/** The ports that browsers are told of. */
function endpointsOf(target: Target, address: string): Endpoint[] {
  const { host, from, port, tlsPorts, authorities } = target;
  const at = (transport: Endpoint['transport'], itsPort: number): Endpoint => ({
    transport,
    address,
    port: itsPort,
    from,
    host,
    authorities,
  });
  return [at('udp', port), at('tcp', port), ...tlsPorts.map((tlsPort) => at('tls', tlsPort))];
}

/** Odd, so that one is in the middle. */
const roundTrips = 5;

async function reach(endpoint: Endpoint, clients: Clients): Promise<Reach> {
  const opened = await clients.open(endpoint);
  if (opened.kind !== 'success') return { endpoint, answer: opened };
  return { endpoint, answer: await bindOften(opened.client) };
}

async function bindOften(client: TurnClient): Promise<Reach['answer']> {
  const first = await timedBind(client);
  if (first.kind !== 'success') return first;
  const answers = [first];
  while (answers.length < roundTrips) {
    const answer = await timedBind(client);
    if (answer.kind !== 'success') return answer;
    answers.push(answer);
  }
  const inOrder = answers.toSorted((left, right) => left.roundTripMs - right.roundTripMs);
  return inOrder[Math.floor(roundTrips / 2)] ?? first;
}

async function timedBind(client: TurnClient) {
  const beginMs = performance.now();
  const answer = await client.bind();
  return { ...answer, roundTripMs: performance.now() - beginMs };
}

async function admit(
  endpoint: Endpoint,
  clients: Clients,
  credential: Credential,
): Promise<Admission> {
  const beginMs = performance.now();
  const answer = await clients.allocate(endpoint, { credential });
  return { endpoint, answer, tookMs: performance.now() - beginMs };
}
