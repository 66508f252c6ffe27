import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import type { Letter } from '../../../../protocol/peer.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { LossyLink } from '../testing/lossy-link.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { Mailbox, maxUnacked } from './mailbox.ts';

const messages = Number(process.env['MESSAGES'] ?? 1_000_000);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

function setup() {
  const clock = new FakeClock();
  const sent: Letter[] = [];
  const heard: string[] = [];
  const mailbox = new Mailbox({ clock, epoch: 'here', transmit: (letter) => sent.push(letter) });
  mailbox.on('message', (message) => heard.push(String(message)));
  const receive = (number: number, name: string) =>
    mailbox.receive({ type: 'letter', epoch: 'there', number, ack: null, message: name });
  const ack = (upTo: number, epoch = 'here') =>
    mailbox.receive({ type: 'letter', epoch: 'there', number: 0, ack: { epoch, upTo } });
  return { clock, sent, heard, mailbox, receive, ack };
}

test('[M1] messages are delivered in their order, once, whatever the order they come in', () => {
  const { heard, receive } = setup();
  for (const number of [2, 3, 2, 1, 1, 5, 3]) receive(number, String(number));
  expect(heard).toEqual(['1', '2', '3']);
  receive(4, '4');
  expect(heard).toEqual(['1', '2', '3', '4', '5']);
});

test('[M2] what is not acked is sent again, later and later, and at once when a path is back', () => {
  const { clock, sent, mailbox } = setup();
  mailbox.post('a');
  const sentAfter = (ms: number) => {
    const before = sent.length;
    clock.advance(ms);
    return sent.length - before;
  };
  expect(sentAfter(1_000)).toBe(1);
  expect(sentAfter(1_999)).toBe(0);
  expect(sentAfter(1)).toBe(1);
  expect(sentAfter(4_000)).toBe(1);
  expect(sentAfter(8_000)).toBe(1);
  expect(sentAfter(8_000)).toBe(1);
  mailbox.resend();
  expect(sent).toHaveLength(7);
  expect(sentAfter(1_000)).toBe(1);
});

test('[M2] what is acked is not sent again', () => {
  const { clock, sent, mailbox, ack } = setup();
  mailbox.post('a');
  mailbox.post('b');
  ack(1);
  mailbox.resend();
  expect(sent.map(({ number }) => number)).toEqual([1, 2, 2]);
  ack(2);
  clock.advance(60_000);
  expect(sent).toHaveLength(3);
  expect(clock.pendingTimers).toBe(0);
});

test('[M3] an ack waits for something to travel with, but not long', () => {
  const { clock, sent, mailbox, receive } = setup();
  receive(1, 'a');
  clock.advance(50);
  expect(sent).toEqual([]);
  mailbox.post('b');
  expect(sent[0]?.ack).toEqual({ epoch: 'there', upTo: 1 });
  clock.advance(100);
  expect(sent).toHaveLength(1);
  receive(2, 'c');
  clock.advance(100);
  expect(sent[1]).toEqual({
    type: 'letter',
    epoch: 'here',
    number: 0,
    ack: { epoch: 'there', upTo: 2 },
  });
});

test('[M3] acks of another epoch, of the past and of the future are not believed', () => {
  const { mailbox, ack } = setup();
  mailbox.post('a');
  mailbox.post('b');
  ack(2, 'elsewhere');
  ack(3);
  expect(mailbox.unacked.length).toBe(2);
  ack(1);
  ack(0);
  expect(mailbox.unacked.length).toBe(1);
});

test('[M3] letters that answer an epoch from before are not opened', () => {
  const { heard, mailbox, receive } = setup();
  receive(1, 'a');
  const ack = { epoch: 'here, before', upTo: 0 };
  mailbox.receive({ type: 'letter', epoch: 'there', number: 2, ack, message: 'stray' });
  expect(heard).toEqual(['a']);
  receive(2, 'b');
  expect(heard).toEqual(['a', 'b']);
});

test('[M3] a side that begins anew is listened to anew, as long as nothing was acked', () => {
  const { heard, sent, mailbox, receive } = setup();
  mailbox.post('x');
  receive(1, 'a');
  const letter = { type: 'letter', epoch: 'there, anew', ack: null } as const;
  mailbox.receive({ ...letter, number: 1, message: 'b' });
  expect(heard).toEqual(['a', 'b']);
  mailbox.resend();
  expect(sent.at(-1)).toMatchObject({ number: 1, ack: { epoch: 'there, anew', upTo: 1 } });
});

test('[M3] after an ack only a new epoch here can follow one there, and that is said', () => {
  const { heard, mailbox, ack } = setup();
  const outdated: Letter[] = [];
  mailbox.on('outdated', (letter) => outdated.push(letter));
  mailbox.post('x');
  ack(1);
  const letter = { type: 'letter', number: 1, message: 'b' } as const;
  mailbox.receive({ ...letter, epoch: 'there, anew', ack: null });
  mailbox.receive({ ...letter, epoch: 'there, again', ack: { epoch: 'here', upTo: 0 } });
  expect(heard).toEqual([]);
  expect(outdated.map(({ epoch }) => epoch)).toEqual(['there, anew', 'there, again']);
});

test('[M4] the backlog is bounded, and its overflow is said', () => {
  const { mailbox } = setup();
  let overflows = 0;
  mailbox.on('overflow', () => (overflows += 1));
  for (let count = 0; count < maxUnacked; count += 1) mailbox.post('x');
  expect(overflows).toBe(0);
  mailbox.post('one too many');
  expect(overflows).toBe(1);
  expect(mailbox.unacked.length).toBe(maxUnacked);
});

test('[M4] a peer can not make us keep messages without end', () => {
  const { heard, receive } = setup();
  receive(maxUnacked + 1, 'far ahead');
  for (let number = 1; number <= maxUnacked; number += 1) receive(number, 'x');
  expect(heard).toHaveLength(maxUnacked);
});

test(`[M1] ${messages} messages over paths that drop, delay, double and cut: all once, in order (SEED=${seed})`, () => {
  const link = new LossyLink(Mailbox, seededRandom(seed));
  expect(link.carry(messages)).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
}, 120_000);

test.each([
  ['no dedupe', 'this.#deliver();\n  }', "this.emit('message', message);\n  }"],
  ['no order', 'this.#early.get(this.#delivered + 1)', '[...this.#early.values()][0]'],
  ['no resend', 'this.#transmit(this.#letter(this.#acked + 1 + index, message), isOverdue);', ''],
  ['an ack too far', 'upTo: this.#delivered }', 'upTo: this.#delivered + 1 }'],
  [
    'an ack of what came early',
    'upTo: this.#delivered }',
    'upTo: this.#delivered + this.#early.size }',
  ],
])('[M1] with %s something is lost, doubled or out of order', async (_what, code, broken) => {
  const link = new LossyLink(await mutant(code, broken), seededRandom(seed));
  expect(link.carry(20_000)).not.toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
});

/** The mailbox with one piece of its code replaced. */
async function mutant(code: string, broken: string): Promise<typeof Mailbox> {
  const file = new URL('mailbox.ts', import.meta.url);
  const source = await readFile(file, 'utf8');
  if (!source.includes(code)) throw new Error(`mailbox.ts no longer contains ${code}`);
  const emitter = stripTypeScriptTypes(await readFile(new URL('../emitter.ts', file), 'utf8'));
  const javascript = stripTypeScriptTypes(source.replace(code, broken)).replace(
    "'../emitter.ts'",
    JSON.stringify(`data:text/javascript,${encodeURIComponent(emitter)}`),
  );
  const module = await import(`data:text/javascript,${encodeURIComponent(javascript)}`);
  return (module as { Mailbox: typeof Mailbox }).Mailbox;
}
