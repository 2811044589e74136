export { detail, type Gallery, openGallery, summarise } from './gallery.ts';
export type { FailureReason } from './generate/generate-project.ts';
export { type GenerateOptions, type GenerateResult, generateProjects, type ProjectResult } from './generate/generate-projects.ts';
export { type NumberedMerchantsFile, readMerchants } from './merchants/read-merchants.ts';
export { readPlainMerchants } from './merchants/read-plain-merchants.ts';
export { type LoadedTemplate, loadTemplate } from './pack/load-template.ts';
export { renderExt } from './render/render-ext.ts';
export { createTemplatesRouter, type TemplatesDependencies } from './router.ts';
