// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { mount } from '../../src/ui/mount.tsx';
import { fake } from '../fakes/browser.ts';

afterEach(() => fake.reset());

test.each([
  ['fa', 'fa', 'rtl', 'گزینه‌های Statemark'],
  ['en-GB', 'en-GB', 'ltr', 'Statemark options'],
  // The browser's own language runs from right to left, but the texts come in English.
  ['he', 'en', 'ltr', 'Statemark options'],
])('in a browser that speaks %s, the page says that it is in %s, %s', (browser, lang, dir, title) => {
  fake.language = browser;
  document.body.innerHTML = '<div id="root"></div>';
  mount('optionsTitle', <p />);
  expect([document.documentElement.lang, document.documentElement.dir, document.title]).toEqual([lang, dir, title]);
  expect(document.querySelector('#root > p')).not.toBeNull();
});
