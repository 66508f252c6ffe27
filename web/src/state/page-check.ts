// A check outside any room: with devices of its own, and by what a room says that nobody will ever join.
import { createModel, effect } from '@preact/signals';
import { reachServer } from '../engine/check/reach-server.ts';
import { LocalMedia } from '../engine/media/local-media.ts';
import type { AppServices } from './app-model.ts';
import { CheckModel } from './check-model.ts';
import { MediaModel } from './media-model.ts';

export const PageCheck = createModel((services: AppServices) => {
  const { environment, preferences } = services;
  const { microphoneId, cameraId } = preferences.load();
  const local = new LocalMedia(environment, { microphone: microphoneId, camera: cameraId });
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const media: MediaModel = new MediaModel(local, services);
  const reach = (signal: AbortSignal) => {
    const { pass } = preferences.load();
    return reachServer({
      environment,
      signal,
      pass,
      socketUrl: (code) => services.socketUrl(code),
    });
  };
  const check: CheckModel = new CheckModel({ environment, media, reach });
  effect(() => () => local.close());
  // Whatever was wanted last time: it is here to be checked.
  void local.start({ microphone: true, camera: true });
  return { media, check };
});
export interface PageCheck extends InstanceType<typeof PageCheck> {}
