import { toBase64url } from '../../core/compiled/base64url.ts';
import { CAP } from '../../core/compiled/caps.ts';
import { inFours } from './in-fours.ts';
import type { SigningKey } from './key-file.ts';
import type { Published } from './publish.ts';
import { counted, share, size } from './sizes.ts';

/** What was published, for the publisher. */
export function tellPublished(published: Published, key: SigningKey): string {
  const { manifest, objects, deltas, bundle, tooLarge, unreadable, pruned } = published;
  const { counts, bytes } = manifest;
  const lines = [
    `${manifest.list} version ${manifest.version}, epoch ${manifest.epoch}, good until ${manifest.expires.slice(0, 10)}`,
    `  holds        ${counted(counts.identifiers, 'identifier')}, ${counted(counts.claims, 'claim')}, ` +
      counted(counts.sources, 'source'),
    `  first fetch  ${size(bytes)} in ${counted(objects, 'object')}, and the manifest`,
    ...deltas.map(
      (delta) => `  delta        from version ${delta.from}: ${size(delta.size)} (${share(delta.size, bytes)})`,
    ),
    ...tooLarge.map((version) => `  no delta     from version ${version}: ${TOO_LARGE}`),
    `  one file     ${bundle ? `${bundle.file}, ${size(bundle.size)}` : 'none: too large to be added from a file'}`,
    ...unreadable.map((version) => `  passed over  version ${version}: its files are not whole, so it has no delta`),
    ...(pruned > 0 ? [`  removed      ${counted(pruned, 'file')} that no kept version needs`] : []),
    `  key          ${inFours(key.public.fingerprint)}`,
    `  next key     ${manifest.next === undefined ? 'none: if the key is lost, so is the list (--next-key)' : inFours(manifest.next)}`,
    `Readers add it by the address of watchlist.jws, with the key behind it:`,
    `  https://YOUR-HOST/PATH/watchlist.jws#${toBase64url(key.public.bytes)}`,
  ];
  return `${lines.join('\n')}\n`;
}

const TOO_LARGE =
  `more changed than one may hold (${size(CAP.deltaBytes)}, ${counted(CAP.edits, 'name')}), so its readers fetch the ` +
  'list anew. Publish smaller changes more often';
