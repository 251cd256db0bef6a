import { inContext, postText } from '../../src/core/context.ts';
import { findAddresses } from '../../src/core/find-addresses.ts';
import { fold } from '../../src/core/fold.ts';
import { tokenise } from '../../src/core/token.ts';
import { PLATFORMS } from '../../src/platforms/all.ts';
import { readQuestions } from '../../src/platforms/read-question.ts';

/** What reads texts of strangers, by the name under which its time is told. */
export const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['folding', fold],
  ['addresses', (text) => findAddresses(text)],
  ['questions', readQuestions],
  ['context', (text) => inContext(postText(text, []), { any_of: ['a b'] })],
  ...PLATFORMS.map(({ id, text: rule }): [string, (text: string) => unknown] => [
    `names on ${id}`,
    (text) => tokenise(text, rule),
  ]),
];

const NAMES = '#|@|#a|@a |.|a.|a.a-|\u200c|#\u200d|\u0301|é\u0301|#ا\u064b|@@#'.split('|');
const ADDRESSES = 'https://|https://a.|/#|-#|www.#|…|((|?u=https://|\ud800|\u202e@|x.com/@'.split('|');

/** What a text of nothing else makes readers that look back, or begin anew, take a square of its length for. */
export const PIECES: readonly string[] = [...NAMES, ...ADDRESSES];

/**
 * The least of three runs, in the process's own time: what else the machine does counts little, and only ever adds.
 * Milliseconds.
 */
export function timeOf(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
