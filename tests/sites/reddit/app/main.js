import { frameHtml, posts, thread } from './data.js';
import { h } from './dom.js';
import { start } from './feed.js';
import { markup } from './markup.js';

/** Components draw their frame in an open shadow root; posts and names are slotted into it. */
function component(name, template, live) {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        this.attachShadow({ mode: 'open' }).innerHTML = template;
        const votes = this.shadowRoot.querySelector('.votes');
        if (live && votes) setInterval(() => votes.firstChild.data++, live);
      }
    },
  );
}

const look = '<style>:host { display: block } ::slotted(a) { text-decoration: none }</style>';
component(
  'shreddit-post',
  `${look}<slot name="full-post-link"></slot><slot name="credit-bar"></slot><slot name="title"></slot><slot name="text-body"></slot><div><button>▲</button> <span class="votes">12</span> <button>share</button></div>`,
  1_000,
);
component(
  'shreddit-comment',
  `${look}<details open><summary><slot name="commentAvatar"></slot><slot name="commentMeta"></slot></summary><slot name="comment"></slot><div><button>▲</button> <span class="votes">3</span></div><slot></slot></details>`,
  1_000,
);
component(
  'faceplate-hovercard',
  '<style>:host { display: inline } div { display: none }</style><slot></slot><div><slot name="content"></slot></div>',
);

const frame = markup(frameHtml);
const column = h('div', { class: 'column' });
frame.querySelector('main').append(column);

function page(segments) {
  if (segments.includes('comments')) return { nodes: [markup(posts[0].html), markup(thread)] };
  const box = h('shreddit-feed', {});
  return { nodes: [box], list: { box, items: posts, render: ({ html }) => markup(html), keep: 'all' } };
}

start({ mount: '#root', frame, column, page });
