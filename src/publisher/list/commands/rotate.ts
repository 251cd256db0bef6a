import { CommandError } from '../../command-line.ts';
import { readRepublish, republish } from '../republish.ts';
import { SIGNING_USAGE } from '../signing-options.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- rotate DIR --key NEW-KEYFILE --next-key PUB [--expires DAYS]

Changes to the key that was announced with --next-key, because the present one is lost, or known to others. A new
epoch begins: whatever somebody signs with the old key after that is refused by readers who have seen it.

  DIR          the published folder, as you last published it; take your own copy if the host was broken into
${SIGNING_USAGE}

--key is the announced key, --next-key the one after it: make it now (keygen).
Exit code: 0 published, 1 nothing was changed and why, 2 wrong usage.
`;

export const rotate: Command = {
  name: 'rotate',
  summary: 'changes to the key that was announced, when the present one is lost',
  usage: USAGE,
  async run(args, world) {
    const given = await readRepublish(args);
    const { signing, current } = given;
    const announced = current.manifest.next;
    if (announced === undefined) {
      throw new CommandError(
        'no next key was ever announced: readers must add the list anew, under its new fingerprint',
      );
    }
    if (announced !== signing.key.public.fingerprint) {
      throw new CommandError(
        `the announced key has the fingerprint ${announced.slice(0, 16)}…, this one ` +
          `${signing.key.public.fingerprint.slice(0, 16)}…: readers would refuse it`,
      );
    }
    if (signing.nextKey === undefined) throw new CommandError('--next-key is needed: announce the key after this one');
    await republish(given, current.manifest.epoch + 1, world);
    return 0;
  },
};
