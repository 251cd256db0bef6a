import { createHash } from 'node:crypto';

const LONGEST = 64;

/**
 * An id that the next import gives again, whatever else is in the file: the letters of a name where they are
 * plain, and a few digits of its hash where something had to be left out.
 */
export function makeId(prefix: string, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const whole = `${prefix}-${plain}`;
  if (plain === name.toLowerCase() && whole.length <= LONGEST) return whole;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 10);
  const most = LONGEST - prefix.length - hash.length - 2;
  return [prefix, plain.slice(0, most).replace(/-$/, ''), hash].filter((part) => part !== '').join('-');
}
