import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import webExt from 'web-ext';

interface Message {
  code: string;
  message: string;
  file?: string;
}

interface Linted {
  errors: Message[];
  warnings: Message[];
  notices: Message[];
}

it('passes the linter of the Firefox store without a word', async () => {
  const result = (await webExt.cmd.lint(
    {
      sourceDir: resolve('.output/firefox-mv3'),
      output: 'none',
      pretty: false,
      metadata: false,
      boring: true,
      selfHosted: false,
    },
    { shouldExitProgram: false },
  )) as Linted;
  const { errors, warnings, notices } = result;
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
