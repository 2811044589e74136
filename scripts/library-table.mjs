import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory, root } from './lib/paths.mjs';

// Writes docs/component-libraries.md from the results that the tests in test/libraries left behind.
// What stands in that file from its last section on is written by hand and stays.
const folder = join(cacheDirectory, 'libraries');
const page = join(root, 'docs', 'component-libraries.md');
const byHand = '\n## The tests of a library\n';
const sign = (value) => (value === null ? '–' : value ? 'yes' : '**no**');

function rowsOf(name) {
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, name, file), 'utf8')))
    .sort((a, b) => a.components[0].localeCompare(b.components[0]))
    .map(
      ({ components, compiles, renders, reacts, notes }) =>
        `| ${components.join(', ')} | ${sign(compiles)} | ${sign(renders)} | ${sign(reacts)} | ${notes.join('; ')} |`,
    );
}

if (!existsSync(folder)) {
  process.stderr.write('There are no results. Run `npm test -- test/libraries` first.\n');
  process.exit(1);
}
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const sections = readdirSync(folder).flatMap((name) => [
  `## ${name} ${devDependencies[name] ?? ''}`,
  '',
  '| components | compiles | renders | reacts | notes |',
  '|---|---|---|---|---|',
  ...rowsOf(name),
  '',
]);
const head = `# Component libraries

Every component of three published libraries, on pages of our own that use its main properties, events and slots, run on a phone in Chromium by \`npm test -- test/libraries\`. *Reacts* means that taps and typed text reached the page's handlers or changed what is shown; – where a component has nothing to react to. Pictures of every page are left in \`.cache/screenshots/libraries\`. These tables are written by \`node scripts/library-table.mjs\` from the results of the last run.

`;
const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
const kept = before.includes(byHand) ? before.slice(before.indexOf(byHand)) : '';
writeFileSync(page, `${head}${sections.join('\n')}${kept}`);
