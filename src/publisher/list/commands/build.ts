import { mkdirSync } from 'node:fs';
import { CommandError, only, readArgs, required } from '../../command-line.ts';
import { changesText } from '../changes-text.ts';
import { loadList } from '../list-file.ts';
import { type Loaded, loadAny } from '../load-any.ts';
import type { SignedManifest } from '../manifest-file.ts';
import { publish } from '../publish.ts';
import { PublishedFolder } from '../published-folder.ts';
import { readNames } from '../read-names.ts';
import { readSigning, SIGNING, SIGNING_USAGE, type Signing, withEarlier } from '../signing-options.ts';
import { tellPublished } from '../tell-published.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- build FILE --out DIR --key KEYFILE [--names TABLE] [--previous DIR]…
       [--expires DAYS] [--next-key PUB] [--mirror URL]… [--every HOURS]

Compiles a list, signs it and writes the folder that a host serves: watchlist.jws, o/, the whole list in one
file for hand-to-hand use, and versions/ with the manifests of older versions, which updates are made from.

  FILE         the list in source form; its version must be higher than the published one
  --out        the folder; an older version of the list in there is updated
  --names      more names than anybody writes rows for, up to millions: a CSV with the columns like and value (or
               .jsonl with an object a line). Each is listed as the identifier of FILE is whose id is in "like".
               Readers find such names by looking them up; they are not in the dossier's tables
  --previous   more folders with older versions (a copy of what the host serves); may be given again
${SIGNING_USAGE}

Exit code: 0 published, 1 nothing was changed and why, 2 wrong usage.
`;

export const build: Command = {
  name: 'build',
  summary: 'compiles and signs a list into a folder that any host can serve',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, {
      ...SIGNING,
      out: { type: 'string' },
      names: { type: 'string' },
      previous: { type: 'string', multiple: true },
    });
    const file = only(positionals, 'list');
    const folder = new PublishedFolder(required(values.out, 'out'));
    const signing = await readSigning(values);
    const list = loadList(file);
    const current = await folder.current();
    if (current) refuse(current, list.list, signing);
    const before = current && (await loadWhole(folder.dir));
    mkdirSync(folder.dir, { recursive: true });
    const published = await publish(
      list,
      folder,
      { ...withEarlier(signing, current), previous: values.previous ?? [] },
      world,
      values.names === undefined ? undefined : readNames(values.names),
    );
    await world.out.write(tellPublished(published, signing.key));
    const after = values.names === undefined ? { list } : await loadAny(folder.dir);
    if (before) await world.out.write(`\n${await changesText(before, after, 20)}`);
    return 0;
  },
};

/** @returns undefined for a folder that is damaged: building anew mends it */
async function loadWhole(dir: string): Promise<Loaded | undefined> {
  try {
    return await loadAny(dir);
  } catch (error) {
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

/** @throws CommandError where readers would refuse what is about to be written */
function refuse({ manifest, key }: SignedManifest, offered: { id: string; version: number }, signing: Signing): void {
  if (manifest.list !== offered.id) {
    throw new CommandError(
      `the folder holds the list "${manifest.list}", not "${offered.id}": a list has its own folder`,
    );
  }
  if (key.fingerprint !== signing.key.public.fingerprint) {
    throw new CommandError(
      `the folder is signed by another key (${key.fingerprint.slice(0, 16)}…): readers would refuse this one. ` +
        'To change to the key that was announced: npm run list -- rotate',
    );
  }
  if (offered.version <= manifest.version) {
    throw new CommandError(
      `version ${manifest.version} is published and this is ${offered.version}: readers take a higher one only. ` +
        `Set list.version to ${manifest.version + 1}`,
    );
  }
}
