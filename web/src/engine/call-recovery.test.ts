import { expect, test } from 'vitest';
import { closeCodes } from '../../../protocol/close-code.ts';
import { pingFrame, pongFrame } from '../../../protocol/limits.ts';
import { connected, linkedCalls, residents, rest } from './testing/linked-calls.ts';

test('losing the room does not touch what is connected', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  // Both at once, as when the server dies: neither is told that the other left.
  for (const { environment } of [ana, ben]) {
    const socket = environment.sockets.at(-1);
    if (socket) socket.ended = () => undefined;
    socket?.drop();
  }
  await rest();
  expect(ana.call.state).toMatchObject({ phase: 'inside', isReachable: false });
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});

test('[R12] a lost socket is no departure, and coming back changes nothing', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
  expect(ben.call.state).toMatchObject({ isReachable: false });

  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(ben.call.state).toMatchObject({ isReachable: true });
  for (const { environment } of [ana, ben]) expect(environment.connections).toHaveLength(1);
  expect(room.departures).toEqual([]);
});

test('[R13] after a crash everyone is back in their seat, over the connections they had', async () => {
  const { room, enter } = linkedCalls();
  const callers = [await enter('Ana')];
  callers.push(await enter('Ben', ...callers));
  callers.push(await enter('Eve', ...callers));
  await rest(...callers);
  const { seated } = room;
  room.crash();
  for (const { environment } of callers) environment.clock.advance(300);
  for (const caller of callers) caller.reach(room);
  await rest(...callers);
  expect(room.seated).toEqual(seated);
  for (const caller of callers) {
    expect(connected(caller)).toHaveLength(2);
    expect(caller.environment.connections).toHaveLength(2);
  }
});

test('[R12] whoever the room has given up is kept while connected, and is there again under the same id', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  await rest(ana, ben);
  room.endGraces();
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);

  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(room.seated).toHaveLength(2);
  expect(ben.call.state).toMatchObject({ isReachable: true });
  for (const { environment } of [ana, ben]) expect(environment.connections).toHaveLength(1);
});

test('[R12] whoever the room has given up goes at once if they can not be reached directly either', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ana.environment.connections[0]?.become('failed');
  ben.environment.sockets.at(-1)?.drop();
  await rest(ana);
  expect(ana.call.state).toMatchObject({ peers: [{ link: 'interrupted' }] });
  room.endGraces();
  await rest(ana);
  expect(ana.call.state).toMatchObject({ peers: [] });
});

test('a room that has forgotten everything is entered anew, under another id', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  room.forget();
  for (const caller of [ana, ben]) {
    caller.environment.clock.advance(300);
    caller.reach(room);
    await rest(ana, ben);
  }
  for (const caller of [ana, ben]) {
    expect(connected(caller)).toHaveLength(1);
    const open = caller.environment.connections.filter(
      ({ signalingState }) => signalingState !== 'closed',
    );
    expect(open).toHaveLength(1);
  }
});

test('[R5] a seat whose answer was lost is taken up, and everyone is offered to', async () => {
  const { room, enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await visit('Ben');
  const [deaf] = ben.environment.sockets;
  if (deaf) deaf.deliver = () => undefined;
  ben.call.join();
  await rest(ana);
  deaf?.drop();
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});

test('people who come back at the same moment are connected once, and nothing of before is left', async () => {
  const { room, enter } = linkedCalls();
  const callers = [await enter('Ana')];
  callers.push(await enter('Ben', ...callers));
  await rest(...callers);
  for (const { environment } of callers) environment.sockets.at(-1)?.drop();
  for (const { environment } of callers) environment.clock.advance(300);
  for (const caller of callers) caller.reach(room);
  await rest(...callers);
  for (const caller of callers) {
    expect(connected(caller)).toHaveLength(1);
    const { connections } = caller.environment;
    expect(connections.filter(({ signalingState }) => signalingState !== 'closed')).toHaveLength(1);
  }
});

test('[R5] someone whose seat was given away keeps the call, and comes back when one is free', async () => {
  const { room, enter } = linkedCalls(2);
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  ben.environment.sockets.at(-1)?.drop();
  room.endGraces();
  const eve = await enter('Eve', ana);
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben, eve);
  expect(ben.call.state).toMatchObject({
    phase: 'inside',
    isReachable: false,
    refusal: 'room-full',
  });
  expect(connected(ben)).toEqual(['Ana']);

  eve.call.leave();
  await rest(ana, ben);
  expect(ben.call.state).toMatchObject({ phase: 'inside', isReachable: true });
  expect(connected(ben)).toEqual(['Ana']);
  expect(connected(ana)).toEqual(['Ben']);
});

test('a room lost from the lobby is said, and so is a server that fails', async () => {
  const { visit } = linkedCalls();
  const ana = await visit('Ana');
  ana.environment.sockets.at(-1)?.drop();
  await rest();
  expect(ana.call.state).toMatchObject({ phase: 'connecting', hasServerFailed: false });
  ana.environment.clock.advance(300);
  ana.environment.sockets.at(-1)?.drop(closeCodes.serverError);
  await rest();
  expect(ana.call.state).toMatchObject({ phase: 'connecting', hasServerFailed: true });
});

test('[M7] after a crash nobody is written to through the room before they are back', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  for (const { environment } of [ana, ben]) environment.connections[0]?.become('failed');
  room.crash();
  await rest();
  ana.environment.clock.advance(300);
  ana.reach(room);
  ana.call.self.setProfile({ name: 'Anna' });
  await rest(ana);
  ana.environment.clock.advance(5_000);
  expect(ana.environment.sockets.at(-1)?.sent.filter((frame) => frame !== pingFrame)).toEqual([]);
  ben.environment.clock.advance(300);
  ben.reach(room);
  await rest(ana, ben);
  expect(connected(ben)).toEqual(['Anna']);
});

test('[R12] a visitor who comes while someone is away learns who they are when they are back', async () => {
  const { room, enter, visit } = linkedCalls();
  const ana = await enter('Ana');
  ana.environment.sockets.at(-1)?.drop();
  const ben = await visit('Ben');
  expect(residents(ben)).toEqual([undefined]);
  ana.environment.clock.advance(300);
  ana.reach(room);
  await rest(ana, ben);
  expect(residents(ben)).toEqual(['Ana']);
});

test('[I6] whoever left while the room was down does not come back with it, though it has their seat', async () => {
  const { room, enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  room.crash();
  ben.call.leave();
  await rest(ana);
  ana.environment.clock.advance(300);
  ana.reach(room);
  await rest(ana);
  expect(room.seated).toHaveLength(2);
  expect(ana.call.state).toMatchObject({ isReachable: true, peers: [] });
});

test('[R8] whoever was let go of while the socket was silent is met again when it speaks', async () => {
  const { enter } = linkedCalls();
  const ana = await enter('Ana');
  const ben = await enter('Ben', ana);
  await rest(ana, ben);
  const [socket] = ana.environment.sockets;
  const hear = socket?.heard ?? (() => undefined);
  if (socket) socket.heard = () => undefined;
  ana.environment.clock.advance(15_000);
  await rest();
  expect(ana.call.state).toMatchObject({ isReachable: false });
  // Ben's page dials again, which closes what there was.
  ben.environment.connections[0]?.close();
  await rest(ana);
  expect(connected(ana)).toEqual([]);

  if (socket) socket.heard = hear;
  socket?.deliver(pongFrame);
  await rest(ana, ben);
  expect(connected(ana)).toEqual(['Ben']);
  expect(connected(ben)).toEqual(['Ana']);
});
