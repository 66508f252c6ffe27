// Keeps every RTCPeerConnection a page makes, so that tests read what flows from getStats and not from the DOM.

/** What is needed of a page here, whoever drives its browser. */
export interface ScriptedPage {
  addInitScript(script: string): Promise<unknown>;
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Arg>(run: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
}

interface ConnectionLog {
  readonly connections: RTCPeerConnection[];
  /** Calls of setLocalDescription and setRemoteDescription, on all connections. */
  descriptionsSet: number;
  /** Every track the page got from a device or a screen. */
  readonly captured: MediaStreamTrack[];
  /** What the relay, or the way to it, answered with instead of a candidate (RFC 8489, section 14.8). */
  readonly candidateErrors: number[];
  /** The connections that are not closed. */
  readonly open: () => RTCPeerConnection[];
  readonly read: (connection: RTCPeerConnection) => Promise<Received>;
}

declare global {
  interface Window {
    connectionLog: ConnectionLog;
  }
}

/** What one connection has received so far, and through what. */
export interface Received {
  /** When it was counted; milliseconds since the epoch. */
  readonly atMs: number;
  readonly state: RTCPeerConnectionState;
  readonly videoFrames: number;
  readonly audioPackets: number;
  readonly audioEnergy: number;
  /** Types of the selected candidates: host, srflx, prflx or relay. */
  readonly localCandidate: string | undefined;
  readonly remoteCandidate: string | undefined;
  /** Where the local candidate's relay was asked, as in TURN_URLS; undefined when it is no relayed one. */
  readonly relayUrl: string | undefined;
  /** New with every ICE restart that has found a way. */
  readonly usernameFragment: string | undefined;
}

export interface LogOptions {
  /** Changes what connections are made with; runs in the page. */
  readonly configure?: ((configuration: RTCConfiguration) => RTCConfiguration) | undefined;
  /** What cameras are asked for instead of what the page asks for; or just that. */
  readonly picture?: Picture | 'as asked' | undefined;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

/** What is tested is mostly whether pictures flow, on a machine that does it all: these are cheap. */
const smallPicture: Picture = { width: 320, height: 180, frameRate: 10 };

/** Call before the page loads. */
export async function logConnections(page: ScriptedPage, options: LogOptions = {}): Promise<void> {
  const { configure = (configuration: RTCConfiguration) => configuration } = options;
  const { picture = smallPicture } = options;
  await page.addInitScript(`(${installLog.toString()})(${configure.toString()})`);
  await page.addInitScript(`(${installCapture.toString()})(${JSON.stringify(picture)})`);
}

function installLog(configure: (configuration: RTCConfiguration) => RTCConfiguration): void {
  const log: ConnectionLog = {
    connections: [],
    descriptionsSet: 0,
    captured: [],
    candidateErrors: [],
    open: () => log.connections.filter(({ connectionState }) => connectionState !== 'closed'),
    read,
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
    override setConfiguration(configuration: RTCConfiguration = {}): void {
      super.setConfiguration(configure(configuration));
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

  async function read(connection: RTCPeerConnection): Promise<Received> {
    const stats = [...(await connection.getStats()).values()] as Record<string, unknown>[];
    const inbound = stats.filter(({ type }) => type === 'inbound-rtp');
    const sum = (kind: string, key: string) =>
      inbound
        .filter((entry) => entry['kind'] === kind)
        .reduce((total, entry) => total + Number(entry[key] ?? 0), 0);
    const byId = (id: unknown) => stats.find((entry) => entry['id'] === id);
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = byId(transport?.['selectedCandidatePairId']);
    const candidate = (side: string, key: string) =>
      byId(pair?.[`${side}CandidateId`])?.[key] as string | undefined;
    return {
      atMs: Number(inbound[0]?.['timestamp'] ?? Date.now()),
      state: connection.connectionState,
      videoFrames: sum('video', 'framesDecoded'),
      audioPackets: sum('audio', 'packetsReceived'),
      audioEnergy: sum('audio', 'totalAudioEnergy'),
      localCandidate: candidate('local', 'candidateType'),
      remoteCandidate: candidate('remote', 'candidateType'),
      relayUrl: candidate('local', 'url'),
      usernameFragment: candidate('local', 'usernameFragment'),
    };
  }
}

/** Notes every track, and asks for pictures of that size. */
function installCapture(picture: Picture | 'as asked'): void {
  const { captured } = window.connectionLog;
  const { mediaDevices } = navigator;
  const keep = async (asked: Promise<MediaStream>) => {
    const stream = await asked;
    captured.push(...stream.getTracks());
    return stream;
  };
  const changed = picture === 'as asked' ? {} : picture;
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    const video = constraints?.video;
    const asked = typeof video === 'object' ? { ...video, ...changed } : (video ?? false);
    return keep(getUserMedia({ ...constraints, video: asked }));
  };
  const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = (options) => keep(getDisplayMedia(options));
}

/** How many tracks of the page's own devices and screen still run. */
export function liveTracks(page: ScriptedPage, kind?: 'audio' | 'video'): Promise<number> {
  return page.evaluate((wanted) => {
    const isCounted = (track: MediaStreamTrack) => wanted === undefined || track.kind === wanted;
    const { captured } = window.connectionLog;
    return captured.filter((track) => track.readyState === 'live' && isCounted(track)).length;
  }, kind);
}

export function candidateErrors(page: ScriptedPage): Promise<number[]> {
  return page.evaluate(() => window.connectionLog.candidateErrors);
}

/** How many of the m-sections have candidates of their own: each would be a transport, and cost an allocation. */
export function sectionsWithCandidates(page: ScriptedPage): Promise<number> {
  return page.evaluate(() => {
    const [connection] = window.connectionLog.connections;
    const sections = connection?.localDescription?.sdp.split('\r\nm=').slice(1) ?? [];
    return sections.filter((section) => section.includes('a=candidate:')).length;
  });
}

/** What the page has told others of where it can be reached: the candidates in its descriptions, on open connections. */
export function ownCandidates(page: ScriptedPage): Promise<string[]> {
  return page.evaluate(() =>
    window.connectionLog
      .open()
      .flatMap(({ localDescription }) => localDescription?.sdp.match(/^a=candidate:.*$/gm) ?? []),
  );
}

export function descriptionsSet(page: ScriptedPage): Promise<number> {
  return page.evaluate(() => window.connectionLog.descriptionsSet);
}

/** Has the page restart ICE on every connection it has, as it does when one breaks. */
export function restartIce(page: ScriptedPage): Promise<void> {
  return page.evaluate(() => {
    for (const connection of window.connectionLog.open()) connection.restartIce();
  });
}

/** One entry for each connection that is not closed. */
export function received(page: ScriptedPage): Promise<Received[]> {
  return page.evaluate(() => {
    const { open, read } = window.connectionLog;
    return Promise.all(open().map(read));
  });
}

/** Whether it has brought new frames and new sound since `before`. */
export function hasBroughtMore(now: Received, before: Received | undefined): boolean {
  return (
    now.state === 'connected' &&
    now.videoFrames > (before?.videoFrames ?? 0) &&
    now.audioEnergy > (before?.audioEnergy ?? 0)
  );
}
