import { fill, insert, remove, update } from './dom.js';

const guess = 320;
const margin = 900;
const batch = 20;

/**
 * Items one below another, more of them fetched at the end. `keep`: 'all' leaves what has been shown in the
 * page; 'near' takes out what is far from the view and pads its place, as most networks do, and makes it anew
 * when one comes back; 'recycled' puts what is taken out to use for the next items.
 */
export function virtualList({ box, items, render, keep, signal }) {
  const cells = new Map();
  const heights = new Map();
  const spare = [];
  let loaded = Math.min(batch, items.length);
  let planned = false;
  let loading = false;

  function plan() {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      if (!signal.aborted) layout();
    });
  }

  function layout() {
    for (const [index, cell] of cells) heights.set(index, cell.offsetHeight || guess);
    const from = -box.getBoundingClientRect().top - margin;
    const to = from + window.innerHeight + 2 * margin;
    const shown = [];
    let [y, above] = [0, 0];
    for (let index = 0; index < loaded; index++) {
      const height = heights.get(index) ?? guess;
      const near = (y + height > from && y < to) || (keep === 'all' && (cells.has(index) || y < to));
      if (near) shown.push(index);
      else if (shown.length === 0) above += height;
      y += height;
    }
    if (keep !== 'all') for (const index of [...cells.keys()]) if (!shown.includes(index)) unmount(index);
    for (const index of shown) if (!cells.has(index)) mount(index);
    const held = shown.reduce((sum, index) => sum + (heights.get(index) ?? guess), 0);
    if (keep !== 'all') box.style.padding = `${above}px 0 ${Math.max(0, y - above - held)}px`;
    if (shown.some((index) => !heights.has(index))) plan();
    if (y < to) more();
  }

  function mount(index) {
    const content = render(items[index], index);
    const cell = spare.pop() ?? content;
    if (cell !== content) update(cell, content);
    cells.set(index, cell);
    const next = [...cells.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
    insert(box, cell, next === undefined ? undefined : cells.get(next));
  }

  function unmount(index) {
    const cell = cells.get(index);
    cells.delete(index);
    remove(box, cell);
    if (keep === 'recycled') spare.push(cell);
  }

  function more() {
    if (loading || loaded === items.length) return;
    loading = true;
    setTimeout(() => {
      loading = false;
      loaded = Math.min(loaded + batch, items.length);
      plan();
    }, 60);
  }

  window.addEventListener('scroll', plan, { signal, passive: true });
  window.addEventListener('resize', plan, { signal });
  signal.addEventListener('abort', () => fill(box));
  plan();
  return {
    /** Of the item that a node stands in. */
    indexOf: (node) => [...cells].find(([, cell]) => cell.contains(node))?.[0],
    /** Shows the item anew, in the nodes that are there. */
    refresh(index) {
      const cell = cells.get(index);
      if (cell) update(cell, render(items[index], index));
    },
  };
}
