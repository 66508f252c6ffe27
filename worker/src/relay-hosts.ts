// Which of several relay hosts a person is told about.
import type { Continent } from './continent.ts';
import type { IceUrl } from '../../protocol/ice-url.ts';

/** A relay host with the URLs it is reached at. `continents` is null for one that may serve any. */
export type RelayHost = {
  readonly host: string;
  readonly urls: readonly string[];
  readonly continents: readonly Continent[] | null;
};

/** The continents that a relay host is said to be near to. */
export type Nearness = { readonly host: string; readonly continents: readonly Continent[] };

/** By UDP, by TCP where UDP is blocked, and by TLS where only that gets through. */
export const maxUrlsPerHost = 3;

/**
 * One that is near, and one to fail over to. Every URL costs an allocation for each connection and side, and during an
 * ICE restart two, so a third host would cost more than it could help.
 */
export const hostsPerPerson = 2;

/** The hosts of `urls`, in the order of their first URLs. A host that `nearnesses` do not name serves all continents. */
export function hostsOf(urls: readonly IceUrl[], nearnesses: readonly Nearness[]): RelayHost[] {
  return [...Map.groupBy(urls, ({ host }) => host)].map(([host, itsUrls]) => {
    const named = nearnesses.filter((nearness) => nearness.host === host);
    return {
      host,
      urls: itsUrls.map(({ text }) => text),
      continents: named.length > 0 ? named.flatMap(({ continents }) => continents) : null,
    };
  });
}

/** The first few of `hosts`: those near, then those that serve everyone, then the rest, each in the operator's order. */
export function nearestHosts(
  hosts: readonly RelayHost[],
  continent: Continent | null,
): readonly RelayHost[] {
  const sorted =
    continent === null
      ? hosts
      : hosts.toSorted((left, right) => distance(left, continent) - distance(right, continent));
  return sorted.slice(0, hostsPerPerson);
}

function distance({ continents }: RelayHost, continent: Continent): number {
  if (continents === null) return 1;
  return continents.includes(continent) ? 0 : 2;
}
