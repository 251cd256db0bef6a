import { runRelease } from './run-release.ts';

/** `npm run release`: wires it to the world. */
process.exitCode = runRelease(process.argv.slice(2), {
  root: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
