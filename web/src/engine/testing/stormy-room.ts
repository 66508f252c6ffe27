// Several calls in one room on a bad day: sockets die with and without a word, the server crashes, links are cut, people
// come, go and say things, all by chance. When the day is over everyone must know and hear everyone.
import { setImmediate } from 'node:timers/promises';
import type { PeerId } from '../../../../protocol/ids.ts';
import type { CallState } from '../call-state.ts';
import { FakeTrack } from './fake-media.ts';
import type { FakeLink } from './fake-link.ts';
import { FakeRoom } from './fake-room.ts';
import { type Caller, makeCaller } from './linked-calls.ts';

interface Person extends Caller {
  readonly name: string;
  isCameraOn: boolean;
}

interface Said {
  readonly by: Person;
  readonly to: PeerId;
  readonly text: string;
}

type Inside = Extract<CallState, { phase: 'inside' }>;

const nowhere = { isReachable: false, peers: [], chat: [] } as const;

interface View {
  readonly name: string;
  readonly isReachable: boolean;
  /** Everyone on the screen, how they are connected, and whether their camera is on. */
  readonly sees: readonly string[];
  readonly connections: number;
  /** Connections whose other end is not connected with this one. */
  readonly astray: number;
  readonly heardTwice: readonly string[];
  readonly notHeard: readonly string[];
}

const stepMs = 250;
const calmMs = 120_000;

export class StormyRoom {
  readonly #random: () => number;
  readonly #room = new FakeRoom(12);
  #people: Person[] = [];
  #said: Said[] = [];
  #named = 0;
  #isServerUp = true;
  #unmuffle: () => unknown = () => undefined;

  constructor(random: () => number) {
    this.#random = random;
  }

  async gather(count: number): Promise<void> {
    for (let come = 0; come < count; come += 1) {
      this.#come();
      await this.#pass(1_000);
    }
  }

  /** Lets `count` things happen, some at once, some after a while. */
  async storm(count: number): Promise<void> {
    for (let happened = 0; happened < count; happened += 1) {
      this.#pick(this.#troubles())?.();
      if (this.#random() < 0.7) await this.#pass(this.#random() ** 3 * 40_000);
    }
  }

  /** Everything works again; whoever had been taken for lost has had the time to come back. */
  async calm(): Promise<void> {
    this.#isServerUp = true;
    for (const { environment } of this.#people) environment.cutFrom.clear();
    await this.#pass(calmMs);
    this.#room.endSilences();
    this.#room.endGraces();
    await this.#pass(calmMs);
  }

  /** What everyone has in front of them. */
  views(): View[] {
    return this.#people.map((person) => {
      const { isReachable, peers, chat } = stateOf(person) ?? nowhere;
      const open = openLinks(person);
      const texts = chat.map(({ text }) => text);
      return {
        name: person.name,
        isReachable,
        sees: peers
          .map(({ profile, link, slotsInUse }) => sightOf(profile?.name, link, slotsInUse.camera))
          .toSorted(),
        connections: open.length,
        astray: open.filter((link) => link.remote?.remote !== link).length,
        heardTwice: texts.filter((text, index) => texts.indexOf(text) !== index),
        notHeard: this.#said
          .filter(({ to, text }) => to === this.#idOf(person) && !texts.includes(text))
          .map(({ text }) => text),
      };
    });
  }

  /** What they should have. */
  idealViews(): View[] {
    return this.#people.map((person) => {
      const others = this.#people.filter((other) => other !== person);
      const sees = others
        .map(({ name, isCameraOn }) => sightOf(name, 'connected', isCameraOn))
        .toSorted();
      const nothing = { astray: 0, heardTwice: [], notHeard: [] };
      return { name: person.name, isReachable: true, sees, connections: others.length, ...nothing };
    });
  }

  #troubles(): (() => unknown)[] {
    const [one, other] = [this.#pick(this.#people), this.#pick(this.#people)];
    if (!one || !other) return [() => this.#come()];
    return [
      () => latestSocket(one)?.drop(),
      () => this.#muffle(one),
      () => this.#unmuffle(),
      () => this.#room.crash(),
      () => (this.#isServerUp = false),
      () => this.#random() < 0.2 && this.#room.forget(),
      () => (this.#isServerUp = true),
      () => this.#room.endGraces(),
      () => this.#cut(one, other),
      () => this.#heal(one, other),
      () => one.environment.wake(this.#random() < 0.5 ? 'page' : 'network'),
      () => this.#say(one),
      () => this.#toggleCamera(one),
      () => (this.#people.length > 2 ? this.#leave(one) : this.#come()),
      () => (this.#people.length < 4 ? this.#come() : this.#say(one)),
    ];
  }

  #come(): void {
    this.#named += 1;
    const name = `p${this.#named}`;
    const person = { ...makeCaller(name), name, isCameraOn: false };
    person.call.on('changed', () => this.#letGo(person));
    person.call.join();
    this.#people.push(person);
  }

  /** Whoever has let go of somebody owes them no word any more. */
  #letGo(person: Person): void {
    const peers = stateOf(person)?.peers ?? [];
    this.#said = this.#said.filter(
      ({ by, to }) => by !== person || peers.some(({ id }) => id === to),
    );
  }

  #leave(person: Person): void {
    person.call.leave();
    this.#people = this.#people.filter((other) => other !== person);
    this.#said = this.#said.filter(({ by }) => by !== person);
  }

  /** The network holds back what the socket says and hears, for ever or for a while; neither end is told. */
  #muffle(person: Person): void {
    const socket = latestSocket(person);
    if (!socket) return;
    socket.hold();
    this.#unmuffle = () => socket.release();
  }

  #cut(one: Person, other: Person): void {
    if (one === other) return;
    one.environment.cutFrom.add(other.environment);
    other.environment.cutFrom.add(one.environment);
    for (const link of linksBetween(one, other)) {
      if (link.connectionState === 'connected') link.become('disconnected');
    }
  }

  /** Some connections come back by themselves, others have to be restarted. */
  #heal(one: Person, other: Person): void {
    one.environment.cutFrom.delete(other.environment);
    other.environment.cutFrom.delete(one.environment);
    const heals = this.#random() < 0.5;
    for (const link of linksBetween(one, other)) {
      if (link.connectionState !== 'disconnected') continue;
      const isHeard = heals && link.remote?.signalingState !== 'closed';
      link.become(isHeard ? 'connected' : 'failed');
    }
  }

  #say(person: Person): void {
    const text = `word ${this.#random()}`;
    for (const { id } of stateOf(person)?.peers ?? [])
      this.#said.push({ by: person, to: id, text });
    person.call.chat.say(text);
  }

  #toggleCamera(person: Person): void {
    person.isCameraOn = !person.isCameraOn;
    const track = person.isCameraOn
      ? (new FakeTrack('video') as unknown as MediaStreamTrack)
      : null;
    person.call.self.publish('camera', track);
  }

  /** Time goes by for everyone, and the server answers whoever reaches it. */
  async #pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      for (const { environment } of this.#people) {
        environment.clock.advance(stepMs);
        for (const socket of environment.sockets) {
          if (socket.readyState !== WebSocket.CONNECTING) continue;
          if (this.#isServerUp) this.#room.welcome(socket);
          else socket.drop();
        }
      }
      await setImmediate();
    }
  }

  #idOf(person: Person): PeerId | undefined {
    const other = this.#people.find((each) => each !== person);
    const peers = (other && stateOf(other)?.peers) ?? [];
    return peers.find(({ profile }) => profile?.name === person.name)?.id;
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }
}

function stateOf({ call }: Person): Inside | undefined {
  return call.state.phase === 'inside' ? call.state : undefined;
}

function sightOf(name: string | undefined, link: string, isCameraOn: boolean): string {
  return `${name} ${link}, camera ${isCameraOn ? 'on' : 'off'}`;
}

function latestSocket({ environment }: Person) {
  return environment.sockets.findLast(({ readyState }) => readyState === WebSocket.OPEN);
}

function openLinks({ environment }: Person): FakeLink[] {
  return environment.connections.filter(({ signalingState }) => signalingState !== 'closed');
}

function linksBetween(one: Person, other: Person): FakeLink[] {
  const toward = (from: Person, to: Person) =>
    openLinks(from).filter(({ remote }) => remote?.owner === to.environment);
  return [...toward(one, other), ...toward(other, one)];
}
