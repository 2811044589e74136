export type { TemplateInput, TemplateUnit } from './context.ts';
export { type GeneratedTemplate, generateTemplate } from './generate-template.ts';
