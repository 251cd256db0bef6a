import type { BrowserKind } from '../session.ts';
import type { Picture } from './take.ts';

/** The page on which a reviewer sees every state at once, each state in its looks beside one another. */
export function sheetPage(browser: BrowserKind, pictures: readonly Picture[]): string {
  const bySurface = Map.groupBy(pictures, ({ surface }) => surface);
  const sections = [...bySurface].map(([surface, all]) => {
    const rows = [...Map.groupBy(all, ({ state }) => state)].map(([state, shots]) => row(state, shots));
    return `<section id="${escaped(surface)}"><h2>${escaped(surface)}</h2>${rows.join('\n')}</section>`;
  });
  const links = [...bySurface.keys()].map((name) => `<a href="#${escaped(name)}">${escaped(name)}</a>`);
  const amiss = pictures.filter((one) => one.amiss !== undefined).length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Statemark in ${browser}: every state</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
  body { margin: 24px; }
  nav { position: sticky; inset-block-start: 0; padding: 8px 0; background: Canvas; display: flex; gap: 16px; }
  .row { display: flex; gap: 16px; align-items: start; overflow-x: auto; padding: 4px 0 20px; }
  figure { margin: 0; flex: none; inline-size: 300px; }
  img { inline-size: 100%; max-block-size: 640px; object-fit: cover; object-position: top; border: 1px solid GrayText; }
  .amiss { font-weight: 600; }
</style>
<h1>Statemark in ${browser}: every state</h1>
<p>${pictures.length} pictures, ${amiss} with something that a machine can see to be amiss. Each opens in full.</p>
<nav>${links.join(' ')}</nav>
${sections.join('\n')}
</html>
`;
}

function row(state: string, shots: readonly Picture[]): string {
  const figures = shots.map(
    ({ file, look, amiss }) =>
      `<figure><figcaption>${escaped(look)}${
        amiss === undefined ? '' : ` <span class="amiss">${escaped(amiss)}</span>`
      }</figcaption><a href="${file}"><img src="${file}" alt="${escaped(`${state}, ${look}`)}" loading="lazy"></a></figure>`,
  );
  return `<h3>${escaped(state)}</h3><div class="row">${figures.join('')}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
