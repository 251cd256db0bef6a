import type { Browser } from 'webextension-polyfill';

/**
 * What scripts in pages get in place of the polyfill (wxt.config.ts): every page pays for their size, and of
 * the API they use only parts that are the same in all browsers. Of messages they answer with
 * `sendResponse`, because Chrome's own API takes no promise from a listener before version 148.
 */
const scope = globalThis as unknown as { browser?: Browser; chrome: Browser };
export default scope.browser ?? scope.chrome;
