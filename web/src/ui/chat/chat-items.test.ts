import * as v from 'valibot';
import { expect, test } from 'vitest';
import { PeerId } from '../../../../protocol/ids.ts';
import type { ReceivedFile } from '../../engine/files/shared-file.ts';
import type { ChatLine } from '../../state/chat-model.ts';
import { chatItems } from './chat-items.ts';

function line(text: string, atMs: number, toldBy?: string): ChatLine {
  return { key: text, name: 'Ben', isOwn: false, text, atMs, isPending: false, toldBy };
}

function file(name: string, atMs: number): ReceivedFile {
  return {
    direction: 'received',
    key: name,
    name,
    size: 1,
    mediaType: '',
    atMs,
    from: v.parse(PeerId, '0000000000000000'),
    fromName: 'Ben',
    progress: { at: 'offered' },
    saved: undefined,
  };
}

const keys = (lines: ChatLine[], files: ReceivedFile[]) =>
  chatItems(lines, files).map(({ key }) => key);

test('files stand among the lines by their time', () => {
  expect(keys([line('a', 1), line('b', 5)], [file('x', 3), file('y', 9)])).toEqual([
    'a',
    'file x',
    'b',
    'file y',
  ]);
  expect(keys([], [file('x', 3)])).toEqual(['file x']);
  expect(keys([line('a', 1)], [])).toEqual(['a']);
});

test('what was told keeps its place, whatever its times are by another clock', () => {
  expect(keys([line('told', 100, 'Eve'), line('a', 5)], [file('x', 3)])).toEqual([
    'told',
    'file x',
    'a',
  ]);
});
