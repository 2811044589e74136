import type { JsonSchema } from '#shared/model/templates.ts';

const numberText = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * The value of a cell by the type of its parameter. Text stays exactly as it is; a cell that does not read as its type
 * is returned as text, so that validation names it. An empty cell is undefined: the default.
 */
export function convertCell(cell: string, schema: JsonSchema | undefined): unknown {
  if (cell === '') return undefined;
  switch (schema?.type) {
    case 'number':
    case 'integer':
      return numberText.test(cell) ? Number(cell) : cell;
    case 'boolean':
      return cell === 'true' ? true : cell === 'false' ? false : cell;
    case 'array':
    case 'object':
      return parseOr(cell);
    default:
      return cell;
  }
}

function parseOr(cell: string): unknown {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
