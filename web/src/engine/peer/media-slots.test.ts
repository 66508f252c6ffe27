import { expect, test } from 'vitest';
import { fakeEnvironment } from '../testing/fake-environment.ts';
import { MediaSlots } from './media-slots.ts';

test('until somebody says how large it is shown, a camera is sent small, and nothing else is', async () => {
  const environment = fakeEnvironment();
  const connection = environment.createPeerConnection({});
  new MediaSlots(connection, environment).add();
  await Promise.resolve();
  const encodings = connection
    .getTransceivers()
    .map(({ sender }) => sender.getParameters().encodings);
  expect(encodings.map(([encoding]) => encoding?.scaleResolutionDownBy ?? 1)).toEqual([1, 2, 1, 1]);
});
