// The part of a check that needs no person: the server, the direct way, and each way to a relay. It begins when it is made.
import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { type DirectFinding, judgeDirect, tryDirect } from '../engine/check/direct-trial.ts';
import { judgeRelay } from '../engine/check/judge-relay.ts';
import { OneAtATime } from '../engine/check/one-at-a-time.ts';
import type { Reached } from '../engine/check/reach-server.ts';
import { type RelayWay, relayWaysOf } from '../engine/check/relay-address.ts';
import { tryRelay } from '../engine/check/relay-trial.ts';
import type { Environment } from '../engine/environment.ts';
import type { RelayStep, Step } from './check-steps.ts';

export interface NetworkServices {
  readonly environment: Environment;
  /** Finds out whether the server can be reached, and which relays it names. */
  readonly reach: (signal: AbortSignal) => Promise<Reached>;
}

/** One check among several; once it is `ended` it has nothing to say any more. */
interface Run {
  readonly ended: AbortSignal;
  readonly turns: OneAtATime;
}

export const NetworkCheck = createModel(({ environment, reach }: NetworkServices) => {
  const server = signal<Step<Reached>>({ at: 'running' });
  const direct = signal<Step<DirectFinding>>({ at: 'running' });
  const relays = signal<readonly RelayStep[]>([]);
  let current = new AbortController();

  async function start(): Promise<void> {
    current.abort();
    current = new AbortController();
    const run: Run = { ended: current.signal, turns: new OneAtATime() };
    batch(() => {
      server.value = { at: 'running' };
      direct.value = { at: 'running' };
      relays.value = [];
    });
    const reached = await reach(run.ended);
    if (run.ended.aborted) return;
    const ways = reached.ok ? relayWaysOf(reached.servers) : [];
    batch(() => {
      server.value = { at: 'found', finding: reached };
      relays.value = ways.map(({ address }) => ({ at: 'connecting', address }));
    });
    if (reached.ok) void tryDirectly(reached.servers, run);
    for (const [index, way] of ways.entries()) void tryWay(way, index, run);
  }

  async function tryDirectly(servers: readonly RTCIceServer[], { ended }: Run): Promise<void> {
    const record = await tryDirect(servers, { environment, signal: ended });
    if (!ended.aborted) direct.value = { at: 'found', finding: judgeDirect(record) };
  }

  async function tryWay(
    { address, server: iceServer }: RelayWay,
    index: number,
    { ended, turns }: Run,
  ): Promise<void> {
    const turnTo = (step: RelayStep) => {
      if (!ended.aborted) relays.value = relays.peek().with(index, step);
    };
    const onOpen = () => turnTo({ at: 'measuring', address });
    const record = await tryRelay(iceServer, { environment, signal: ended, turns, onOpen });
    turnTo({ at: 'found', address, finding: judgeRelay(address, record) });
  }

  void start();
  effect(() => () => current.abort());

  return {
    server: computed(() => server.value),
    /** Running for ever where no server could be asked. */
    direct: computed(() => direct.value),
    relays: computed(() => relays.value),
    /** Everything anew. */
    start: () => void start(),
  };
});
export interface NetworkCheck extends InstanceType<typeof NetworkCheck> {}
