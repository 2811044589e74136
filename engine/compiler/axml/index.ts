export type * from './ast.ts';
export { type ParsedAxml, parseAxml } from './parse-axml.ts';
