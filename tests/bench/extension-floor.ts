import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoOnExit } from '../harness/cleanup.ts';
import type { ExtensionCopy } from '../harness/with-list.ts';

/** The least that any extension of this kind does: sees what is new, reads its links and its text, and forgets it. */
const FLOOR = `
let seen = 0;
function read(node) {
  if (node.nodeType === 3) { seen += node.data.length; return; }
  if (node.nodeType !== 1) return;
  for (const link of node.querySelectorAll('a[href]')) seen += link.getAttribute('href').length;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) seen += text.data.length;
}
new MutationObserver((records) => {
  for (const record of records) {
    if (record.type === 'childList') record.addedNodes.forEach(read);
    else if (record.type === 'characterData') read(record.target);
    else seen += (record.target.getAttribute('href') || '').length;
  }
}).observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href'] });
read(document.documentElement);
`;

/** An extension with that script and nothing else. */
export function floorExtension(): ExtensionCopy {
  return tinyExtension([{ matches: ['https://x.com/*'], js: ['content.js'], run_at: 'document_idle' }]);
}

/** No extension, for a harness that asks for one: it has no script and no permission. */
export function emptyExtension(): ExtensionCopy {
  return tinyExtension([]);
}

function tinyExtension(content_scripts: object[]): ExtensionCopy {
  const dir = mkdtempSync(join(tmpdir(), 'statemark-floor-'));
  const forget = undoOnExit(remove);
  function remove(): void {
    rmSync(dir, { recursive: true, force: true });
    forget();
  }
  const manifest = {
    manifest_version: 3,
    name: 'Floor',
    version: '1',
    browser_specific_settings: { gecko: { id: 'floor@statemark.invalid' } },
    host_permissions: ['https://x.com/*'],
    content_scripts,
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'content.js'), FLOOR);
  return { dir, remove };
}
