/** Whether the page is dark, as it looks and not as the system wishes: sites have themes of their own. */
export function isPageDark(): boolean {
  for (const element of [document.body, document.documentElement]) {
    const light = element ? lightness(getComputedStyle(element).backgroundColor) : undefined;
    if (light !== undefined) return light < 0.5;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** 0 black to 1 white; undefined for a colour that lets what is behind shine through. */
function lightness(color: string): number | undefined {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Calls back when the page may have changed its theme. */
export function onThemeChange(callback: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(callback);
  for (const element of [document.documentElement, document.body]) {
    if (element)
      observer.observe(element, {
        attributes: true,
        attributeFilter: ['class', 'style', 'data-theme', 'color-scheme'],
      });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
