// A button with an icon instead of words: the words are its accessible name and its tooltip.
import { type IconNode, TriangleAlert } from 'lucide';
import { Icon } from './icon.tsx';
import './round-button.css';

export interface RoundButtonProps {
  readonly label: string;
  readonly icon: IconNode;
  /** `off` is a device that is off, `active` something that is going on, `danger` an end. */
  readonly tone?: 'plain' | 'off' | 'active' | 'danger';
  /** More than the label says, such as a key that does the same. */
  readonly tooltip?: string;
  readonly hasProblem?: boolean;
  readonly isBusy?: boolean;
  /** How much is new behind it: the number to show, and the words for it. */
  readonly badge?: { readonly count: number; readonly description: string } | undefined;
  /** For a button that opens something: whether it is open. */
  readonly isExpanded?: boolean;
  /** The id of a popover to open instead of calling `onClick`. */
  readonly opens?: string;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function RoundButton(props: RoundButtonProps) {
  const { label, icon, tone = 'plain', tooltip = label, hasProblem, isBusy, badge, opens } = props;
  return (
    <button
      type="button"
      class={`round-button round-button--${tone}`}
      aria-label={label}
      aria-busy={isBusy}
      aria-expanded={props.isExpanded}
      aria-description={badge?.description}
      title={tooltip}
      popovertarget={opens}
      onClick={props.onClick}
      onKeyDown={props.onKeyDown}
    >
      <Icon icon={icon} />
      {hasProblem && (
        <span class="round-button__problem">
          <Icon icon={TriangleAlert} />
        </span>
      )}
      {badge && <span class="round-button__badge" data-count={badge.count} />}
    </button>
  );
}
