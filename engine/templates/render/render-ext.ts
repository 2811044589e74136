import type { LoadedTemplate } from '../pack/load-template.ts';
import type { Subject } from './project-template.ts';

/** The `ext.json` that a template gives one merchant; null when the template has none. Answers need not be complete. */
export function renderExt(template: LoadedTemplate, { merchant, answers }: Subject): Record<string, unknown> | null {
  const file = template.files.find(({ path }) => path === 'ext.json');
  if (file === undefined) return null;
  const text = file.kind === 'static' ? file.bytes.toString('utf8') : file.render({ merchant, answers: template.parameters.complete(answers) });
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}
