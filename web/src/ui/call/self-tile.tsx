// This person, as in a mirror.
import type { MediaModel } from '../../state/media-model.ts';
import { SelfVideo } from '../parts/self-video.tsx';
import { text } from '../text/index.ts';
import { Tile } from './tile.tsx';

export interface SelfTileProps {
  readonly media: MediaModel;
  readonly name: string;
}

export function SelfTile({ media, name }: SelfTileProps) {
  const camera = media.camera.value;
  const microphone = media.microphone.value;
  const isSeen = camera.at === 'on' && !camera.isSilenced;
  const isHeard = microphone.at === 'on' && !microphone.isSilenced && !media.isMuted.value;
  return (
    <Tile label={text.call.you} name={name} seed="" isMuted={!isHeard} link="connected">
      {isSeen && <SelfVideo track={camera.track} />}
    </Tile>
  );
}
