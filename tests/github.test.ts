import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';

/** What runs on the forge, and the forms that people meet there. Read as text: no YAML reader is ours. */

const read = (file: string): string => readFileSync(join('.github', file), 'utf8');
const filesIn = (dir: string): string[] => readdirSync(join('.github', dir)).map((file) => join(dir, file));
const WORKFLOWS = filesIn('workflows');
const FORMS = filesIn('ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe.each([...WORKFLOWS, ...filesIn('ISSUE_TEMPLATE'), 'dependabot.yml'])('%s', (file) => {
  it('is indented by two spaces, without tabs, and ends with one line end', () => {
    const text = read(file);
    expect(text).not.toMatch(/\t|\r| $/m);
    expect(text).toMatch(/[^\n]\n$/);
    const odd = text.split('\n').filter((line) => (/^ */.exec(line)?.[0].length ?? 0) % 2 === 1);
    expect(odd).toEqual([]);
  });
});

describe.each(WORKFLOWS)('%s', (file) => {
  const text = read(file);

  it('takes actions by their commit alone, with the version beside it', () => {
    const used = text.match(/uses: .*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may only read, unless a job says otherwise, and ends', () => {
    expect(text).toContain('\npermissions:\n  contents: read\n');
    const jobs = text.match(/^ {4}runs-on: /gm)?.length;
    expect(text.match(/^ {4}timeout-minutes: \d+$/gm)?.length).toBe(jobs);
    expect(text.match(/: write$/gm) ?? []).toHaveLength(file.endsWith('release.yml') ? 1 : 0);
  });

  it('runs what there is', () => {
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(scripts).toHaveProperty([script]);
    for (const [path] of text.matchAll(/\.ci\/\w+|tests\/data/g)) {
      expect.soft(existsSync(path), path).toBe(true);
    }
    // What comes from outside never becomes part of a command.
    expect(text).not.toMatch(/run: .*\$\{\{ *github\.(?:event|head_ref)/);
  });
});

test('the same action is the same commit everywhere', () => {
  const commits = new Map<string, Set<string>>();
  for (const [, action = '', commit = ''] of WORKFLOWS.map(read)
    .join('')
    .matchAll(/uses: (\S+)@(\w+)/g)) {
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, found]) => found.size > 1)).toEqual([]);
  expect(commits.size).toBe(4);
});

describe.each(FORMS)('the form %s', (file) => {
  const text = read(file);

  it('has a name, says what it is for, and asks at least one thing that must be answered', () => {
    for (const key of ['name', 'description', 'title', 'labels', 'body']) {
      expect.soft(text.match(new RegExp(`^${key}:`, 'gm')), key).toHaveLength(1);
    }
    expect(text).toContain('required: true');
  });

  it('asks everything under an id and a label of its own', () => {
    const asked = text.match(/^ {2}- type: (?:input|textarea|dropdown|checkboxes)$/gm)?.length;
    const ids = text.match(/^ {4}id: [a-z-]+$/gm) ?? [];
    expect(ids).toHaveLength(asked ?? -1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(text.match(/^ {6}label: .+$/gm)).toHaveLength(asked ?? -1);
  });
});

test('the forms that other texts send people to exist under these names', () => {
  const names = FORMS.map((file) => /^name: (.+)$/m.exec(read(file))?.[1]);
  expect(names).toEqual(expect.arrayContaining(['A mark is wrong', 'I am listed']));
  expect(read('SECURITY.md')).toContain('*A mark is wrong* or *I am listed*');
});
