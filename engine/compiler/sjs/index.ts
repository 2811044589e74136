export { type CompiledSjs, compileSjs, parseSjs, type SjsFile } from './compile-sjs.ts';
