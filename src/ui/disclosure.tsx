import type { ComponentChildren } from 'preact';

/** Chevron, title, what stands at the end of the row; the rest on demand. */
export function Disclosure({ title, aside, children }: { title: string; aside?: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>
        <span class="more-title">{title}</span>
        {aside && <span class="aside">{aside}</span>}
        <Chevron />
      </summary>
      {children}
    </details>
  );
}

export function Chevron() {
  return (
    <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 6.2 8 10.2 12 6.2" />
    </svg>
  );
}
