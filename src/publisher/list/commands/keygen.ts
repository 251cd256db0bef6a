import { existsSync } from 'node:fs';
import { readPublicKey } from '../../../core/compiled/keys.ts';
import { CommandError, readArgs, required, UsageError } from '../../command-line.ts';
import { inFours } from '../in-fours.ts';
import { newKeyPair } from '../key-file.ts';
import { replaceFile, writeSecret } from '../write-file.ts';
import type { Command } from './command.ts';

const USAGE = `usage: npm run list -- keygen --out FILE

Makes a key pair that lists are signed with (Ed25519).

  --out    the private key, readable by you alone (mode 0600); the public key is written beside it, as FILE.pub

Nothing is ever overwritten. Keep the private key off the host that serves the list, and out of version control.
Make a second key now, for the day when the first one is lost or known: see "rotate --help".
`;

export const keygen: Command = {
  name: 'keygen',
  summary: 'makes a key to sign with',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, { out: { type: 'string' } });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is too much`);
    const file = required(values.out, 'out');
    const publicFile = `${file}.pub`;
    for (const taken of [file, publicFile]) {
      if (existsSync(taken)) throw new CommandError(`${taken} is there already: a key is never overwritten`);
    }
    const { pem, publicLine } = newKeyPair();
    const key = await readPublicKey(publicLine);
    if (key === undefined) throw new CommandError('the key that was made is not usable: run this again');
    try {
      writeSecret(file, pem);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new CommandError(`${file} is there already: a key is never overwritten`);
    }
    replaceFile(publicFile, `${publicLine}\n`);
    await world.out.write(
      `private key   ${file} (keep it secret, and keep a copy)\npublic key    ${publicFile}\n` +
        `fingerprint   ${inFours(key.fingerprint)}\n`,
    );
    return 0;
  },
};
