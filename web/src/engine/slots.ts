// The four things a peer can send, in the order of their transceivers.

export const slotNames = ['microphone', 'camera', 'screen', 'screenAudio'] as const;
export type SlotName = (typeof slotNames)[number];

export type SlotTracks = Readonly<Record<SlotName, MediaStreamTrack | null>>;

export const emptySlots: SlotTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenAudio: null,
};

export const slotKinds: Readonly<Record<SlotName, 'audio' | 'video'>> = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  screenAudio: 'audio',
};
