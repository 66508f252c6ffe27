import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Connection } from './connection.ts';
import type { Endpoint } from './endpoint.ts';
import { type Message, attribute, decode, encode, newTransactionId } from './message.ts';

function bindingRequest(): Message {
  const transactionId = newTransactionId();
  return { method: 'binding', class: 'request', transactionId, attributes: [] };
}

function answerTo(request: Buffer | undefined): Buffer {
  const message = request && decode(request);
  if (!message) throw new Error('it should be a request');
  return encode({ ...message, class: 'success', attributes: [attribute('software', 'test')] });
}

async function connectionTo(transport: Endpoint['transport'], port: number) {
  const address = '127.0.0.1';
  const opened = await Connection.open({
    transport,
    address,
    port,
    from: undefined,
    host: address,
    authorities: [],
  });
  if (!opened.ok) throw new Error(opened.why);
  onTestFinished(() => opened.connection.close());
  return opened.connection;
}

/** Listens for TCP; `serve` has the connection that comes. */
async function tcpServer(serve: (socket: Socket) => void): Promise<number> {
  const server = createServer({ noDelay: true }, serve);
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test.each([1, 19, 20, 24, 31])(
  'in a stream, an answer of which %i bytes come with another is waited for',
  async (bytesTooEarly) => {
    const port = await tcpServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        // The second answer is torn; the rest of it comes when a third is asked for.
        const [first, second, third] = [0, 20, 40].map((at) => received.subarray(at, at + 20));
        if (third?.length === 20) {
          socket.write(Buffer.concat([answerTo(second).subarray(bytesTooEarly), answerTo(third)]));
        } else if (second?.length === 20) {
          socket.write(
            Buffer.concat([answerTo(first), answerTo(second).subarray(0, bytesTooEarly)]),
          );
        }
      });
    });
    const connection = await connectionTo('tcp', port);
    const ask = () => connection.request(encode(bindingRequest()));
    const [one, two] = [ask(), ask()];
    const replies = [await one, await ask(), await two];
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
  },
);

test('a stream that is closed ends what was asked, and what will be', async () => {
  const port = await tcpServer((socket) => socket.once('data', () => socket.destroy()));
  const connection = await connectionTo('tcp', port);
  const ended = { ok: false, why: 'it hung up' };
  expect(await connection.request(encode(bindingRequest()))).toEqual(ended);
  expect(await connection.request(encode(bindingRequest()))).toEqual(ended);
});

test('a datagram that is lost is sent again, the same', async () => {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  const received: string[] = [];
  socket.on('message', (bytes, { address, port }) => {
    received.push(bytes.toString('hex'));
    if (received.length > 1) socket.send(answerTo(bytes), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const connection = await connectionTo('udp', socket.address().port);
  const request = encode(bindingRequest());
  expect(await connection.request(request)).toMatchObject({ ok: true });
  expect(received).toEqual([request.toString('hex'), request.toString('hex')]);
});

test('a UDP port where nobody listens is told at once, where the host says so', async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  const connection = await connectionTo('udp', port);
  expect(await connection.request(encode(bindingRequest()))).toEqual({
    ok: false,
    why: 'nothing listens there',
  });
});
