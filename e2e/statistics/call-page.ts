// What runs in the pages whose statistics are recorded: connections with the four transceivers of a call, and a look at
// their statistics every two seconds, as the call has it. No page of the app: what is recorded is what a browser counts.
import type { Film } from '../film.ts';

export type Entry = Record<string, string | number | boolean>;

/** What one page saw at one time. */
export interface Look {
  /** How late it came, as a measure of how busy the page is. */
  readonly lateMs: number;
  readonly atMs: number;
  readonly reports: Record<string, Entry[]>;
}

export interface Link {
  readonly id: string;
  readonly configuration: RTCConfiguration;
  readonly maxVideoBitrate: number;
}

export interface CallPage {
  open(camera: Film): Promise<void>;
  offer(link: Link): Promise<RTCSessionDescriptionInit>;
  answer(link: Link, offer: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit>;
  accept(id: string, answer: RTCSessionDescriptionInit): Promise<void>;
  connected(): boolean;
  look(count: number): Promise<Look[]>;
}

declare global {
  interface Window {
    callPage: CallPage;
  }
}

/** Runs in the page, so it uses nothing outside itself. */
export function installCallPage(): void {
  const intervalMs = 2_000;
  const connections = new Map<string, RTCPeerConnection>();
  const kinds = ['audio', 'video', 'video', 'audio'] as const;
  let stream = new MediaStream();

  const wait = (delayMs: number) =>
    new Promise((resolve) => {
      setTimeout(resolve, delayMs);
    });

  function connect({ id, configuration }: Link): RTCPeerConnection {
    const connection = new RTCPeerConnection(configuration);
    connections.set(id, connection);
    connection.addEventListener('track', ({ track }) => {
      if (track.kind !== 'video' && track.kind !== 'audio') return;
      const element = document.createElement(track.kind);
      element.autoplay = true;
      element.srcObject = new MediaStream([track]);
      document.body.append(element);
    });
    return connection;
  }

  async function limit(connection: RTCPeerConnection, maxBitrate: number): Promise<void> {
    for (const { sender } of connection.getTransceivers()) {
      if (sender.track?.kind !== 'video') continue;
      const parameters = sender.getParameters();
      for (const encoding of parameters.encodings) encoding.maxBitrate = maxBitrate;
      await sender.setParameters(parameters);
    }
  }

  async function complete(connection: RTCPeerConnection): Promise<RTCSessionDescriptionInit> {
    for (let tries = 0; connection.iceGatheringState !== 'complete' && tries < 60; tries++)
      await wait(100);
    const { type = 'offer', sdp = '' } = connection.localDescription ?? {};
    return { type, sdp };
  }

  function tracks(): (MediaStreamTrack | null)[] {
    return [stream.getAudioTracks()[0] ?? null, stream.getVideoTracks()[0] ?? null, null, null];
  }

  window.callPage = {
    async open({ width, height, framesPerSecond }) {
      const video = { width, height, frameRate: framesPerSecond };
      stream = await navigator.mediaDevices.getUserMedia({ audio: true, video });
    },
    async offer(link) {
      const connection = connect(link);
      for (const [index, kind] of kinds.entries())
        connection.addTransceiver(tracks()[index] ?? kind, { direction: 'sendrecv' });
      await connection.setLocalDescription();
      await limit(connection, link.maxVideoBitrate);
      return complete(connection);
    },
    async answer(link, offer) {
      const connection = connect(link);
      await connection.setRemoteDescription(offer);
      for (const [index, transceiver] of connection.getTransceivers().entries()) {
        transceiver.direction = 'sendrecv';
        await transceiver.sender.replaceTrack(tracks()[index] ?? null);
      }
      await connection.setLocalDescription();
      await limit(connection, link.maxVideoBitrate);
      return complete(connection);
    },
    async accept(id, answer) {
      await connections.get(id)?.setRemoteDescription(answer);
    },
    connected() {
      return [...connections.values()].every(
        ({ connectionState }) => connectionState === 'connected',
      );
    },
    async look(count) {
      const looks: Look[] = [];
      while (looks.length < count) {
        const dueMs = performance.now() + intervalMs;
        await wait(intervalMs);
        const lateMs = performance.now() - dueMs;
        const reports: Record<string, Entry[]> = {};
        for (const [id, connection] of connections)
          reports[id] = [...(await connection.getStats()).values()] as Entry[];
        looks.push({ atMs: performance.now(), lateMs, reports });
      }
      return looks;
    },
  };
}
