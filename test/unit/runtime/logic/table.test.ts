import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { apiByName, apiTable } from '#runtime/logic/my/table.ts';
import { fidelityTable } from '#test/support/fidelity-table.ts';
import { specificationNames } from './support/specification-names.ts';

const typings = readFileSync(fileURLToPath(import.meta.resolve('@mini-types/my/types/lib.my.d.ts')), 'utf8');

/** Function names of one namespace of the typings. */
function namesOf(namespace: string): string[] {
  const start = typings.indexOf(`declare namespace ${namespace} {`);
  const end = typings.indexOf('\ndeclare ', start + 1);
  return [...typings.slice(start, end).matchAll(/^ {2}export function (\w+)/gm)].map(([, name]) => name ?? '');
}

describe('the table of my', () => {
  it('has every function of the typings', () => {
    const names = [...namesOf('my'), ...namesOf('my.ap').map((name) => `ap.${name}`), ...namesOf('my.cloud').map((name) => `cloud.${name}`)];
    expect(names.length).toBeGreaterThan(290);
    expect([...new Set(names)].filter((name) => !apiByName.has(name))).toEqual([]);
  });

  it('has every name of the specification with its tier', () => {
    const wrong = specificationNames.filter(([name, tier]) => apiByName.get(name)?.tier !== tier);
    expect(wrong).toEqual([]);
    expect(specificationNames.length).toBeGreaterThan(300);
  });

  it('names everything once and says how true it is', () => {
    expect(apiTable.length).toBe(apiByName.size);
    expect(apiTable.filter(({ fidelity }) => !/^[A-Z].*\.$/.test(fidelity)).map(({ name }) => name)).toEqual([]);
  });

  it('lets nothing of tier 3 succeed and nothing of tier 1 be scripted', () => {
    expect(apiTable.filter(({ tier, answeredBy }) => (tier === 3) !== (answeredBy === 'unsupported')).map(({ name }) => name)).toEqual([]);
    expect(apiTable.filter(({ tier, answeredBy }) => tier === 1 && answeredBy === 'mock').map(({ name }) => name)).toEqual([]);
  });

  it('is what the docs say', async () => {
    await expect(fidelityTable()).toMatchFileSnapshot(fileURLToPath(new URL('../../../../docs/my-api.md', import.meta.url)));
  });
});
