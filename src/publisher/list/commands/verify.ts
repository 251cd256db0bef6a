import { only, readArgs } from '../../command-line.ts';
import { inFours } from '../in-fours.ts';
import { readVerifyingKey } from '../key-file.ts';
import { counted } from '../sizes.ts';
import { verifyFolder } from '../verify-folder.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- verify [--key PUB] DIR

Checks a published folder as a reader would: signature, dates, the size and hash of every object, the list itself,
every delta, the one file. Fetches nothing.

  DIR     the folder, or a copy of what a host serves
  --key   the public key (a .pub file, or its line) that readers know; without it, the key that the manifest brings
          along is used, and the check says only that nothing is damaged

Exit code: 0 a reader would take it, 1 what is wrong, 2 wrong usage.
`;

export const verify: Command = {
  name: 'verify',
  summary: 'checks a published folder as a reader would',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { key: { type: 'string' } });
    const dir = only(positionals, 'folder');
    const key = values.key === undefined ? undefined : await readVerifyingKey(values.key);
    const { signed, problems, tried, untried } = await verifyFolder(dir, key, world);
    world.progress.clear();
    if (problems.length > 0) {
      await world.out.write(`${problems.map((problem) => `${dir}: ${problem}\n`).join('')}`);
      return 1;
    }
    const { manifest } = signed;
    const deltas = `${counted(tried, 'delta')} tried${untried > 0 ? `, ${untried} by hash only` : ''}`;
    await world.out.write(
      `${dir}: ${manifest.list} version ${manifest.version}, epoch ${manifest.epoch}: whole, good until ` +
        `${manifest.expires.slice(0, 10)}, ${counted(manifest.counts.identifiers, 'identifier')}, ${deltas}\n` +
        `signed by ${inFours(signed.key.fingerprint)}${key ? '' : ' (as it says itself: compare)'}\n`,
    );
    return 0;
  },
};
