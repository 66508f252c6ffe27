// How good a finding is, as a coloured sign, and as a word for whoever sees neither.
import { CircleAlert, CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import { checkText } from '../text/check.ts';
import './tone-icon.css';
import type { Tone } from './tone.ts';

const icons = {
  good: CircleCheck,
  fair: CircleAlert,
  bad: CircleX,
  running: LoaderCircle,
  idle: CircleDashed,
} as const;

export function ToneIcon({ tone }: { tone: Tone }) {
  return (
    <span class={`tone-icon tone-icon--${tone}`}>
      <Icon icon={icons[tone]} />
      <span class="visually-hidden">{checkText().states[tone]}</span>
    </span>
  );
}
