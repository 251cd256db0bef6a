import { build } from './build.ts';
import type { Command } from './command.ts';
import { diff } from './diff.ts';
import { importList } from './import.ts';
import { keygen } from './keygen.ts';
import { rotate } from './rotate.ts';
import { serve } from './serve.ts';
import { sign } from './sign.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

/** Every word that can follow `npm run list --`, in the order of a list's life. */
export const COMMANDS: readonly Command[] = [importList, validate, keygen, build, verify, serve, diff, sign, rotate];

export const USAGE = `usage: npm run list -- COMMAND …

Makes, checks, signs and publishes watchlists.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

npm run list -- COMMAND --help says more of one. docs/publishing.md is the guide.
Exit code: 0 done, 1 something is wrong with a list, a folder or a key, 2 wrong usage or a file that cannot be read.
`;
