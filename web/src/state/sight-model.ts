// What of the others this person sees, and how large: each of them is told, so that they send that and nothing else.
import { type ReadonlySignal, createModel, effect } from '@preact/signals';
import type { PeerId } from '../../../protocol/ids.ts';
import type { Size } from '../../../protocol/peer-status.ts';
import type { Clock } from '../engine/environment.ts';
import type { Quality, Shown } from '../engine/quality.ts';
import { type DataUse, sizeAllowed } from './data-use.ts';
import type { PictureId } from './layout-model.ts';
import type { Participant } from './participant.ts';
import { type PatientTeller, patientTeller } from './patient-teller.ts';

export interface SightServices {
  readonly clock: Clock;
  readonly participants: ReadonlySignal<readonly Pick<Participant, 'id'>[]>;
  readonly dataUse: ReadonlySignal<DataUse>;
  readonly quality: Pick<Quality, 'show' | 'saveData'>;
}

/** In pixels of the screen; they may be fractions. Null is out of sight. */
type Seen = { readonly width: number; readonly height: number } | null;

interface Look {
  readonly picture: PictureId;
  readonly seen: Seen;
}

export const SightModel = createModel((services: SightServices) => {
  const { clock, participants, dataUse, quality } = services;
  /** One of each place where a picture stands: there may be two of the same. */
  const looks = new Map<symbol, Look>();
  const tellers = new Map<PeerId, PatientTeller>();

  function sizeOf(picture: PictureId): Size | null {
    const sizes = [...looks.values()].filter((look) => look.picture === picture);
    return sizes.reduce<Size | null>((largest, { seen }) => {
      const size = seen && sizeAllowed(seen, { picture, dataUse: dataUse.peek() });
      return size && size.width > (largest?.width ?? 0) ? size : largest;
    }, null);
  }
  function shownOf(id: PeerId): Shown {
    return { camera: sizeOf(`face ${id}`), screen: sizeOf(`screen ${id}`) };
  }

  effect(() => quality.saveData(dataUse.value !== 'full'));
  effect(() => {
    // What they may be told is another thing then.
    void dataUse.value;
    const there = new Set(participants.value.map(({ id }) => id));
    for (const id of there) {
      const teller = tellers.get(id) ?? patientTeller(clock, (shown) => quality.show(id, shown));
      tellers.set(id, teller);
      teller.want(shownOf(id));
    }
    for (const [id, teller] of tellers) {
      if (there.has(id)) continue;
      teller.close();
      tellers.delete(id);
    }
  });
  effect(() => () => {
    for (const teller of tellers.values()) teller.close();
    tellers.clear();
  });

  return {
    /** For one place where that picture stands: gives what is to be told how large it is there. */
    look: (picture: PictureId) => {
      const place = Symbol(picture);
      return (seen: Seen) => {
        if (seen) looks.set(place, { picture, seen });
        else looks.delete(place);
        for (const [id, teller] of tellers) if (picture.endsWith(id)) teller.want(shownOf(id));
      };
    },
  };
});
export interface SightModel extends InstanceType<typeof SightModel> {}
