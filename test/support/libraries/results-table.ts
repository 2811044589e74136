import type { LibraryResult } from './library-result.ts';

/** Order and versions of the packages. */
export interface ProvedPackage {
  name: string;
  version: string;
  results: readonly LibraryResult[];
}

function mark(proved: boolean | null): string {
  if (proved === null) return '–';
  return proved ? 'yes' : '**no**';
}

function row({ components, compiles, renders, reacts, notes }: LibraryResult): string {
  return `| ${components.join(', ')} | ${mark(compiles)} | ${mark(renders)} | ${mark(reacts)} | ${notes.join('; ')} |`;
}

function count(results: readonly LibraryResult[], holds: (result: LibraryResult) => boolean): number {
  return results.reduce((sum, result) => sum + (holds(result) ? result.components.length : 0), 0);
}

function section({ name, version, results }: ProvedPackage): string[] {
  const sorted = [...results].sort((one, other) => (String(one.components[0]) < String(other.components[0]) ? -1 : 1));
  const all = count(results, () => true);
  const said = [
    `compile ${count(results, ({ compiles }) => compiles)} of ${all}`,
    `render ${count(results, ({ renders }) => renders)} of ${all}`,
    `react ${count(results, ({ reacts }) => reacts === true)} of ${count(results, ({ reacts }) => reacts !== null)}`,
  ];
  return [
    `## ${name} ${version}`,
    '',
    `${said.join(', ')}.`,
    '',
    '| components | compiles | renders | reacts | notes |',
    '|---|---|---|---|---|',
    ...sorted.map(row),
    '',
  ];
}

/** The page of the docs that says how components of published libraries do in the simulator. */
export function resultsTable(packages: readonly ProvedPackage[]): string {
  const head = [
    '# Published component libraries in the simulator',
    '',
    'Made from the last run of `npm test -- --project=libraries` by `node test/support/libraries/write-table.ts`. Every component stands on a page of ours with its main properties, events and slots, on a phone in the browser.',
    '',
    '- **compiles**: no error in the page or in the component’s own files',
    '- **renders**: what must be seen is seen and has a size, and nothing is wrong on the console',
    '- **reacts**: taps, input and drags call the handlers of the page and change what is seen, and nothing is wrong on the console; – where there is nothing to react to',
    '',
    'Without a network the icon fonts and default pictures of the libraries stay empty; that is no failure here.',
    '',
  ];
  return [...head, ...packages.flatMap(section)].join('\n');
}
