import type { Traveller, Visit } from './visits.ts';

/** What two browsers asked for on the same way: one with the extension, one without. */
export interface Compared {
  visits: number;
  requests: number;
  /** Chips that were drawn: the extension was there, and at work. */
  chips: number;
  /** Each request that one of them made and the other did not, with its page. */
  differences: string[];
  /** Where the one with the extension sent out for, other than to the sites and the browser's own makers. */
  strangers: string[];
}

/** Both go at the same time, page by page. @param tell called before each page */
export async function compareTraffic(
  { without, having }: { without: Traveller; having: Traveller },
  pages: readonly string[],
  { rest, tell }: { rest?: number; tell?(at: number): void } = {},
): Promise<Compared> {
  const compared: Compared = { visits: 0, requests: 0, chips: 0, differences: [], strangers: [] };
  for (const [at, url] of pages.entries()) {
    tell?.(at);
    const [plain, ours] = await Promise.all([without.visit(url, rest), having.visit(url, rest)]);
    compared.visits += 1;
    compared.requests += ours.requests.length;
    compared.chips += ours.chips;
    compared.differences.push(...differences(plain, ours));
  }
  const known = new Set(having.server.requests.map(({ host }) => host));
  compared.strangers = strangers(having.proxy.asked, known);
  return compared;
}

function differences(plain: Visit, ours: Visit): string[] {
  return [
    ...lacking(plain.requests, ours.requests).map((line) => `${ours.url}: only without the extension: ${line}`),
    ...lacking(ours.requests, plain.requests).map((line) => `${ours.url}: only with the extension: ${line}`),
  ];
}

/** @returns lines of `one` that `other` lacks, each as often as it does */
function lacking(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return one.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** What browsers ask for of their own accord, from their makers. */
const OWN = /(?:^|\.)(?:google|googleapis|gstatic|gvt1|mozilla|firefox|mozgcp|getpocket)\.(?:com|net|org)$/;

/**
 * @param asked what a proxy was asked for
 * @returns the hosts of it, in order of first asking, without those known and those of the browsers' makers
 */
export function strangers(asked: readonly string[], known: ReadonlySet<string>): string[] {
  const hosts = asked.map((to) => URL.parse(to.includes('://') ? to : `https://${to}`)?.hostname ?? to);
  return [...new Set(hosts)].filter((host) => !known.has(host) && !OWN.test(host));
}
