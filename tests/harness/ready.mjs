/**
 * Runs before `npm test` and `npm start`, on whatever Node there is: says at once what is missing, not in the
 * middle. Plain JavaScript, since an old Node reads no TypeScript.
 */
/** The first that reads TypeScript and has the Web Locks that updates take turns by. */
const OLDEST = [24, 5];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  if (process.argv.includes('--tests')) {
    const { missing } = await import('./missing.ts');
    tell(await missing());
  }
} else {
  tell([
    `This is Node ${process.versions.node}; ${OLDEST.join('.')} or newer is needed. "npm ci" brings one as a package, ` +
      'and it did not arrive: were install scripts switched off? Run "npm ci --ignore-scripts=false", ' +
      'or install Node 24 from https://nodejs.org.',
  ]);
}

/** @param {readonly string[]} faults */
function tell(faults) {
  for (const fault of faults) console.error(`Not ready: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
