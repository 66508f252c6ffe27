// A button with words on it.
import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';
import './button.css';

export interface ButtonProps {
  readonly label: string;
  /** `danger` ends something, `bare` is hardly there. */
  readonly kind?: 'primary' | 'quiet' | 'danger' | 'bare';
  readonly size?: 'normal' | 'large';
  readonly icon?: IconNode;
  readonly isDisabled?: boolean;
  /** Without it the button submits the form around it. */
  readonly onClick?: () => void;
}

export function Button(props: ButtonProps) {
  const { label, kind = 'primary', size = 'normal', icon, isDisabled = false, onClick } = props;
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      class={`button button--${kind} button--${size}`}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon && <Icon icon={icon} />}
      {label}
    </button>
  );
}
