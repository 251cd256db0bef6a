import { readFileSync } from 'node:fs';
import type { Answer, SiteRequest } from '../../harness/server.ts';
import { among, expected, lookOf } from '../common/bracketed.ts';
import { account, tag } from '../common/timeline.ts';
import type { Expectation, SampleSite } from '../site.ts';
import { type Channel, messagesFrom, previewPage } from './page.ts';
import { type Message, written } from './posts.ts';

const app = new URL('./app/', import.meta.url);
const start = '/s/sample_digest/1';

const plain: Message[] = [{ text: 'First post of a channel that does not exist.' }, { text: 'And its second.' }];
const channels: readonly Channel[] = [
  {
    name: 'sample_digest',
    title: 'Sample digest',
    number: 900_001,
    about: 'Made up. Corrections to [[@sample_digest_desk]].',
    messages: among<Message>(written, 66, (handle) => handle),
  },
  // Listed: by its name and number, by its number under another name, and a name that another channel took over.
  {
    name: 'Sample_Channel',
    title: 'Sample Channel',
    number: 123_456,
    about: 'Listed. [[#We_Are_Qassem]]',
    messages: plain,
  },
  { name: 'new_sample_channel', title: 'Sample, renamed', number: 123_457, about: 'Renamed.', messages: plain },
  { name: 'reused_sample', title: 'Knitting', number: 900_002, about: 'Wool and needles.', messages: plain },
];
const [digest] = channels as [Channel];

/** The public previews of channels, `t.me/s/name`: messages come from above and below as one scrolls. */
export const telegram: SampleSite = {
  hosts: ['t.me', 'telegram.me', 'telegram.dog'],
  startPath: start,
  darkPath: `${start}?theme=dark`,
  rtlPath: `${start}?dir=rtl&lang=fa`,
  pictured: '.tgme_widget_message_text',
  loads: true,
  handler,
  planted: [
    ...expected(digest.messages, 'planted'),
    ...channelPage('Sample_Channel', 'sample_channel'),
    { ...tag('We_Are_Qassem'), where: 'header/Sample_Channel', path: '/s/Sample_Channel' },
    ...channelPage('new_sample_channel', 'old_sample_channel'),
  ],
  decoys: [
    ...expected(digest.messages, 'decoys'),
    ...channelPage('reused_sample', 'reused_sample'),
    { ...tag('We_Are_Qassem'), where: 'search-box' },
    { ...account('sample_channel'), where: 'search-box' },
  ],
};

function channelPage(name: string, value: string): Expectation[] {
  const path = `/s/${name}`;
  return [`header/${name}`, 'post/1', 'post/2'].map((where) => ({ ...account(value), where, path }));
}

function handler({ url }: SiteRequest): Answer {
  if (url.pathname === '/css/sample.css') return file('text/css', readFileSync(new URL('style.css', app)));
  if (url.pathname === '/js/sample.js') return file('text/javascript', readFileSync(new URL('preview.js', app)));
  const [, name = '', from = '1'] = /^\/s\/(\w+)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
  const channel = channels.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!channel) return { status: 404 };
  const after = url.searchParams.get('after');
  if (after !== null) return file('text/html', messagesFrom(channel, Number(after) + 1));
  return file('text/html', previewPage(channel, Number(from), lookOf(url)));
}

function file(type: string, body: string | Uint8Array): Answer {
  return { headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
