import { CommandError } from '../command-line.ts';

const UNRELEASED = '## Unreleased';

export interface Released {
  /** The whole file, with what was unreleased under its version. */
  changelog: string;
  /** The entries of this version alone. */
  notes: string;
}

/**
 * Moves what is not released yet under a version.
 * @param today YYYY-MM-DD
 * @throws CommandError where there is nothing to release, or the version is there already
 */
export function releaseChangelog(changelog: string, version: string, today: string): Released {
  const lines = changelog.split('\n').map((line) => line.trimEnd());
  const start = lines.indexOf(UNRELEASED);
  if (start < 0) throw new CommandError(`CHANGELOG.md has no line "${UNRELEASED}"`);
  const there = lines.find((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (there !== undefined) throw new CommandError(`CHANGELOG.md has "${there}" already`);
  const next = lines.findIndex((line, at) => at > start && line.startsWith('## '));
  const end = next < 0 ? lines.length : next;
  const notes = lines
    .slice(start + 1, end)
    .join('\n')
    .trim();
  if (!/^[-*] \S/m.test(notes)) {
    throw new CommandError(
      `CHANGELOG.md has no entries under "${UNRELEASED}": readers learn there what a release brings`,
    );
  }
  const rest = lines.slice(end).join('\n').trim();
  const sections = [lines.slice(0, start).join('\n').trim(), UNRELEASED, `## ${version} (${today})`, notes, rest];
  return { changelog: `${sections.filter((section) => section !== '').join('\n\n')}\n`, notes };
}
