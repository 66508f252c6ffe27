// The button that makes a new call, and why it did not work.
import { Video } from 'lucide';
import type { AppModel } from '../../state/app-model.ts';
import { Button } from '../parts/button.tsx';
import { text } from '../text/index.ts';
import './start-call.css';

export interface StartCallProps {
  readonly app: AppModel;
  readonly size?: 'normal' | 'large';
}

export function StartCall({ app, size = 'normal' }: StartCallProps) {
  const start = app.start.value;
  const isStarting = start === 'starting';
  return (
    <div class="start-call">
      <Button
        label={isStarting ? text.start.starting : text.start.ready}
        icon={Video}
        size={size}
        isDisabled={isStarting}
        onClick={() => void app.startCall()}
      />
      <p class="start-call__problem" role="status">
        {start === 'unreachable' && text.start.unreachable}
      </p>
    </div>
  );
}
