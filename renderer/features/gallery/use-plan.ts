import { useMemo } from 'react';
import type { Merchant } from '#shared/model/identity.ts';
import { merchantId as merchantIdSchema, type TemplateDetail } from '#shared/model/templates.ts';
import { useGenerate } from './generate-store.ts';
import { type Plan, planRows } from './plan-rows.ts';
import { type FieldProblem, readForm } from './read-field.ts';
import { type FormField, fieldsOf } from './schema-fields.ts';

export interface CurrentPlan {
  fields: FormField[];
  problems: Record<string, FieldProblem>;
  plan: Plan;
  /** What keeps it from starting; null when nothing does. */
  blockedBy: 'needRows' | 'needFolder' | 'needValues' | null;
}

/** What the dialog would generate as it stands. */
export function usePlan(template: TemplateDetail, merchants: readonly Merchant[]): CurrentPlan {
  const { target, texts, one, unticked, file, folder } = useGenerate();
  const fields = useMemo(() => fieldsOf(template.parameters), [template]);
  const { answers, problems } = useMemo(() => readForm(fields, texts), [fields, texts]);
  const plan = useMemo((): Plan => {
    if (target === 'many') return planRows({ merchants, unticked, answers, file: file?.content ?? null });
    const complete = merchantIdSchema.safeParse(one.merchantId).success && one.name !== '';
    return { rows: complete ? [{ ...one, answers }] : [], leftOut: [], duplicates: [], total: 1 };
  }, [target, merchants, unticked, answers, file, one]);
  // Values only matter to merchants that take them: a file alone brings its own.
  const usesForm = target === 'one' || plan.rows.length > (file?.content.rows.length ?? 0);
  const invalid = usesForm && Object.keys(problems).length > 0;
  const blockedBy = plan.rows.length === 0 ? 'needRows' : invalid ? 'needValues' : folder === null ? 'needFolder' : null;
  return { fields, problems, plan, blockedBy };
}
