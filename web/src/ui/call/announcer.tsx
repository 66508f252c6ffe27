// Tells a screen reader who comes and who goes.
import { useRef } from 'preact/hooks';
import type { PeerState } from '../../engine/peer/peer-state.ts';
import { shownName } from '../parts/shown-name.ts';
import { news, noNews } from './news.ts';

export function Announcer({ peers }: { peers: readonly PeerState[] }) {
  const latest = useRef(noNews);
  const names = new Map(
    peers.flatMap(({ id, profile }) => (profile ? [[id, shownName(profile.name)] as const] : [])),
  );
  latest.current = news(latest.current, names);
  return (
    <p class="visually-hidden" role="status">
      {latest.current.sentence}
    </p>
  );
}
