import { extname } from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { axmlPositions } from './axml-positions.ts';
import { escapeValue } from './escape-value.ts';
import { markdownPositions } from './markdown-positions.ts';
import { marker, type Position } from './position.ts';
import { scriptPositions } from './script-positions.ts';
import { stylePositions } from './style-positions.ts';

/** A rendered file with a marker for each value, to the position of each value by index. */
type FindPositions = (text: string) => readonly Position[];

const findersByExtension: Record<string, FindPositions> = {
  '.axml': axmlPositions,
  '.acss': stylePositions,
  '.js': scriptPositions,
  '.sjs': scriptPositions,
  '.md': markdownPositions,
  '.txt': verbatimPositions,
};

function verbatimPositions(text: string): Position[] {
  return Array.from(text.matchAll(/\0\d+\0/g), (): Position => ({ kind: 'verbatim' }));
}

const allowedTags = new Set(['if', 'unless', 'case', 'for', 'assign', 'comment', 'break', 'continue', '#']);
const allowedFilters = new Set([
  'default',
  'upcase',
  'downcase',
  'capitalize',
  'size',
  'first',
  'last',
  'join',
  'plus',
  'minus',
  'times',
  'divided_by',
  'modulo',
  'round',
  'floor',
  'ceil',
  'append',
  'prepend',
  'slice',
]);

const noFiles = {
  exists: async () => false,
  existsSync: () => false,
  readFile: async () => '',
  readFileSync: () => '',
  resolve: (_folder: string, file: string) => file,
};

/** An engine that reads no files, runs no code and knows only the tags and filters that templates may use. */
function createLiquid(markValue: (value: unknown) => string): Liquid {
  const liquid = new Liquid({
    tagDelimiterLeft: '[[%',
    tagDelimiterRight: '%]]',
    outputDelimiterLeft: '[[=',
    outputDelimiterRight: '=]]',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: markValue,
    fs: noFiles,
    relativeReference: false,
    parseLimit: 4 * 1024 * 1024,
    renderLimit: 2000,
    memoryLimit: 16 * 1024 * 1024,
  });
  for (const name of Object.keys(liquid.tags)) if (!allowedTags.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) if (!allowedFilters.has(name)) delete liquid.filters[name];
  return liquid;
}

/** A text file of a template, ready to be rendered for many merchants. */
export interface TextTemplate {
  /** Throws `ValueNotHeld`, or what the template engine throws for an unknown variable. */
  render(values: Record<string, unknown>): string;
}

/** The extensions of the files that can be text templates. */
export function isRenderable(path: string): boolean {
  return Object.hasOwn(findersByExtension, extname(path));
}

/** Compiles a text template. The file's extension says how values are escaped. */
export function compileTextTemplate(path: string, source: string): TextTemplate {
  const findPositions = findersByExtension[extname(path)];
  if (findPositions === undefined) throw new Error('files of this kind cannot be rendered');
  if (source.includes('\0')) throw new Error('a text template cannot hold the character U+0000');
  let values: unknown[] = [];
  const liquid = createLiquid((value) => marker(values.push(value) - 1));
  const parsed: Template[] = liquid.parse(source, path);
  return {
    render(scope) {
      values = [];
      const text = String(liquid.renderSync(parsed, scope));
      const positions = findPositions(text);
      return text.replace(/\0(\d+)\0/g, (_, index: string) =>
        escapeValue(values[Number(index)], positions[Number(index)] ?? { kind: 'refused', where: 'this place' }),
      );
    },
  };
}
