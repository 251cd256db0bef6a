import { fill, h, insert, ownChildren, remove, update } from './dom.js';
import { settings } from './settings.js';

const guess = 150;
const margin = 600;
const batch = 40;

/**
 * The virtual list: every item has its place, only those near the view have an element.
 * `render(item)` makes the content of a cell; `signal` ends the list.
 */
export function timeline(items, label, render, signal) {
  const box = h('div', { style: 'position: relative; min-height: 0px' });
  const cells = new Map();
  const heights = new Map();
  const spare = [];
  let loaded = Math.min(batch, items.length);
  let planned = false;

  const plan = () => {
    if (planned || signal.aborted) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      if (!signal.aborted) layout();
    });
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) heights.set(target.dataset.at, contentRect.height);
    plan();
  });

  function layout() {
    const top = window.scrollY - box.getBoundingClientRect().top - window.scrollY;
    const near = [top - margin, top + window.innerHeight + margin];
    let y = 0;
    for (let index = 0; index < loaded; index++) {
      const height = heights.get(String(index)) ?? guess;
      if (y + height > near[0] && y < near[1]) place(index, y);
      else unmount(index);
      y += height;
    }
    box.style.minHeight = `${y}px`;
    if (y < near[1] && loaded < items.length) loadMore();
  }

  function place(index, y) {
    const cell = cells.get(index) ?? mount(index);
    cell.style.transform = `translateY(${y}px)`;
  }

  function mount(index) {
    const content = render(items[index]);
    const cell = spare.pop() ?? emptyCell();
    const old = ownChildren(cell)[0];
    if (old && old.nodeName === content.nodeName) update(old, content);
    else fill(cell, content);
    cell.dataset.at = String(index);
    cells.set(index, cell);
    // In the order of the items, as a reader with a keyboard expects it.
    insert(box, cell, ownChildren(box).find(({ dataset }) => Number(dataset.at) > index));
    sizes.observe(cell);
    return cell;
  }

  function unmount(index) {
    const cell = cells.get(index);
    if (!cell) return;
    cells.delete(index);
    sizes.unobserve(cell);
    remove(box, cell);
    if (settings.recycle) spare.push(cell);
  }

  let loading = false;
  function loadMore() {
    if (loading) return;
    loading = true;
    setTimeout(() => {
      loading = false;
      loaded = Math.min(loaded + batch, items.length);
      plan();
    }, 200);
  }

  window.addEventListener('scroll', plan, { signal, passive: true });
  window.addEventListener('resize', plan, { signal });
  signal.addEventListener('abort', () => sizes.disconnect());
  plan();
  return h(
    'section',
    { role: 'region', 'aria-labelledby': 'accessible-list-0' },
    h('h1', { dir: 'auto', role: 'heading', id: 'accessible-list-0', class: 'unseen' }, label),
    h('div', { 'aria-label': `Timeline: ${label}` }, box),
  );
}

function emptyCell() {
  return h('div', {
    'data-testid': 'cellInnerDiv',
    style: 'transform: translateY(0px); position: absolute; width: 100%;',
  });
}
