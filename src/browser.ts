/** The one door to the WebExtension API: nothing else in the project names the global. */

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
