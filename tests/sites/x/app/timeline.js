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
  const list = new VirtualList(items, render, signal);
  return h(
    'section',
    { role: 'region', 'aria-labelledby': 'accessible-list-0' },
    h('h1', { dir: 'auto', role: 'heading', id: 'accessible-list-0', class: 'unseen' }, label),
    h('div', { 'aria-label': `Timeline: ${label}` }, list.box),
  );
}

class VirtualList {
  box = h('div', { style: 'position: relative; min-height: 0px' });
  #cells = new Map();
  #heights = new Map();
  #spare = [];
  #planned = false;
  #loading = false;
  #sizes = new ResizeObserver((entries) => this.#measured(entries));

  constructor(items, render, signal) {
    this.items = items;
    this.render = render;
    this.signal = signal;
    this.loaded = Math.min(batch, items.length);
    const plan = () => this.#plan();
    window.addEventListener('scroll', plan, { signal, passive: true });
    window.addEventListener('resize', plan, { signal });
    signal.addEventListener('abort', () => this.#sizes.disconnect());
    plan();
  }

  #measured(entries) {
    for (const { target, contentRect } of entries) {
      this.#heights.set(Number(target.dataset.at), contentRect.height);
    }
    this.#plan();
  }

  #plan() {
    if (this.#planned) return;
    this.#planned = true;
    requestAnimationFrame(() => {
      this.#planned = false;
      if (!this.signal.aborted) this.#layout();
    });
  }

  #layout() {
    const top = -this.box.getBoundingClientRect().top;
    const from = top - margin;
    const to = top + window.innerHeight + margin;
    let y = 0;
    for (let index = 0; index < this.loaded; index++) {
      const height = this.#heights.get(index) ?? guess;
      if (y + height > from && y < to) this.#place(index, y);
      else this.#unmount(index);
      y += height;
    }
    this.box.style.minHeight = `${y}px`;
    if (y < to) this.#loadMore();
  }

  #place(index, y) {
    const cell = this.#cells.get(index) ?? this.#mount(index);
    cell.style.transform = `translateY(${y}px)`;
  }

  #mount(index) {
    const content = this.render(this.items[index]);
    const cell = this.#spare.pop() ?? emptyCell();
    const [old] = ownChildren(cell);
    if (old) update(old, content);
    else fill(cell, content);
    cell.dataset.at = String(index);
    this.#cells.set(index, cell);
    // In the order of the items, as a reader with a keyboard expects it.
    const after = ownChildren(this.box).find(({ dataset }) => Number(dataset.at) > index);
    insert(this.box, cell, after);
    this.#sizes.observe(cell);
    return cell;
  }

  #unmount(index) {
    const cell = this.#cells.get(index);
    if (!cell) return;
    this.#cells.delete(index);
    this.#sizes.unobserve(cell);
    remove(this.box, cell);
    if (settings.recycle) this.#spare.push(cell);
  }

  #loadMore() {
    if (this.#loading || this.loaded === this.items.length) return;
    this.#loading = true;
    setTimeout(() => {
      this.#loading = false;
      this.loaded = Math.min(this.loaded + batch, this.items.length);
      this.#plan();
    }, 200);
  }
}

function emptyCell() {
  return h('div', {
    'data-testid': 'cellInnerDiv',
    style: 'transform: translateY(0px); position: absolute; width: 100%;',
  });
}
