// Six signs to show for a moment, and one's own hand to raise until it is lowered.
import { Hand, Smile } from 'lucide';
import { useId } from 'preact/hooks';
import { reactionSigns } from '../../../../protocol/peer-gestures.ts';
import type { GesturesModel } from '../../state/gestures-model.ts';
import { Button } from '../parts/button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { text } from '../text/index.ts';
import './react-button.css';

export function ReactButton({ gestures }: { gestures: GesturesModel }) {
  const id = useId();
  const isRaised = gestures.isHandRaised.value;
  return (
    <>
      <RoundButton
        label={text.gestures.open}
        icon={isRaised ? Hand : Smile}
        tone={isRaised ? 'active' : 'plain'}
        opens={id}
      />
      <section
        id={id}
        class="react-popover"
        popover="auto"
        aria-label={text.gestures.heading}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div class="react-popover__signs" role="group" aria-label={text.gestures.open}>
          {reactionSigns.map((sign) => (
            <button
              key={sign}
              type="button"
              class="react-popover__sign"
              aria-label={text.gestures.signs[sign]}
              title={text.gestures.signs[sign]}
              onClick={() => gestures.react(sign)}
            >
              {sign}
            </button>
          ))}
        </div>
        <Button
          kind={isRaised ? 'primary' : 'quiet'}
          icon={Hand}
          label={isRaised ? text.gestures.lower : text.gestures.raise}
          onClick={() => {
            gestures.toggleHand();
            document.getElementById(id)?.hidePopover();
          }}
        />
      </section>
    </>
  );
}
