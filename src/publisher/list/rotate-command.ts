import { withEarlier } from './build-command.ts';
import { type Command, CommandError, only, readArgs } from './command.ts';
import { loadAny, tableOf } from './load-any.ts';
import { publish } from './publish.ts';
import { PublishedFolder } from './published-folder.ts';
import { readSigning, SIGNING, SIGNING_USAGE } from './signing-options.ts';
import { tellPublished } from './tell-published.ts';

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
    const { values, positionals } = readArgs(args, SIGNING);
    const dir = only(positionals, 'folder');
    const signing = await readSigning(values);
    const folder = new PublishedFolder(dir);
    const current = await folder.current();
    if (current === undefined) throw new CommandError(`${dir} holds no watchlist.jws`);
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
    const earlier = withEarlier(signing, current);
    const loaded = await loadAny(dir);
    const { list } = loaded;
    const next = { ...list, list: { ...list.list, version: current.manifest.version + 1 } };
    const published = await publish(
      next,
      folder,
      { ...earlier, epoch: earlier.epoch + 1, previous: [] },
      world,
      tableOf(loaded),
    );
    await world.out.write(tellPublished(published, signing.key));
    return 0;
  },
};
