import { useEffect } from 'preact/hooks';

/** Goes to the part that the address names, once it is there: the page draws itself after the browser has looked. */
export function useAnchor(drawn: boolean): void {
  useEffect(() => {
    if (drawn && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [drawn]);
}
