// Files for tests, larger than anyone wants to hold in memory, and what is measured while they are on their way.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';

const chunkBytes = 1024 * 1024;

/** Writes a file in which no two chunks are the same. */
export async function writeLargeFile(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  const chunk = Buffer.alloc(chunkBytes);
  for (let index = 0; index < chunkBytes; index += 1) chunk[index] = (index * 2_654_435_761) >>> 24;
  for (let written = 0; written < bytes; written += chunkBytes) {
    chunk.writeUInt32BE(written / chunkBytes, 0);
    await file.write(chunk, 0, Math.min(chunkBytes, bytes - written));
  }
  await file.close();
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Watches how much more the scripts of a page hold than before, buffers included, until it is stopped; gives the most. */
export async function watchHeap(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const held = async (): Promise<number> => {
    // What nobody holds any more does not count.
    await session.send('HeapProfiler.collectGarbage');
    const heap = await session.send('Runtime.getHeapUsage');
    return heap.usedSize + heap.backingStorageSize;
  };
  await session.send('HeapProfiler.enable');
  const before = await held();
  let most = before;
  const stopping = new AbortController();
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      most = Math.max(most, await held());
      await pause(500);
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
    return most - before;
  };
}

/** What a data channel between two connections of one page carries, with the same backpressure; in bytes per second. */
export function bareChannelSpeed(page: Page, bytes: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    one.addEventListener(
      'icecandidate',
      ({ candidate }) => void other.addIceCandidate(candidate ?? undefined),
    );
    other.addEventListener(
      'icecandidate',
      ({ candidate }) => void one.addIceCandidate(candidate ?? undefined),
    );
    const sender = one.createDataChannel('bare');
    sender.bufferedAmountLowThreshold = 256 * 1024;
    const received = new Promise<void>((resolve) => {
      other.addEventListener('datachannel', ({ channel }) => {
        let count = 0;
        channel.binaryType = 'arraybuffer';
        channel.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
          count += data.byteLength;
          if (count >= wanted) resolve();
        });
      });
    });
    await one.setLocalDescription();
    if (one.localDescription) await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription();
    if (other.localDescription) await one.setRemoteDescription(other.localDescription);
    await new Promise((resolve) => sender.addEventListener('open', resolve));
    const frame = new ArrayBuffer(64 * 1024);
    const beganMs = performance.now();
    let sent = 0;
    const pump = (): void => {
      for (; sent < wanted && sender.bufferedAmount < 1024 * 1024; sent += frame.byteLength)
        sender.send(frame);
    };
    sender.addEventListener('bufferedamountlow', pump);
    pump();
    await received;
    const seconds = (performance.now() - beganMs) / 1_000;
    one.close();
    other.close();
    return wanted / seconds;
  }, bytes);
}
