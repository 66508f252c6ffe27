// What there is to see of a call beside the call itself: who speaks, how it is laid out, and what just happened.
import { createModel } from '@preact/signals';
import { LayoutModel } from './layout-model.ts';
import { type Chime, NewsModel } from './news-model.ts';
import type { RoomModel } from './room-model.ts';
import { VoicesModel } from './voices-model.ts';

export const ViewModel = createModel((room: RoomModel, play: (chime: Chime) => void) => {
  const { clock, preferences, voiceLevels } = room.viewServices();
  const { participants, media, state, chat } = room;
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
  return { layout, voices, news };
});
export interface ViewModel extends InstanceType<typeof ViewModel> {}
