import type { Viewport } from 'puppeteer-core';
import type { State, Surface } from './state.ts';

/** How a state is looked at. */
export interface Look {
  name: string;
  language: string;
  dark: boolean;
  viewport(surface: Surface): Viewport;
}

const SIZES: Record<Surface, Viewport> = {
  popup: { width: 380, height: 600 },
  panel: { width: 360, height: 800 },
  options: { width: 900, height: 800 },
  dossier: { width: 1100, height: 800 },
  welcome: { width: 900, height: 800 },
  card: { width: 640, height: 720 },
  marks: { width: 640, height: 720 },
};

const usual = (surface: Surface): Viewport => SIZES[surface];
/** At 200 % a window holds half as many pixels of CSS; a popup grows instead. */
const zoomed = (surface: Surface): Viewport => {
  const { width, height } = SIZES[surface];
  const by = surface === 'popup' ? 1 : 2;
  return { width: Math.round(width / by), height: Math.round(height / by), deviceScaleFactor: 2 };
};

/** With a finger for a pointer, where the driver can say so (Chrome's alone). */
const phone = (): Viewport => ({ width: 360, height: 740, isMobile: true, hasTouch: true });

const EVERY: readonly Look[] = [
  { name: 'light', language: 'en', dark: false, viewport: usual },
  { name: 'dark', language: 'en', dark: true, viewport: usual },
  { name: 'rtl-light', language: 'fa', dark: false, viewport: usual },
  { name: 'rtl-dark', language: 'ar', dark: true, viewport: usual },
];
const NARROW: readonly Look[] = [
  { name: 'phone', language: 'en', dark: false, viewport: phone },
  { name: 'phone-rtl', language: 'fa', dark: true, viewport: phone },
  { name: 'zoom', language: 'fr', dark: false, viewport: zoomed },
];

export const LOOKS: readonly Look[] = [...EVERY, ...NARROW];

export function looksOf({ narrow }: Pick<State, 'narrow'>): readonly Look[] {
  return narrow ? LOOKS : EVERY;
}
