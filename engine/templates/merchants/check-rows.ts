import { type MerchantRow, merchantId as merchantIdSchema, type RowProblem } from '#shared/model/templates.ts';
import type { ParameterSet } from '../pack/parameter-set.ts';

/** A row with the 1-based line that a person finds it on. */
export interface NumberedRow {
  line: number;
  row: MerchantRow;
}

function problemOf({ line, row }: NumberedRow, parameters: ParameterSet, seen: ReadonlySet<string>): RowProblem | null {
  const { merchantId, name, answers } = row;
  const problem = { line, merchantId };
  if (!merchantIdSchema.safeParse(merchantId).success)
    return { ...problem, code: 'merchant-id-invalid', field: 'merchantId', detail: merchantId.slice(0, 100) };
  if (seen.has(merchantId)) return { ...problem, code: 'merchant-id-twice', field: 'merchantId', detail: merchantId };
  if (name === '') return { ...problem, code: 'name-missing', field: 'name', detail: '' };
  const wrong = parameters.validate(parameters.complete(answers))[0];
  return wrong ? { ...problem, code: 'value-invalid', field: wrong.field, detail: wrong.detail } : null;
}

/** Separates the rows that can be generated from those that cannot. Of two rows with one id the first is kept. */
export function checkRows(rows: readonly NumberedRow[], parameters: ParameterSet): { good: NumberedRow[]; problems: RowProblem[] } {
  const seen = new Set<string>();
  const good: NumberedRow[] = [];
  const problems: RowProblem[] = [];
  for (const numbered of rows) {
    const problem = problemOf(numbered, parameters, seen);
    if (problem) problems.push(problem);
    else good.push(numbered);
    seen.add(numbered.row.merchantId);
  }
  return { good, problems };
}
