// Six signs to show for a moment, and one's own hand to raise until it is lowered.
import { Hand, Smile } from 'lucide';
import { useId } from 'preact/hooks';
import { reactionSigns } from '../../../../protocol/peer-gestures.ts';
import type { GesturesModel } from '../../state/gestures-model.ts';
import { Button } from '../parts/button.tsx';
import { RoundButton } from '../parts/round-button.tsx';
import { callText } from '../text/call.ts';
import './react-button.css';

export function ReactButton({ gestures }: { gestures: GesturesModel }) {
  const id = useId();
  const isRaised = gestures.isHandRaised.value;
  return (
    <>
      <RoundButton
        label={callText().gestures.open}
        icon={isRaised ? Hand : Smile}
        tone={isRaised ? 'active' : 'plain'}
        opens={id}
      />
      <section
        id={id}
        class="react-popover"
        popover="auto"
        aria-label={callText().gestures.heading}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div class="react-popover__signs" role="group" aria-label={callText().gestures.open}>
          {reactionSigns.map((sign) => (
            <button
              key={sign}
              type="button"
              class="react-popover__sign"
              aria-label={callText().gestures.signs[sign]}
              title={callText().gestures.signs[sign]}
              onClick={() => gestures.react(sign)}
            >
              {sign}
            </button>
          ))}
        </div>
        <Button
          kind={isRaised ? 'primary' : 'quiet'}
          icon={Hand}
          label={isRaised ? callText().gestures.lower : callText().gestures.raise}
          onClick={() => {
            gestures.toggleHand();
            document.getElementById(id)?.hidePopover();
          }}
        />
      </section>
    </>
  );
}
