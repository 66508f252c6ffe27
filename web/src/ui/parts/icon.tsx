// One icon of the lucide set as inline SVG. It says nothing to a screen reader: its button does.
import type { IconNode } from 'lucide';
import { h } from 'preact';
import './icon.css';

export function Icon({ icon }: { icon: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {icon.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
