import type { Merchant } from '#shared/model/identity.ts';
import type { Answers, MerchantRow, MerchantsFile, RowProblem } from '#shared/model/templates.ts';

/** A merchant or row that is not generated, and why. */
export type LeftOut = { kind: 'merchant'; merchant: Merchant } | { kind: 'row'; problem: RowProblem };

export interface Plan {
  rows: MerchantRow[];
  leftOut: LeftOut[];
  /** Chosen and in the file: the row of the file is used. */
  duplicates: string[];
  /** Everything that was asked for: rows and left out. */
  total: number;
}

export interface PlanSources {
  /** As the platform has them now. */
  merchants: readonly Merchant[];
  /** Ids of authorised merchants that were unticked. */
  unticked: ReadonlySet<string>;
  /** For the merchants from the account; rows of the file bring their own. */
  answers: Answers;
  file: MerchantsFile | null;
}

/** Who gets a project. Whoever cannot get one never stops the others. */
export function planRows({ merchants, unticked, answers, file }: PlanSources): Plan {
  const inFile = new Set(file?.rows.map(({ merchantId }) => merchantId));
  const chosen = merchants.filter(({ authorisation, merchantId }) => authorisation === 'Authorized' && !unticked.has(merchantId));
  const duplicates = chosen.filter(({ merchantId }) => inFile.has(merchantId)).map(({ merchantId }) => merchantId);
  const fromAccount = chosen.filter(({ merchantId }) => !inFile.has(merchantId)).map(({ merchantId, name }): MerchantRow => ({ merchantId, name, answers }));
  const rows = [...fromAccount, ...(file?.rows ?? [])];
  const leftOut: LeftOut[] = [
    ...merchants.filter(({ authorisation }) => authorisation !== 'Authorized').map((merchant): LeftOut => ({ kind: 'merchant', merchant })),
    ...(file?.problems ?? []).map((problem): LeftOut => ({ kind: 'row', problem })),
  ];
  return { rows, leftOut, duplicates, total: rows.length + leftOut.length };
}
