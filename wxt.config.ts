import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { allMatches } from './src/platforms/all.ts';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'src/public',
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: resolve('src/locales') },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'unlimitedStorage'],
    host_permissions: allMatches(),
    action: { default_title: '__MSG_extensionName__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'statemark@statemark.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '137', externally_connectable: { ids: [] } }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      const inPages = entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script');
      if (!inPages) return;
      config.resolve ??= {};
      config.resolve.alias = { 'webextension-polyfill': resolve('src/browser-native.ts') };
    },
    // The lists are data, reviewed in data/; the package carries the very same files.
    'build:publicAssets': (_wxt, files) => {
      files.push({ absoluteSrc: resolve('data/seed-documents.json'), relativeDest: 'lists/seed-documents.json' });
    },
  },
});
