import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/close-code.ts';
import { subprotocol } from '../../protocol/limits.ts';
import { TestClient } from '../test/test-client.ts';
import {
  comeBack,
  loseSocket,
  meet,
  meetAndGiveUpAlice,
  meetAndLoseAlice,
  mintRoom,
  requestSocket,
  takeSeat,
  visit,
} from '../test/test-room.ts';
import { socketsBeyondSeats } from './roster.ts';

test('[R11] every visitor gets a ticket of its own, made out to its id', async () => {
  const { alice, bob, visitor } = await meet();
  expect(new Set([alice, bob, visitor].map(({ ticket }) => ticket)).size).toBe(3);
  for (const { id, welcome } of [alice, bob, visitor]) {
    expect(welcome).toMatchObject({ self: id, seated: false });
    expect(welcome.ticket.startsWith(`${id}.`)).toBe(true);
  }
});

test('[R11] a visitor’s ticket is good for nothing, since nothing is stored of it', async () => {
  const { code, visitor } = await meet();
  await loseSocket(visitor);
  expect((await comeBack(code, visitor.ticket)).id).not.toBe(visitor.id);
});

const offers: [string, (own: string, other: string) => string][] = [
  ['only the public id', (own) => own.slice(0, 16)],
  ['the public id and no secret', (own) => own.slice(0, 17)],
  ['the public id and another secret', (own, other) => own.slice(0, 17) + other.slice(17)],
  ['the secret and another id', (own, other) => other.slice(0, 17) + own.slice(17)],
  ['the ticket in capitals', (own) => own.toUpperCase()],
  ['the ticket and one character more', (own) => `${own}0`],
  ['a ticket with its last character changed', (own) => swapLast(own)],
  ['a ticket of another room', (_own, other) => other],
];

const swapLast = (ticket: string) => ticket.slice(0, -1) + (ticket.endsWith('0') ? '1' : '0');

test.each(offers)('[R11] whoever offers %s is a stranger', async (_what, offer) => {
  const { code, alice, bob } = await meet();
  const elsewhere = await takeSeat((await mintRoom()).code);
  const thief = await comeBack(code, offer(alice.ticket, elsewhere.ticket));
  expect([alice.id, elsewhere.id]).not.toContain(thief.id);
  expect(thief.ticket.startsWith(`${thief.id}.`)).toBe(true);
  expect(thief.welcome.seated).toBe(false);
  expect(thief.welcome.peers.map(({ id }) => id)).toContain(alice.id);
  bob.client.signal(alice.id, 'still you?');
  const signal = { type: 'signal', from: bob.id, payload: 'still you?' };
  expect(await alice.client.heard()).toEqual([signal]);
  expect(await bob.client.heard()).toEqual([]);
});

test('[R11] a stranger can not take over a seat that is away', async () => {
  const { code, alice, bob } = await meetAndLoseAlice();
  expect((await comeBack(code, swapLast(alice.ticket))).welcome.seated).toBe(false);
  expect(await bob.client.heard()).toEqual([]);
  expect((await comeBack(code, alice.ticket)).welcome.seated).toBe(true);
});

test.each(['bye', 'close', 'binary frame'])('[R11] after a %s a ticket is void', async (end) => {
  const { code, alice } = await meet();
  if (end === 'bye') alice.client.send({ type: 'bye' });
  else if (end === 'close') alice.client.close(1000);
  else alice.client.sendFrame(new ArrayBuffer(1));
  await alice.client.closed;
  const { welcome } = await comeBack(code, alice.ticket);
  expect(welcome.self).not.toBe(alice.id);
  expect(welcome.ticket).not.toBe(alice.ticket);
  expect(welcome.seated).toBe(false);
});

test('[R11] a visitor who was given up and says bye is forgotten, and nobody hears it', async () => {
  const { code, alice, bob } = await meetAndGiveUpAlice();
  const back = await comeBack(code, alice.ticket);
  back.client.send({ type: 'bye' });
  await back.client.closed;
  expect((await comeBack(code, alice.ticket)).id).not.toBe(alice.id);
  expect(await bob.client.heard()).toEqual([]);
});

test('[R9] a crowded room still admits whoever has a seat, and nobody else', async () => {
  const { code, alice } = await meetAndLoseAlice();
  const crowd = Array.from({ length: 3 + socketsBeyondSeats - 2 }, () => visit(code));
  await Promise.all(crowd);
  const { closed } = new TestClient(await requestSocket(code));
  expect(await closed).toEqual({ code: closeCodes.roomFull, reason: 'roomFull' });
  expect((await comeBack(code, alice.ticket)).welcome.seated).toBe(true);
});

test('[R9] the answer selects our subprotocol, and never shows a credential', async () => {
  const { code, alice } = await meet();
  const carriers = ['ticket', 'join', 'host', 'browser'].map((kind) => `${kind}.${alice.ticket}`);
  for (const offered of [...carriers, `${carriers.join(', ')}, ${subprotocol}`]) {
    const response = await requestSocket(code, { headers: { 'Sec-WebSocket-Protocol': offered } });
    expect(response.headers.get('Sec-WebSocket-Protocol') ?? '').not.toContain(alice.ticket);
    response.webSocket?.accept();
  }
});
