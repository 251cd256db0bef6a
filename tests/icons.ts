/**
 * Draws the extension's icons from the one mark in src/symbols.ts: `node tests/icons.ts`, after changing it.
 * The tone is a middle one and the lines are white, so that light and dark toolbars both show it.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BRAND, SYMBOL_BOX } from '../src/symbols.ts';
import { browserPath } from './harness/find-browser.ts';

const SIZES = [16, 32, 48, 96, 128];
const TONE = '#5468d8';
const folder = resolve(import.meta.dirname, '../src/public/icon');

mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: await browserPath('chrome'),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(picture(size));
  await page.screenshot({ path: resolve(folder, `${size}.png`) as `${string}.png`, omitBackground: true });
}
await browser.close();

function picture(size: number): string {
  return `<body style="margin:0"><svg style="display:block" width="${size}" height="${size}" viewBox="${SYMBOL_BOX}">
    <path d="${BRAND.body}" fill="${TONE}" fill-rule="evenodd"/>
    <path d="${BRAND.lines}" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/></svg>`;
}
