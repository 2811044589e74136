import type { ApiEntry } from '#runtime/logic/my/table/api-entry.ts';
import { apiTable } from '#runtime/logic/my/table.ts';

const answerers: Record<ApiEntry['answeredBy'], string> = {
  logic: 'the program’s worker',
  document: 'the phone',
  host: 'the engine',
  mock: 'a sample, or what you set',
  unsupported: 'nobody',
};

const tiers: Record<ApiEntry['tier'], string> = {
  1: 'Simulated',
  2: 'Scripted: succeeds, is recorded, and answers what you set',
  3: 'Not supported: fails with a message, `my.canIUse` answers false',
};

/** `MapContext.getScale` is a member of an object; `ap.openURL` is a name of `my`. */
function isMember({ name }: ApiEntry): boolean {
  return /^[A-Z]\w*\./.test(name);
}

function namesOf(entries: readonly ApiEntry[]): string {
  return entries.map((entry) => (isMember(entry) ? `\`${entry.name.replace(/^\w+\./, '')}\`` : `\`my.${entry.name}\``)).join(' ');
}

function row(name: string, { answeredBy, fidelity }: ApiEntry): string {
  return `| ${name} | ${answerers[answeredBy]} | ${fidelity} |`;
}

function table(head: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`| ${head} | answered by | how true it is |`, '|---|---|---|', ...rows, ''];
}

function section(tier: ApiEntry['tier']): string {
  const entries = apiTable.filter((entry) => entry.tier === tier);
  const names = entries.filter((entry) => !isMember(entry)).sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
  const objects = Map.groupBy(entries.filter(isMember), ({ name }) => name.replace(/\..*$/, ''));
  const members = [...objects].flatMap(([object, list]) => (list[0] ? row(`\`${object}\`: ${namesOf(list)}`, list[0]) : []));
  return [
    `## ${tiers[tier]}`,
    '',
    ...table(
      'name',
      names.map((entry) => row(namesOf([entry]), entry)),
    ),
    ...table('object and members', members),
  ].join('\n');
}

/** The page of the docs that says what each name of `my` does in the simulator. */
export function fidelityTable(): string {
  const head = [
    '# `my` in the simulator',
    '',
    'Made from `runtime/logic/my/table.ts`; `npx vitest run test/unit/runtime/logic/table.test.ts -u` writes it again.',
    '',
  ];
  return [...head, section(1), section(2), section(3)].join('\n');
}
