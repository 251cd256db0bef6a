import { useEffect } from 'preact/hooks';

/** Paper cannot be unfolded: the tables of plots are open while it prints, and as they were afterwards. */
export function useUnfoldedPrint(): void {
  useEffect(() => {
    let closed: HTMLDetailsElement[] = [];
    const unfold = (): void => {
      closed = [...document.querySelectorAll<HTMLDetailsElement>('details.table-toggle:not([open])')];
      for (const details of closed) details.open = true;
    };
    const fold = (): void => {
      for (const details of closed) details.open = false;
    };
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', unfold);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
}
