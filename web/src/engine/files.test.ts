import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../protocol/ids.ts';
import { Files } from './files.ts';
import { fakeEnvironment } from './testing/fake-environment.ts';
import { FakeMesh } from './testing/fake-mesh.ts';
import { settle, until } from './testing/linked-desks.ts';

const [ana, ben] = [v.parse(PeerId, 'a'.padEnd(16, '0')), v.parse(PeerId, 'b'.padEnd(16, '0'))];

/** The desk of Ana's call can be loaded as soon as `isReachable`. */
function setup() {
  const environment = fakeEnvironment();
  const mesh = new FakeMesh(ana);
  const server = { isReachable: false, visits: 0 };
  const openFileStore = async () => {
    server.visits += 1;
    if (!server.isReachable) throw new TypeError('the server is gone');
    return environment.openFileStore();
  };
  const files = new Files(
    { ...environment, openFileStore },
    Object.assign(mesh.asMesh, { states: [] }),
  );
  const offer = (transfer: number) => {
    const offered = { transfer, name: 'a.bin', size: 10, mediaType: '' };
    mesh.hear(ben, { type: 'file-offer', files: [offered] });
  };
  return { mesh, files, server, offer };
}

test('[F7] whoever leaves before files can be handled takes along what they have offered', async () => {
  const { mesh, files, server, offer } = setup();
  server.isReachable = true;
  offer(1);
  mesh.lose(ben);
  await until(() => files.list.length === 1);
  expect(files.list).toMatchObject([{ progress: { at: 'over', why: 'gone' } }]);
});

test('what waits for the server is the newest, and it is asked once at a time', async () => {
  const { files, server, offer } = setup();
  const done: number[] = [];
  const use = (task: number) => files.use(() => done.push(task));
  for (let task = 0; task < 300; task += 1) use(task);
  await until(() => server.visits === 1);
  await settle();
  expect(server.visits).toBe(1);
  server.isReachable = true;
  use(300);
  await until(() => done.length > 0);
  expect(server.visits).toBe(2);
  expect(done).toHaveLength(200);
  expect(done[0]).toBe(101);
  offer(1);
  expect(files.list).toHaveLength(1);
});
