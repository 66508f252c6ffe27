// Cameras, microphones and screens that give tracks when the test says so.

type FakeAnswer = 'grant' | DOMException;

export class FakeTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly deviceId: string;
  contentHint = '';
  readyState: 'live' | 'ended' = 'live';

  constructor(kind: 'audio' | 'video', deviceId = 'default') {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** The device goes away: unplugged, or stopped from the browser's own bar. */
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export class FakeMediaDevices extends EventTarget {
  /** Every track ever given, to see that none is left running. */
  readonly given: FakeTrack[] = [];
  /** What was asked for, in order. */
  readonly asked: MediaStreamConstraints[] = [];
  /** What the person has allowed before. */
  readonly allowed = new Set<'microphone' | 'camera'>();
  /** How each kind is answered from now on. */
  audio: FakeAnswer = 'grant';
  video: FakeAnswer = 'grant';
  screen: FakeAnswer = 'grant';

  /** What is plugged in. */
  #plugged: { kind: MediaDeviceKind; deviceId: string; label: string }[] = [];

  get live(): FakeTrack[] {
    return this.given.filter((track) => track.readyState === 'live');
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    return this.#give(kinds.map((kind) => [kind, this[kind], constraints[kind]] as const));
  }

  getDisplayMedia(): Promise<MediaStream> {
    return this.#give([
      ['video', this.screen, true],
      ['audio', this.screen, true],
    ]);
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve(this.#plugged as MediaDeviceInfo[]);
  }

  /** From now on these, and no others, are plugged in. */
  plug(...devices: { kind: MediaDeviceKind; deviceId: string; label: string }[]): void {
    this.#plugged = devices;
    this.dispatchEvent(new Event('devicechange'));
  }

  async #give(
    wanted: (readonly [
      'audio' | 'video',
      FakeAnswer,
      boolean | MediaTrackConstraints | undefined,
    ])[],
  ): Promise<MediaStream> {
    await Promise.resolve();
    const refusal = wanted.map(([, answer]) => answer).find((answer) => answer !== 'grant');
    if (refusal) throw refusal;
    const tracks = wanted.map(
      ([kind, , constraint]) => new FakeTrack(kind, deviceIdOf(constraint)),
    );
    this.given.push(...tracks);
    const ofKind = (kind: string) => tracks.filter((track) => track.kind === kind);
    const stream = {
      getTracks: () => tracks,
      getAudioTracks: () => ofKind('audio'),
      getVideoTracks: () => ofKind('video'),
    };
    return stream as unknown as MediaStream;
  }
}

function deviceIdOf(constraint: boolean | MediaTrackConstraints | undefined): string | undefined {
  if (typeof constraint !== 'object') return undefined;
  const wanted = constraint.deviceId;
  return typeof wanted === 'object' && 'ideal' in wanted ? String(wanted.ideal) : undefined;
}
