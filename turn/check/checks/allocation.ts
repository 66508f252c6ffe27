// Does the relay let us in, and at an address that peers can reach?
import { isIPv4 } from 'node:net';
import type { Access } from '../access.ts';
import type { Admission, Admitted, Check, Context } from '../context.ts';
import { isInternal } from '../internal-range.ts';
import { type Change, type Finding, coturn, green, grey, red, said } from '../row.ts';
import { nameOf } from './ports.ts';

export const allocation: Check = {
  group: 'access',
  name: 'allocation',
  needs: 'nothing',
  run: async ({ admissions, access }: Context): Promise<Finding> => {
    if (admissions.length === 0) return grey('nothing answers');
    const failed = admissions.filter(({ answer }) => answer.kind !== 'success');
    if (failed.length > 0) return red(failures(failed), ...adviceFor(failed, access));
    const times = admissions.map(
      ({ endpoint, tookMs }) => `${nameOf(endpoint)} ${tookMs.toFixed(0)} ms`,
    );
    return green(times.join(', '));
  },
};

function failures(failed: readonly Admission[]): string {
  const outcomes = Map.groupBy(failed, ({ answer }) =>
    answer.kind === 'success' ? '' : said(answer),
  );
  return [...outcomes]
    .map(
      ([outcome, admissions]) =>
        `${outcome} over ${admissions.map(({ endpoint }) => nameOf(endpoint)).join(', ')}`,
    )
    .join('; ');
}

function adviceFor(failed: readonly Admission[], access: Access): [string, ...Change[]] {
  const codes = new Set(failed.map(({ answer }) => answer.kind === 'refused' && answer.code));
  if (codes.has(401)) return strangersTo(access);
  if (codes.has(486)) {
    return ['The relay has no allocations left for us.', ...coturn('total-quota=14745')];
  }
  if (codes.has(508)) {
    return ['The relay has no ports left.', { where: 'relay.env', line: 'TURN_PORTS=49152-65535' }];
  }
  return [
    'The relay answers, but not this. Its log may say why.',
    { where: 'host', line: 'journalctl -u earshot-relay' },
  ];
}

function strangersTo(access: Access): [string, ...Change[]] {
  switch (access.kind) {
    case 'signed':
      return [
        "The relay has another secret than the TURN_SECRET here, can't look it up (TURN_AUTH=redis without its Redis), or has a clock that is days ahead.",
        { where: 'relay.env', line: 'TURN_SECRET=SECRET-OF-THE-WORKER' },
      ];
    case 'user':
      return [
        'The relay knows no such user, or another password.',
        { where: 'relay.env', line: 'TURN_AUTH=user with this TURN_USER and TURN_PASSWORD' },
      ];
    default:
      return access satisfies never;
  }
}

export const relayedAddress: Check = {
  group: 'access',
  name: 'relayed address',
  needs: 'an allocation',
  run: async ({ allocation: { relayed }, endpoint }: Admitted): Promise<Finding> => {
    const { address } = relayed;
    if (address === endpoint.address) return green(address);
    if (!isInternal(address)) {
      // Asked by IPv6, it relays by IPv4 all the same.
      if (isIPv4(address) !== isIPv4(endpoint.address)) return green(address);
      return red(
        address,
        `The relay answers at ${endpoint.address} and tells browsers another address: what is sent there goes astray.`,
        {
          where: 'relay.env',
          line: `TURN_PUBLIC_ADDRESS=${endpoint.address}, or nothing without 1:1 NAT`,
        },
      );
    }
    const outside = isIPv4(endpoint.address) ? endpoint.address : 'ITS-PUBLIC-IPV4-ADDRESS';
    return red(
      address,
      'The relay stands behind 1:1 NAT and tells browsers the address that only its own side knows: nobody reaches them.',
      { where: 'relay.env', line: `TURN_PUBLIC_ADDRESS=${outside}` },
      ...coturn(`external-ip=${outside}/${address}`),
    );
  },
};
