export { isCompleteDefinition } from './complete-definition.ts';
export { reallyRequires, requiredModules } from './required-modules.ts';
export { applyAlias, type Resolver, resolveModule, resolvePackage } from './resolve-module.ts';
export { compileScriptFile, type ScriptFile } from './script-file.ts';
export { warmUp } from './transform.ts';
export { moduleParameters, shadowedNames, wrapModule } from './wrap-module.ts';
