import { useLayoutEffect, useState } from 'preact/hooks';
import { type DossierRoute, dossierHash, readDossierHash } from '../../dossier-path.ts';

export interface Here {
  /** Undefined for an address that leads nowhere. */
  route: DossierRoute | undefined;
  /** Whether the reader has gone somewhere since the page was opened: then the focus goes along. */
  moved: boolean;
}

export function useRoute(): Here {
  const [here, setHere] = useState(() => at(location.hash, false));
  // In the same step as the first drawing: an address that changed before a later one would never be followed.
  useLayoutEffect(() => {
    // The event comes later than the change, which may have been drawn already.
    const follow = (): void => setHere((now) => (now.hash === location.hash ? now : at(location.hash, true)));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return here;
}

function at(hash: string, moved: boolean): Here & { hash: string } {
  return { hash, route: readDossierHash(hash), moved };
}

/** Goes there; what is typed letter by letter leaves one step to go back, not one for each letter. */
export function go(route: DossierRoute, replace = false): void {
  const hash = dossierHash(route);
  if (replace) location.replace(hash);
  else location.hash = hash;
}
