// One line of the menu: closes it, and does what it says.
import type { IconNode } from 'lucide';
import { Icon } from '../parts/icon.tsx';
import './menu-item.css';

export interface MenuItemProps {
  readonly label: string;
  /** What else there is to know, below it. */
  readonly note?: string;
  readonly icon: IconNode;
  /** A key that does the same. */
  readonly shortcut?: string;
  /** It stands in the bar, too, where there is room. */
  readonly isSpare?: boolean;
  /** It is about keys, which not everyone has. */
  readonly isAboutKeys?: boolean;
  /** Of a panel that it opens: whether it is open. */
  readonly isExpanded?: boolean;
  readonly badge?: number | undefined;
  readonly onClick: () => void;
}

export function MenuItem(props: MenuItemProps) {
  const { label, note, icon, shortcut, isSpare, isAboutKeys, badge, onClick } = props;
  const kind = `${isSpare ? 'menu-item--spare' : ''} ${isAboutKeys ? 'menu-item--keys' : ''}`;
  return (
    <button
      type="button"
      class={`menu-item ${kind}`}
      aria-expanded={props.isExpanded}
      onClick={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onClick();
      }}
    >
      <Icon icon={icon} />
      <span class="menu-item__label">
        {label}
        {note && <span class="menu-item__note">{note}</span>}
      </span>
      {badge !== undefined && badge > 0 && <span class="menu-item__badge">{badge}</span>}
      {shortcut && (
        <kbd class="menu-item__key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  );
}
