// Signs that people show, drifting up the side of the call with the name of whoever showed them.
import type { PeerId } from '../../../../protocol/ids.ts';
import type { FloatingSign, GesturesModel } from '../../state/gestures-model.ts';
import type { Participant } from '../../state/participant.ts';
import { shownName } from '../parts/shown-name.ts';
import { callText } from '../text/call.ts';
import { text } from '../text/index.ts';
import './floating-signs.css';

export interface FloatingSignsProps {
  readonly gestures: GesturesModel;
  readonly participants: readonly Participant[];
}

export function FloatingSigns({ gestures, participants }: FloatingSignsProps) {
  const floating = gestures.floating.value;
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  return (
    <>
      <ol class="floating-signs" aria-hidden="true">
        {floating.map(({ key, from, sign }) => (
          <li key={key} class={`floating-sign floating-sign--${key % lanes}`}>
            <span class="floating-sign__sign">{sign}</span>
            <bdi class="floating-sign__name">{nameOf(from, names)}</bdi>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {sentenceOf(floating.at(-1), names)}
      </p>
    </>
  );
}

/** Side by side, so that two at once can both be read. */
const lanes = 3;

function nameOf(from: PeerId | undefined, names: ReadonlyMap<PeerId, string>): string {
  if (from === undefined) return callText().you;
  return shownName(names.get(from) ?? '') || text.guest;
}

function sentenceOf(
  latest: FloatingSign | undefined,
  names: ReadonlyMap<PeerId, string>,
): string | undefined {
  return (
    latest &&
    callText().gestures.reacted(nameOf(latest.from, names), callText().gestures.signs[latest.sign])
  );
}
