export {
  type AxmlAttribute,
  type AxmlBinding,
  type AxmlDocument,
  type AxmlElement,
  type AxmlNode,
  type AxmlPart,
  type AxmlValue,
  type BindingExpression,
  parseAxml,
} from './axml/index.ts';
export type { CompiledModule, CompiledProject, CompiledView, PackageSize } from './project/compiled-project.ts';
export { createManifest } from './project/create-manifest.ts';
export { ProjectCompiler } from './project/project-compiler.ts';
export { writeCompiled } from './project/write-compiled.ts';
export { createLineIndex, type LineIndex, type Position } from './source/line-index.ts';
export type { CompiledStyle } from './style/index.ts';
