import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type DossierRoute, dossierHash, dossierPath } from '../dossier-path.ts';

/** True within the dossier itself, where links go from page to page; elsewhere they open it in a tab. */
export const InDossier = createContext(false);

interface DossierLinkProps {
  route: DossierRoute;
  children: ComponentChildren;
  /** Language of the text, where it is not the reader's. */
  lang?: string | undefined;
  class?: string;
}

export function DossierLink({ route, children, lang, class: name }: DossierLinkProps) {
  if (useContext(InDossier)) {
    return (
      <a href={dossierHash(route)} lang={lang} class={name}>
        {children}
      </a>
    );
  }
  return (
    <a href={`/${dossierPath(route)}`} target="_blank" rel="noopener noreferrer" lang={lang} class={name}>
      {children}
    </a>
  );
}
