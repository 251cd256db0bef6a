import { among, expected } from '../common/bracketed.ts';
import { serveApp } from '../common/serve.ts';
import { account, tag } from '../common/timeline.ts';
import type { SampleSite } from '../site.ts';
import { bubbleK, frameA, frameK, messageA } from './markup.ts';
import { type Bubble, written } from './posts.ts';

const bubbles = among<Bubble>(written, 66, (handle) => handle);

const data = {
  posts: bubbles.map((_, id) => ({ id })),
  authors: [],
  clients: {
    k: { frame: frameK, list: '.bubbles-inner', header: '.chat-info .peer-title', html: bubbles.map(bubbleK) },
    a: { frame: frameA, list: '.MessageList', header: '.MiddleHeader .fullName', html: bubbles.map(messageA) },
  },
};

/** Both clients live on one host; the address after `#` says which chat is open. */
const handler = serveApp({ dir: new URL('./app/', import.meta.url), root: '<div id="root"></div>', data });

export const telegramK = site('/k/');
export const telegramA = site('/a/');

function site(client: string): SampleSite {
  return {
    hosts: ['web.telegram.org'],
    startPath: `${client}#@sample_digest`,
    darkPath: `${client}?theme=dark#@sample_digest`,
    rtlPath: `${client}?dir=rtl&lang=fa#@sample_digest`,
    pictured: '.message, .text-content',
    handler,
    planted: [
      ...expected(bubbles, 'planted'),
      { ...account('sample_channel'), where: 'header', path: `${client}#@sample_channel` },
      { ...account('old_sample_channel'), where: 'header', path: byNumber(client) },
    ],
    decoys: [
      ...expected(bubbles, 'decoys'),
      { ...tag('We_Are_Qassem'), where: 'composer' },
      { ...account('sample_channel'), where: 'chats of whoever is logged in' },
    ],
  };
}

/** A chat without a public name: K writes the channel's number, A the number that tells channels from groups. */
function byNumber(client: string): string {
  return client === '/k/' ? '/k/#-123457' : '/a/#-1000000123457';
}
