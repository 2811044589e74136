export { usualLimits } from './project/check-packages.ts';
export type { CompiledProject } from './project/compiled-project.ts';
export { createManifest } from './project/create-manifest.ts';
export { ProjectCompiler } from './project/project-compiler.ts';
export { writeCompiled } from './project/write-compiled.ts';
