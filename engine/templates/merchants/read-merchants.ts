import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { AppError } from '#shared/model/errors.ts';
import type { Answers, MerchantsFile, RowProblem } from '#shared/model/templates.ts';
import type { ParameterSet } from '../pack/parameter-set.ts';
import { checkRows, type NumberedRow } from './check-rows.ts';
import { convertCell } from './convert-cell.ts';
import { readCsv } from './read-csv.ts';

/** A merchants file with the line of each row. */
export interface NumberedMerchantsFile extends MerchantsFile {
  lines: number[];
}

interface Unchecked {
  rows: NumberedRow[];
  problems: RowProblem[];
  unknownColumns: string[];
}

function answersOf(cells: Iterable<readonly [string, unknown]>, parameters: ParameterSet): Answers {
  const answers: Answers = {};
  for (const [name, cell] of cells) {
    const schema = parameters.schemaOf(name);
    if (schema === undefined) continue;
    const value = typeof cell === 'string' ? convertCell(cell, schema) : (cell ?? undefined);
    if (value !== undefined) answers[name] = value;
  }
  return answers;
}

function checkHeader(header: readonly string[], line: number): void {
  const [first, second] = header;
  if (first !== 'merchantId' || second !== 'name') {
    throw new AppError('MERCHANTS_FILE_INVALID', { line, detail: `the header is ${JSON.stringify(header.slice(0, 2).join(','))}, not "merchantId,name,…"` });
  }
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw new AppError('MERCHANTS_FILE_INVALID', { line, detail: `the column ${JSON.stringify(twice)} is there twice` });
}

function fromCsv(text: string, parameters: ParameterSet): Unchecked {
  const file = readCsv(text);
  const [header, ...records] = file.records;
  const broken = file.broken[0];
  if (header === undefined || (broken && broken.line < header.line))
    throw new AppError('MERCHANTS_FILE_INVALID', { line: broken?.line ?? 1, detail: broken?.detail ?? 'the file is empty' });
  const columns = header.cells;
  checkHeader(columns, header.line);
  const problems: RowProblem[] = file.broken.map(({ line, text: row, detail }) => ({
    line,
    merchantId: row.split(',')[0] ?? '',
    code: 'column-count',
    field: null,
    detail,
  }));
  const rows: NumberedRow[] = [];
  for (const { line, cells } of records) {
    const [merchantId = '', name = ''] = cells;
    if (cells.length !== columns.length) problems.push({ line, merchantId, code: 'column-count', field: null, detail: `${cells.length}/${columns.length}` });
    else
      rows.push({
        line,
        row: {
          merchantId,
          name,
          answers: answersOf(
            columns.map((column, index) => [column, cells[index]] as const),
            parameters,
          ),
        },
      });
  }
  return { rows, problems, unknownColumns: columns.slice(2).filter((name) => parameters.schemaOf(name) === undefined) };
}

function parseList(text: string): { nodes: readonly Node[]; lineOf(node: Node): number } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  let at = 0;
  let line = 1;
  const lineAt = (offset: number): number => {
    for (; at < offset; at++) if (text[at] === '\n') line++;
    return line;
  };
  const first = errors[0];
  if (first) throw new AppError('MERCHANTS_FILE_INVALID', { line: lineAt(first.offset), detail: printParseErrorCode(first.error) });
  if (root?.type !== 'array') throw new AppError('MERCHANTS_FILE_INVALID', { line: 1, detail: 'the file is not a list of objects' });
  return { nodes: root.children ?? [], lineOf: (node) => lineAt(node.offset) };
}

function fromJson(text: string, parameters: ParameterSet): Unchecked {
  const { nodes, lineOf } = parseList(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const rows: NumberedRow[] = [];
  const problems: RowProblem[] = [];
  const unknownColumns = new Set<string>();
  for (const node of nodes) {
    const line = lineOf(node);
    if (node.type !== 'object') {
      problems.push({ line, merchantId: '', code: 'not-an-object', field: null, detail: node.type });
      continue;
    }
    // By key and value node: a key such as `__proto__` must not reach an object's prototype.
    const cells = new Map(
      (node.children ?? []).flatMap(({ children }) => (children?.[1] ? [[String(children[0]?.value), getNodeValue(children[1]) as unknown] as const] : [])),
    );
    const [merchantId, name] = [cells.get('merchantId'), cells.get('name')];
    cells.delete('merchantId');
    cells.delete('name');
    for (const key of cells.keys()) if (parameters.schemaOf(key) === undefined) unknownColumns.add(key);
    rows.push({
      line,
      row: { merchantId: typeof merchantId === 'string' ? merchantId : '', name: typeof name === 'string' ? name : '', answers: answersOf(cells, parameters) },
    });
  }
  return { rows, problems, unknownColumns: [...unknownColumns] };
}

/**
 * Reads a merchants file against a template's parameters. Bad rows are named by line and the others kept; a file that
 * cannot be read as a whole is `MERCHANTS_FILE_INVALID`.
 */
export function readMerchants(text: string, format: 'csv' | 'json', parameters: ParameterSet): NumberedMerchantsFile {
  const { rows, problems, unknownColumns } = format === 'csv' ? fromCsv(text, parameters) : fromJson(text, parameters);
  const checked = checkRows(rows, parameters);
  return {
    rows: checked.good.map(({ row }) => row),
    lines: checked.good.map(({ line }) => line),
    problems: [...problems, ...checked.problems].sort((a, b) => a.line - b.line),
    unknownColumns,
  };
}
