// The part of a check that needs no person: the server, the direct way, and each way to a relay. It begins when it is made.
import { batch, computed, createModel, effect, signal } from '@preact/signals';
import {
  type DirectFinding,
  type DirectRecord,
  isDirectPlain,
  judgeDirect,
  tryDirect,
} from '../engine/check/direct-trial.ts';
import { type RelayFinding, judgeRelay } from '../engine/check/judge-relay.ts';
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
  const directRecord = signal<Step<DirectRecord>>({ at: 'running' });
  const relays = signal<readonly RelayStep[]>([]);
  let current = new AbortController();

  const relayFindings = computed(() => findingsOf(relays.value));
  const direct = computed(() => directOf(directRecord.value, relayFindings.value));

  async function start(): Promise<void> {
    current.abort();
    current = new AbortController();
    const run: Run = { ended: current.signal, turns: new OneAtATime() };
    batch(() => {
      server.value = { at: 'running' };
      directRecord.value = { at: 'running' };
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
    const finding = await tryDirect(servers, { environment, signal: ended });
    if (!ended.aborted) directRecord.value = { at: 'found', finding };
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
    direct,
    relays: computed(() => relays.value),
    /** Undefined until every way has been tried. */
    relayFindings,
    /** Everything anew. */
    start: () => void start(),
  };
});
export interface NetworkCheck extends InstanceType<typeof NetworkCheck> {}

/** Undefined while a way is still being tried. */
function findingsOf(relays: readonly RelayStep[]): readonly RelayFinding[] | undefined {
  const found = relays.flatMap((step) => (step.at === 'found' ? [step.finding] : []));
  return found.length === relays.length ? found : undefined;
}

function directOf(
  record: Step<DirectRecord>,
  relays: readonly RelayFinding[] | undefined,
): Step<DirectFinding> {
  if (record.at === 'running') return record;
  if (!relays && !isDirectPlain(record.finding)) return { at: 'running' };
  return { at: 'found', finding: judgeDirect(record.finding, relays ?? []) };
}
