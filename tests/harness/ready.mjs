/**
 * Runs before every command, on whatever Node there is: says at once what is missing, and how to get it.
 * Plain JavaScript without packages, since there may be none yet, and an old Node reads no TypeScript.
 */
import { existsSync } from 'node:fs';

/** The first that reads TypeScript and has the Web Locks that updates take turns by. */
const OLDEST = [24, 5];
/** npm writes it last: where it is, the packages came whole. */
const INSTALLED = new URL('../../node_modules/.package-lock.json', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const recent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);

if (!existsSync(INSTALLED)) {
  end('The packages are not installed. Run "npm ci" first; it needs the network once.');
} else if (!recent) {
  end(
    `This is Node ${process.versions.node}; ${OLDEST.join('.')} or newer is needed. "npm ci" brings one as a package, ` +
      'and it did not arrive: were install scripts switched off? Run "npm ci --ignore-scripts=false", ' +
      'or install Node 24 from https://nodejs.org.',
  );
}

/** @param {string} fault */
function end(fault) {
  console.error(`Not ready: ${fault}`);
  process.exit(1);
}
