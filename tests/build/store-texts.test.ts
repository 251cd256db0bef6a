import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../src/locales/en.json';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
}

const text = (file: string): string => readFileSync(resolve(file), 'utf8');

/** What stands under a heading, up to the next one. */
function section(markdown: string, title: string): string {
  const [, rest = ''] = markdown.split(`\n## ${title}\n`);
  return rest.split('\n## ')[0]?.trim() ?? '';
}

/** Permissions that the first column of a table names. */
function explained(table: string): string[] {
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((line) =>
    [...(line.split(' | ')[0]?.matchAll(/`([A-Za-z]+)`/g) ?? [])].map(([, name]) => name ?? ''),
  );
}

describe.each(['chrome', 'firefox'])('the texts for the store of %s', (browser) => {
  const manifest = JSON.parse(text(`.output/${browser}-mv3/manifest.json`)) as Manifest;
  const store = text(`docs/store/${browser}.md`);
  const reasons = section(store, 'Why each permission');

  it('give a reason for every permission of the package, and for no other', () => {
    expect(explained(reasons).toSorted()).toEqual(manifest.permissions.toSorted());
    expect(reasons).toContain('| host permissions:');
    for (const pattern of manifest.optional_host_permissions) {
      expect(reasons).toContain(`\`optional_host_permissions\` (\`${pattern}\`)`);
    }
  });

  it('agree with what readers are told', () => {
    const told = explained(text('docs/permissions.md'));
    expect(manifest.permissions.filter((permission) => !told.includes(permission))).toEqual([]);
  });

  it('have the short description of the package, as long as stores take', () => {
    expect(section(store, 'Short description')).toBe(en.extensionDescription);
    expect(en.extensionDescription.length).toBeLessThanOrEqual(132);
  });

  it('have a long description and a privacy statement that fit', () => {
    const long = section(store, 'Long description');
    expect(long.length).toBeGreaterThan(500);
    expect(long.length).toBeLessThan(15_000);
    const privacy = section(store, 'Privacy statement');
    for (const word of ['nothing', 'Local statistics are off', 'private windows', '400 days', '500 entities']) {
      expect(privacy).toContain(word);
    }
  });

  it('give no reason longer than the store takes', () => {
    for (const line of reasons.split('\n')) expect(line.length).toBeLessThan(1_000);
  });
});
