import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Where nothing is laid out yet. Pixels. */
const AT_FIRST = 640;

/** How wide the element is, whenever that changes: plots are drawn in the pixels that there are. */
export function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = (): void => {
      if (target.clientWidth > 0) setWidth(target.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
