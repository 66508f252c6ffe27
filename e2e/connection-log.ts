// Keeps every RTCPeerConnection a page makes, so that tests read what flows from getStats and not from the DOM.
import type { Page } from '@playwright/test';

interface ConnectionLog {
  readonly connections: RTCPeerConnection[];
  /** Calls of setLocalDescription and setRemoteDescription, on all connections. */
  descriptionsSet: number;
  /** Every track the page got from a device or a screen. */
  readonly captured: MediaStreamTrack[];
  /** What the relay, or the way to it, answered with instead of a candidate (RFC 8489, section 14.8). */
  readonly candidateErrors: number[];
}

declare global {
  interface Window {
    connectionLog: ConnectionLog;
  }
}

/** What one connection has received so far, and through what. */
export interface Received {
  readonly state: RTCPeerConnectionState;
  readonly videoFrames: number;
  readonly audioEnergy: number;
  /** Types of the selected candidates: host, srflx, prflx or relay. */
  readonly localCandidate: string | undefined;
  readonly remoteCandidate: string | undefined;
}

/** Call before the page loads. `configure` may change what connections are made with; it runs in the page. */
export async function logConnections(
  page: Page,
  configure: (configuration: RTCConfiguration) => RTCConfiguration = (configuration) =>
    configuration,
): Promise<void> {
  await page.addInitScript(`(${install.toString()})(${configure.toString()})`);
}

function install(configure: (configuration: RTCConfiguration) => RTCConfiguration): void {
  const log: ConnectionLog = {
    connections: [],
    descriptionsSet: 0,
    captured: [],
    candidateErrors: [],
  };
  window.connectionLog = log;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration: RTCConfiguration = {}) {
      super(configure(configuration));
      log.connections.push(this);
      this.addEventListener('icecandidateerror', ({ errorCode }) =>
        log.candidateErrors.push(errorCode),
      );
    }
    override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      log.descriptionsSet += 1;
      return super.setLocalDescription(description);
    }
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      log.descriptionsSet += 1;
      return super.setRemoteDescription(description);
    }
  };
  const { mediaDevices } = navigator;
  const keep = async (asked: Promise<MediaStream>) => {
    const stream = await asked;
    log.captured.push(...stream.getTracks());
    return stream;
  };
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => keep(getUserMedia(constraints));
  const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = (options) => keep(getDisplayMedia(options));
}

/** How many tracks of the page's own devices and screen still run. */
export function liveTracks(page: Page, kind?: 'audio' | 'video'): Promise<number> {
  return page.evaluate((wanted) => {
    const isCounted = (track: MediaStreamTrack) => wanted === undefined || track.kind === wanted;
    const { captured } = window.connectionLog;
    return captured.filter((track) => track.readyState === 'live' && isCounted(track)).length;
  }, kind);
}

export function candidateErrors(page: Page): Promise<number[]> {
  return page.evaluate(() => window.connectionLog.candidateErrors);
}

/** How many of the m-sections have candidates of their own: each would be a transport, and cost an allocation. */
export function sectionsWithCandidates(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [connection] = window.connectionLog.connections;
    const sections = connection?.localDescription?.sdp.split('\r\nm=').slice(1) ?? [];
    return sections.filter((section) => section.includes('a=candidate:')).length;
  });
}

export function descriptionsSet(page: Page): Promise<number> {
  return page.evaluate(() => window.connectionLog.descriptionsSet);
}

/** One entry for each connection that is not closed. */
export function received(page: Page): Promise<Received[]> {
  return page.evaluate(async () => {
    const open = window.connectionLog.connections.filter(
      ({ connectionState }) => connectionState !== 'closed',
    );
    return await Promise.all(
      open.map(async (connection) => {
        const stats = [...(await connection.getStats()).values()] as Record<string, unknown>[];
        const inbound = stats.filter(({ type }) => type === 'inbound-rtp');
        const sum = (kind: string, key: string) =>
          inbound
            .filter((entry) => entry['kind'] === kind)
            .reduce((total, entry) => total + Number(entry[key] ?? 0), 0);
        const byId = (id: unknown) => stats.find((entry) => entry['id'] === id);
        const transport = stats.find(({ type }) => type === 'transport');
        const pair = byId(transport?.['selectedCandidatePairId']);
        const candidateType = (key: string) =>
          byId(pair?.[key])?.['candidateType'] as string | undefined;
        return {
          state: connection.connectionState,
          videoFrames: sum('video', 'framesDecoded'),
          audioEnergy: sum('audio', 'totalAudioEnergy'),
          localCandidate: candidateType('localCandidateId'),
          remoteCandidate: candidateType('remoteCandidateId'),
        };
      }),
    );
  });
}
