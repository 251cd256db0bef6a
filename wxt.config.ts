import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { allMatches, PLATFORMS } from './src/platforms/all.ts';

/** A content script a network: each page pays for the one network that it belongs to. */
function writeNetworkScript({ id }: { id: string }): string {
  const dir = resolve('.wxt/networks');
  mkdirSync(dir, { recursive: true });
  const file = resolve(dir, `${id}.content.ts`);
  writeFileSync(
    file,
    `import { defineContentScript } from 'wxt/utils/define-content-script';
import { run } from '../../src/page/run.ts';
import { ${id} } from '../../src/platforms/${id}.ts';

export default defineContentScript({
  matches: [...${id}.matches],
  runAt: 'document_idle',
  main: (ctx) => run(${id}, ctx.signal),
});
`,
  );
  return file;
}

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
    optional_host_permissions: ['https://*/*'],
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
    'entrypoints:found': (_wxt, infos) => {
      for (const { id, matches } of PLATFORMS) {
        if (matches.length > 0) infos.push({ name: id, inputPath: writeNetworkScript({ id }), type: 'content-script' });
      }
    },
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
