// Dresses a native list as a field.
import { ChevronDown } from 'lucide';
import type { ComponentChild } from 'preact';
import { Icon } from './icon.tsx';
import './list-field.css';

/** `children` is a <select> of the class list-field__list. */
export function ListField({ children }: { children: ComponentChild }) {
  return (
    <div class="list-field">
      {children}
      <Icon icon={ChevronDown} />
    </div>
  );
}
