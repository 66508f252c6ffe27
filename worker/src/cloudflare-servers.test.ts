import { expect, test } from 'vitest';
import { chooseServers } from './cloudflare-servers.ts';

const credentials = { username: 'user', credential: 'pass' };

function chosenTurnUrls(...urls: string[]): string[] | undefined {
  return chooseServers([{ urls, ...credentials }]).at(-1)?.urls;
}

test('[T5] what Cloudflare offers becomes STUN and one relay with a URL for each way', () => {
  const offered = [
    { urls: ['stun:stun.test:53', 'stun:stun.test:3478'] },
    {
      urls: [
        'turn:turn.test:53?transport=udp',
        'turn:turn.test:443?transport=udp',
        'turn:turn.test:3478?transport=udp',
        'turn:turn.test:80?transport=tcp',
        'turn:turn.test:3478?transport=tcp',
        'turns:turn.test:5349?transport=tcp',
        'turns:turn.test:443?transport=tcp',
      ],
      ...credentials,
    },
  ];
  expect(chooseServers(offered)).toEqual([
    { urls: ['stun:stun.test:3478'] },
    {
      urls: [
        'turn:turn.test:3478?transport=udp',
        'turn:turn.test:3478?transport=tcp',
        'turns:turn.test:443?transport=tcp',
      ],
      ...credentials,
    },
  ]);
});

test('[T5] a way without its preferred port takes another, but never the one that browsers block', () => {
  expect(
    chosenTurnUrls('turn:a.test:53', 'turn:a.test:443', 'turns:a.test', 'turns:a.test:53'),
  ).toEqual(['turn:a.test:443', 'turns:a.test']);
});

test('[T5] URLs that a browser would throw on are left out', () => {
  expect(chosenTurnUrls('turn://a.test', 'turn:a.test', 'turns:a.test?transport=udp', 'x')).toEqual(
    ['turn:a.test'],
  );
});

test.each([
  { why: 'is none', offered: [] },
  { why: 'has STUN only', offered: [{ urls: ['stun:a.test'] }] },
  { why: 'has no credentials', offered: [{ urls: ['turn:a.test'] }] },
  { why: 'has no password', offered: [{ urls: ['turn:a.test'], username: 'user' }] },
  { why: 'can not be reached', offered: [{ urls: ['turn:a.test:53'], ...credentials }] },
])('[T5] an offer that $why is no relay', ({ offered }) => {
  expect(chooseServers(offered)).toEqual([]);
});

test('[T5] of several relays the first that can be used is told, and all of the STUN', () => {
  const offered = [
    { urls: ['stun:a.test', 'turn:a.test'] },
    { urls: ['turn:b.test'], ...credentials },
    { urls: ['turn:c.test', 'stun:c.test'], ...credentials },
  ];
  expect(chooseServers(offered)).toEqual([
    { urls: ['stun:a.test', 'stun:c.test'] },
    { urls: ['turn:b.test'], ...credentials },
  ]);
});
