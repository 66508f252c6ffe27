// One part of the panel, with its heading.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  readonly heading: string;
  readonly children: ComponentChildren;
}

export function Section({ heading, children }: SectionProps) {
  const id = useId();
  return (
    <section class="people-panel__section" aria-labelledby={id}>
      <h3 id={id} class="people-panel__title">
        {heading}
      </h3>
      {children}
    </section>
  );
}
