import type { Page } from 'puppeteer-core';

/** What stands out of the window, or is cut without the whole being there to read. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wider = document.documentElement.scrollWidth - innerWidth;
    const found = wider > 0 ? [`wider than its window by ${wider} px`] : [];
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, textOverflow, position } = getComputedStyle(one);
      if (overflowX !== 'hidden' || position === 'absolute' || one.scrollWidth <= one.clientWidth) continue;
      if (textOverflow === 'ellipsis' && one.title !== '') continue;
      found.push(`cut: ${one.outerHTML.slice(0, 120)}`);
    }
    const within = document.createRange();
    for (const cell of document.querySelectorAll('th, td')) {
      within.selectNodeContents(cell);
      const beneath = within.getBoundingClientRect().bottom - cell.getBoundingClientRect().bottom;
      if (beneath > 1) found.push(`stands out of its cell by ${beneath} px: ${cell.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}

/** Text that runs another way than its language does. */
export function misdirected(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const one of roots.flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>('p, li, dd, dt, h1, h2, h3, h4'),
    ])) {
      const host = one.getRootNode() instanceof ShadowRoot ? document.documentElement : one;
      const { lang } = one.closest<HTMLElement>('[lang]') ?? (host.closest('[lang]') as HTMLElement);
      const wanted = /^(ar|fa)\b/.test(lang) ? 'rtl' : 'ltr';
      const { direction } = getComputedStyle(one);
      if (one.checkVisibility() && direction !== wanted) found.push(`${direction}: ${one.textContent.slice(0, 80)}`);
    }
    return found;
  });
}

/** Rules by which something moves though the reader may wish no motion. */
export function withMotion(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const moving = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule && rule.conditionText.includes('prefers-reduced-motion')) return [];
        if (rule instanceof CSSStyleRule) {
          const { transitionDuration, animationName } = rule.style;
          const moves = /[1-9]/.test(transitionDuration) || !/^(none|initial|unset)?$/.test(animationName);
          return moves ? [`moves: ${rule.selectorText}`] : [];
        }
        return rule instanceof CSSGroupingRule ? moving(rule.cssRules) : [];
      });
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots.flatMap((root) => [...root.styleSheets].flatMap((sheet) => moving(sheet.cssRules)));
  });
}

/** Symbols, letters and switches that have the colour of what they stand on, where the reader's colours are forced. */
export function unseenInForcedColors(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (!matchMedia('(forced-colors: active)').matches) return ['the colours were not forced'];
    const found: string[] = [];
    document.documentElement.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(document.documentElement).backgroundColor;
    const behind = (of: Element): string => {
      for (let at: Element | null = of; at; at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return canvas;
    };
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const all = (selector: string): Element[] => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    for (const one of all('svg :is(path, line, rect, circle)')) {
      const { stroke, fill } = getComputedStyle(one);
      const body = one.matches('.brand-lines') && one.previousElementSibling;
      // The lines of our own mark stand on its body.
      const paper = body && getComputedStyle(body).fill !== 'none' ? getComputedStyle(body).fill : behind(one);
      if ([stroke, fill].every((color) => color === paper || color === 'none')) found.push(`symbol: ${one.outerHTML}`);
    }
    for (const one of all('.switch-thumb')) {
      if (getComputedStyle(one).backgroundColor === behind(one.parentElement as Element)) found.push('a switch');
    }
    for (const one of all('button, a, p, h2, label')) {
      if (getComputedStyle(one).color === behind(one)) found.push(`letters: ${one.outerHTML.slice(0, 80)}`);
    }
    return found;
  });
}
