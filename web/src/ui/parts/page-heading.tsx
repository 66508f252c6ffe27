// The heading of a page. It takes focus when the page comes, so that a screen reader reads it out and
// the next Tab leads into the page.
import { useArrivalFocus } from '../hooks/use-arrival-focus.ts';

export interface PageHeadingProps {
  readonly class: string;
  readonly title: string;
  /** Something else on the page takes focus. */
  readonly isPassive?: boolean;
}

export function PageHeading(props: PageHeadingProps) {
  return (
    <h1 ref={useArrivalFocus(!props.isPassive)} class={props.class} tabIndex={-1}>
      {props.title}
    </h1>
  );
}
