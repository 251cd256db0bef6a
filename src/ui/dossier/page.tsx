import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';
import { type TextKey, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { DossierLink } from '../dossier-link.tsx';
import { LocalText } from '../local-text.tsx';
import type { InstalledRows } from './installed-rows.ts';

/** Whether the reader came by a link of the dossier: then the heading takes the focus. */
export const Moved = createContext(false);

interface PageProps {
  /** For the window: plain text. */
  title: string;
  /** What stands in the heading, where it is more than the title. */
  heading?: ComponentChildren;
  /** Before the heading: what kind of thing this is. */
  above?: ComponentChildren;
  /** The list that it is from. */
  list?: InstalledRows;
  /** The search keeps the focus in its field. */
  takesFocus?: boolean;
  children: ComponentChildren;
}

/** One page of the dossier. Made anew for each address, by its key. */
export function Page({ title, heading, above, list, takesFocus = true, children }: PageProps) {
  const moved = useContext(Moved);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved && takesFocus) top.current?.focus();
  }, []);
  useEffect(() => {
    document.title = dotted([title, t('extensionName')]);
  }, [title]);
  return (
    <>
      {list && <Trail list={list} />}
      {above && <p class="above">{above}</p>}
      <h1 ref={top} tabIndex={-1}>
        {heading ?? <bdi>{title}</bdi>}
      </h1>
      {list && !list.on && <p class="list-off">{t('listOff')}</p>}
      {children}
    </>
  );
}

function Trail({ list }: { list: InstalledRows }) {
  return (
    <nav class="trail" aria-label={t('whereYouAre')}>
      <DossierLink route={{ page: 'start' }}>{t('dossier')}</DossierLink>
      <DossierLink route={{ page: 'list', list: list.head.id }}>
        <LocalText text={list.head.title} />
      </DossierLink>
    </nav>
  );
}

interface SectionProps {
  title: TextKey;
  /** What it lists: nothing is drawn where that is nothing. */
  of?: readonly unknown[];
  class?: string;
  children: ComponentChildren;
}

export function Section({ title, of, class: name, children }: SectionProps) {
  const id = useId();
  if (of?.length === 0) return null;
  return (
    <section aria-labelledby={id} class={name}>
      <h2 id={id}>{t(title)}</h2>
      {children}
    </section>
  );
}

/** Label and value in rows; a row without a value is left out. */
export function Facts({ rows }: { rows: readonly [label: TextKey, value: ComponentChildren][] }) {
  const given = rows.filter(([, value]) => value !== undefined && value !== '' && value !== null);
  return (
    <dl class="facts">
      {given.map(([label, value]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
