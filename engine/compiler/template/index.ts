export { attributeKind } from './attribute-kind.ts';
export type { TemplateInput, TemplateUnit } from './context.ts';
export { type GeneratedTemplate, generateTemplate } from './generate-template.ts';
export { constantText } from './value.ts';
