import { expect, test } from 'vitest';
import { SendingLine } from './sending-line.ts';

/** Has `count` frames of that many bytes to send. */
function sender(bytes: number, count: number) {
  let left = count;
  return {
    take(): ArrayBuffer | undefined {
      left -= 1;
      return left < 0 ? undefined : new ArrayBuffer(bytes);
    },
  };
}

/** Takes so many frames before it is full. */
function channel(room: number) {
  const sent: number[] = [];
  return {
    sent,
    room,
    accepts: true,
    get hasRoom() {
      return sent.length < this.room;
    },
    send({ byteLength }: ArrayBuffer) {
      if (this.accepts) sent.push(byteLength);
      return this.accepts;
    },
  };
}

test('[F5] whoever has something to send takes turns with the others', () => {
  const line = new SendingLine();
  const narrow = channel(0);
  line.connect(narrow);
  for (const [bytes, count] of [
    [1, 4],
    [2, 2],
    [3, 3],
  ] as const)
    line.join(sender(bytes, count));
  narrow.room = 5;
  line.pump();
  expect(narrow.sent).toEqual([1, 2, 3, 1, 2]);
  narrow.room = 100;
  line.pump();
  expect(narrow.sent).toEqual([1, 2, 3, 1, 2, 3, 1, 3, 1]);
});

test('[F5] a frame that the channel does not take is sent first when it takes one again', () => {
  const line = new SendingLine();
  const refusing = channel(100);
  line.connect(refusing);
  refusing.accepts = false;
  line.join(sender(1, 1));
  refusing.accepts = true;
  line.join(sender(2, 1));
  expect(refusing.sent).toEqual([1, 2]);
});

test('[F3] what was to go over one channel does not go over the next', () => {
  const line = new SendingLine();
  line.connect(channel(0));
  line.join(sender(1, 1));
  const next = channel(100);
  line.connect(next);
  line.pump();
  expect(next.sent).toEqual([]);
});
