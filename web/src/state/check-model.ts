// A check before a call: devices and network, and what all of it comes to.
import { computed, createModel, effect, signal } from '@preact/signals';
import { type Conclusion, conclusionOf } from '../engine/check/conclusion.ts';
import type { DeviceKind } from '../engine/media/devices.ts';
import { speechLevel } from '../engine/media/microphone-check.ts';
import { type DeviceStep, type SpeakerStep, cameraStep, microphoneStep } from './check-steps.ts';
import type { MediaModel } from './media-model.ts';
import { NetworkCheck, type NetworkServices } from './network-check.ts';

export interface CheckServices extends NetworkServices {
  readonly media: MediaModel;
}

const deviceKinds = ['camera', 'microphone'] as const satisfies DeviceKind[];

export const CheckModel = createModel((services: CheckServices) => {
  const { media } = services;
  // Typed by name: spelled out, so deep a type is declared to ui/ as `any`.
  const network: NetworkCheck = new NetworkCheck(services);
  const speaker = signal<SpeakerStep>('unplayed');
  const hasHeard = signal(false);
  const track = computed(() =>
    media.microphone.value.at === 'on' ? media.microphone.value.track : undefined,
  );

  const devices = computed<Readonly<Record<DeviceKind, DeviceStep>>>(() => ({
    camera: cameraStep(media.camera.value),
    microphone: microphoneStep(media.microphone.value, {
      hasHeard: hasHeard.value,
      isSilent: media.heed.value === 'silent',
    }),
  }));

  effect(() => {
    // Whoever was heard by one microphone was not by another.
    void track.value;
    hasHeard.value = false;
  });
  effect(() => {
    // As with speakers.
    void media.speaker.id.value;
    speaker.value = 'unplayed';
  });
  effect(() => {
    if (media.level.value >= speechLevel) hasHeard.value = true;
  });

  return {
    network,
    devices: computed(() => devices.value),
    speaker: computed(() => speaker.value),
    /** Undefined until all that needs no person is done. */
    conclusion: computed<Conclusion | undefined>(() => {
      const server = network.server.value;
      const direct = network.direct.value;
      const relays = network.relayFindings.value;
      if (server.at === 'running' || !relays) return undefined;
      if (server.finding.ok && direct.at === 'running') return undefined;
      return conclusionOf({
        server: server.finding,
        direct: direct.at === 'found' ? direct.finding : 'unknown',
        relays,
        troubled: deviceKinds.filter((kind) => devices.value[kind].at === 'trouble'),
      });
    }),

    runAgain: () => {
      speaker.value = 'unplayed';
      hasHeard.value = false;
      network.start();
    },
    /** What came of the sound that is played to the person. */
    setSpeaker: (step: SpeakerStep) => {
      speaker.value = step;
    },
  };
});
export interface CheckModel extends InstanceType<typeof CheckModel> {}
