export { type CompiledLess, compileLess, type LoadLess } from './less.ts';
export { hostClass, scopeClass } from './scope-class.ts';
export { compileStyleFile, type StyleFile, type StyleOptions, type StylePiece } from './style-file.ts';
export { assembleStyle, type CompiledStyle, filesOfStyle, type LinkedStyleFile } from './style-sheet.ts';
