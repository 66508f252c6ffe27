// What there is to see of a call beside the call itself: who speaks, how it is laid out, and what just happened.
import { computed, createModel } from '@preact/signals';
import { ConnectionModel } from './connection-model.ts';
import { LayoutModel } from './layout-model.ts';
import { type Chime, NewsModel } from './news-model.ts';
import type { Participant } from './participant.ts';
import type { RoomModel } from './room-model.ts';
import { SightModel } from './sight-model.ts';
import { VoicesModel } from './voices-model.ts';

export const ViewModel = createModel((room: RoomModel, play: (chime: Chime) => void) => {
  const { clock, preferences, voiceLevels, quality } = room.viewServices();
  const { participants, media, state, chat, people } = room;
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const layout: LayoutModel = new LayoutModel(preferences, participants);
  const voices: VoicesModel = new VoicesModel({
    clock,
    participants,
    voiceLevels,
    ownLevel: media.level,
    isMuted: media.isMuted,
  });
  const news: NewsModel = new NewsModel({
    clock,
    state,
    unread: chat.unread,
    wantsSounds: () => preferences.load().playsSounds,
    play,
  });
  const dataUse = media.settings.dataUse.chosen;
  const sight: SightModel = new SightModel({ clock, participants, dataUse, quality });
  const neighbours = [chat, people];
  const connection: ConnectionModel = new ConnectionModel({
    clock,
    state,
    participants,
    quality,
    neighbours,
  });
  return {
    layout,
    voices,
    news,
    sight,
    connection,
    /** Everyone with what there is to see of them, which is nothing for whoever only listens. */
    pictured: computed(() =>
      dataUse.value === 'audio-only' ? participants.value.map(withoutPictures) : participants.value,
    ),
  };
});
export interface ViewModel extends InstanceType<typeof ViewModel> {}

function withoutPictures(participant: Participant): Participant {
  return { ...participant, camera: null, screen: null };
}
