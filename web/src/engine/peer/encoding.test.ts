import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Encoding, EncodingChanges } from './encoding.ts';

/** A sender that answers when it is told to. */
function setup() {
  const asked: Encoding[] = [];
  const answers: PromiseWithResolvers<void>[] = [];
  let encodings: RTCRtpEncodingParameters[] = [{ active: true }];
  const sender = {
    getParameters: () => ({ encodings }),
    setParameters: (parameters: { encodings: RTCRtpEncodingParameters[] }) => {
      asked.push(parameters.encodings[0] ?? {});
      const answer = Promise.withResolvers<void>();
      answers.push(answer);
      return answer.promise;
    },
  } as unknown as RTCRtpSender;
  return {
    asked,
    changes: new EncodingChanges(sender),
    negotiate: (now: RTCRtpEncodingParameters[]) => void (encodings = now),
    accept: async () => {
      answers.shift()?.resolve();
      await setImmediate();
    },
    refuse: async () => {
      answers.shift()?.reject(new DOMException('no', 'InvalidModificationError'));
      await setImmediate();
    },
  };
}

test('one change is made at a time, and of those that come meanwhile the last word counts', async () => {
  const { asked, changes, accept } = setup();
  changes.make({ maxBitrate: 1 });
  changes.make({ maxBitrate: 2 });
  changes.make({ maxBitrate: 3, priority: 'high' });
  expect(asked).toHaveLength(1);
  await accept();
  await accept();
  expect(asked).toMatchObject([{ maxBitrate: 1 }, { maxBitrate: 3, priority: 'high' }]);
});

test('what there is already is not asked for again', async () => {
  const { asked, changes, accept } = setup();
  changes.make({ maxBitrate: 1 });
  await accept();
  changes.make({ maxBitrate: 1 });
  expect(asked).toHaveLength(1);
});

test('what was refused is asked for again the next time', async () => {
  const { asked, changes, refuse, accept } = setup();
  changes.make({ maxBitrate: 1 });
  await refuse();
  expect(asked).toHaveLength(1);
  changes.make({ maxBitrate: 1 });
  await accept();
  expect(asked).toHaveLength(2);
});

test('before anything is negotiated there is nothing to change', async () => {
  const { asked, changes, negotiate, accept } = setup();
  negotiate([]);
  changes.make({ maxBitrate: 1 });
  await setImmediate();
  expect(asked).toEqual([]);
  negotiate([{ active: true }]);
  changes.make({});
  await accept();
  expect(asked).toMatchObject([{ active: true, maxBitrate: 1 }]);
});
