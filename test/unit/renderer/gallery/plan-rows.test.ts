import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRows } from '#renderer/features/gallery/plan-rows.ts';
import { countResults, filterResults } from '#renderer/features/gallery/result-rows.ts';
import { type AuthorisationStatus, authorisationStatus, type Merchant } from '#shared/model/identity.ts';
import type { GeneratedProject, MerchantRow, MerchantsFile } from '#shared/model/templates.ts';

function merchant(merchantId: string, authorisation: AuthorisationStatus = 'Authorized'): Merchant {
  return {
    merchantId,
    name: `Shop ${merchantId}`,
    city: 'Singapore',
    country: 'SG',
    monogram: 'SH',
    colour: 1,
    authorisation,
    order: 'In Development',
    workspaceRole: null,
    expiresAt: null,
    reason: null,
    miniPrograms: [],
  };
}

function file(rows: MerchantRow[], problems: MerchantsFile['problems'] = []): MerchantsFile {
  return { rows, problems, unknownColumns: [] };
}

describe('who gets a project', () => {
  it('is every authorised merchant that is still ticked, with the common values', () => {
    const merchants = [merchant('A'), merchant('B'), merchant('C', 'Rejected')];
    const plan = planRows({ merchants, unticked: new Set(['B']), answers: { currency: 'SGD' }, file: null });
    expect(plan.rows).toEqual([{ merchantId: 'A', name: 'Shop A', answers: { currency: 'SGD' } }]);
    expect(plan.leftOut).toEqual([{ kind: 'merchant', merchant: merchants[2] }]);
    expect(plan.total).toBe(2);
  });

  it('adds the rows of a file with their own values, and names its bad ones', () => {
    const row = { merchantId: 'F', name: 'From file', answers: { currency: 'IDR' } };
    const problem = { line: 3, merchantId: 'bad id', code: 'merchant-id-invalid', field: 'merchantId', detail: 'bad id' } as const;
    const plan = planRows({ merchants: [merchant('A')], unticked: new Set(), answers: { currency: 'SGD' }, file: file([row], [problem]) });
    expect(plan.rows.map(({ merchantId }) => merchantId)).toEqual(['A', 'F']);
    expect(plan.rows[1]).toEqual(row);
    expect(plan.leftOut).toEqual([{ kind: 'row', problem }]);
    expect(plan.total).toBe(3);
  });

  it('takes a merchant once when it is chosen and in the file: with the values of the file', () => {
    const row = { merchantId: 'A', name: 'From file', answers: { currency: 'IDR' } };
    const plan = planRows({ merchants: [merchant('A'), merchant('B')], unticked: new Set(), answers: {}, file: file([row]) });
    expect(plan.duplicates).toEqual(['A']);
    expect(plan.rows).toEqual([{ merchantId: 'B', name: 'Shop B', answers: {} }, row]);
  });

  it('never loses or repeats anybody, whatever is combined', () => {
    const id = fc.constantFrom<string>('A', 'B', 'C', 'D', 'E', 'F');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(id, fc.constantFrom(...authorisationStatus.options)), { selector: ([key]) => key }),
        fc.uniqueArray(id),
        fc.array(id),
        (accounts, inFile, unticked) => {
          const merchants = accounts.map(([key, status]) => merchant(key, status));
          const rows = inFile.map((key): MerchantRow => ({ merchantId: key, name: key, answers: {} }));
          const plan = planRows({ merchants, unticked: new Set(unticked), answers: {}, file: file(rows) });
          const planned = plan.rows.map(({ merchantId }) => merchantId);
          expect(new Set(planned).size).toBe(planned.length);
          for (const key of inFile) expect(planned).toContain(key);
          for (const { merchantId, authorisation } of merchants) {
            const wanted = inFile.includes(merchantId) || (authorisation === 'Authorized' && !unticked.includes(merchantId));
            expect(planned.includes(merchantId)).toBe(wanted);
            if (authorisation !== 'Authorized')
              expect(plan.leftOut).toContainEqual({ kind: 'merchant', merchant: merchants.find((one) => one.merchantId === merchantId) });
          }
          expect(plan.total).toBe(plan.rows.length + plan.leftOut.length);
        },
      ),
    );
  });
});

describe('results', () => {
  const project = (merchantId: string, status: GeneratedProject['status']): GeneratedProject => ({ merchantId, name: merchantId, display: merchantId, status });
  const projects = [project('A', 'created'), project('B', 'failed'), project('C', 'identical'), project('D', 'created')];

  it('are counted and filtered by status', () => {
    expect(countResults(projects)).toEqual({ all: 4, created: 2, identical: 1, failed: 1 });
    expect(filterResults(projects, 'created').map(({ merchantId }) => merchantId)).toEqual(['A', 'D']);
    expect(filterResults(projects, 'all')).toHaveLength(4);
  });
});
