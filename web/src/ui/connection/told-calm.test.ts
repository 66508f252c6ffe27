import { expect, test } from 'vitest';
import { type PeerId, peerIdFrom } from '../../../../protocol/ids.ts';
import type { Calm } from '../../state/calm.ts';
import { connection as english } from '../text/en/connection.ts';
import { connection as chinese } from '../text/zh/connection.ts';
import { toldCalm } from './told-calm.ts';

const ids = [1, 2, 3, 4].map((byte) => peerIdFrom(new Uint8Array(16).fill(byte)));
const names = new Map(ids.map((id, index) => [id, ['Ana', 'Ben', 'Cleo', 'Dora'][index] ?? '']));

function tell(calm: Calm, text = english, nameOf = (id: PeerId) => names.get(id) ?? '') {
  const { sentence, advice } = toldCalm(calm, { text, nameOf });
  return [sentence, advice].join(' ');
}

const cutOff = (count: number) => ({ tag: 'cutOff', whom: ids.slice(0, count) }) as const;

test('whoever is cut off is named, and of many the rest is counted', () => {
  expect(tell(cutOff(1))).toMatch(/^Ana is not connected to you/);
  expect(tell(cutOff(3))).toMatch(/^Ana, Ben and Cleo are not connected to you/);
  expect(tell(cutOff(4))).toMatch(/^Ana, Ben and 2 others are not connected to you/);
  expect(tell(cutOff(1), chinese)).toMatch(/^目前没有连上 Ana。/);
  expect(tell(cutOff(4), chinese)).toMatch(/^目前没有连上 Ana、Ben和另外 2 人。/);
});

test('who gave no name, or must not be named, is counted', () => {
  expect(tell(cutOff(1), english, () => '')).toMatch(/^1 person is not connected/);
  expect(tell(cutOff(2), chinese, () => '')).toMatch(/^目前没有连上 2 人。/);
});

test('from whom nothing comes is said, and nothing of a stutter', () => {
  const silent = { tag: 'silent', whom: ids.slice(1, 2) } as const;
  expect(tell(silent)).toMatch(/^Nothing arrives from Ben at the moment/);
  expect(tell(silent, chinese)).toMatch(/^目前收不到 Ben 的声音和画面/);
});

test('without the server all is well between the people, and nobody new comes', () => {
  expect(tell({ tag: 'serverless' })).toMatch(/all is well.*server is out of reach.*nobody new/);
  expect(tell({ tag: 'serverless' }, chinese)).toMatch(/一切正常.*连不上服务器.*无法加入/);
});

test('where nothing can be judged yet, nothing is advised', () => {
  for (const tag of ['alone', 'measuring'] as const)
    expect(toldCalm({ tag }, { text: english, nameOf: () => '' }).advice).toBeUndefined();
});
