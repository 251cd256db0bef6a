import { CommandError } from '../../command-line.ts';
import { readRepublish, republish } from '../republish.ts';
import { SIGNING_USAGE } from '../signing-options.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- sign DIR --key KEYFILE [--expires DAYS] [--next-key PUB] [--mirror URL]… [--every HOURS]

Signs a published list anew where nothing in it has changed: so that it does not go out of date, or to announce
another next key or mirror. It becomes the next version (a version never means two things), which readers fetch
as a small delta. Set list.version in the source form above it before the next build.

  DIR          the published folder
${SIGNING_USAGE}

Exit code: 0 published, 1 nothing was changed and why, 2 wrong usage.
`;

export const sign: Command = {
  name: 'sign',
  summary: 'signs a published list anew, with a later expiry',
  usage: USAGE,
  async run(args, world) {
    const given = await readRepublish(args);
    const { dir, signing, current } = given;
    if (current.key.fingerprint !== signing.key.public.fingerprint) {
      throw new CommandError(`${dir} is signed by another key (${current.key.fingerprint.slice(0, 16)}…)`);
    }
    await republish(given, current.manifest.epoch, world);
    return 0;
  },
};
