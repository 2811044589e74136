import { hashOf } from '../source/hash.ts';
import type { StyleFile } from './style-file.ts';

export interface CompiledStyle {
  css: string;
  /** `@font-face` rules; a document's sheet must take them, shadow roots ignore them. */
  fontFaces: string;
  hash: string;
}

/** A compiled file with what its imports resolved to, in the order of its `import` pieces; null for one that was not found. */
export interface LinkedStyleFile extends StyleFile {
  imports: (string | null)[];
}

/** Imports that import each other can multiply a sheet without end. */
const maximumBytes = 8 * 1024 * 1024;

/**
 * Puts a style sheet together from its file and everything it imports, each where it is imported.
 * A file that imports itself, directly or not, is left out the second time.
 */
export function assembleStyle(path: string, files: ReadonlyMap<string, LinkedStyleFile>): CompiledStyle {
  const css: string[] = [];
  const fontFaces = new Set<string>();
  let bytes = 0;
  const visit = (current: string, open: readonly string[]): void => {
    const file = files.get(current);
    if (!file || open.includes(current) || bytes > maximumBytes) return;
    if (file.fontFaces !== '') fontFaces.add(file.fontFaces);
    let next = 0;
    for (const piece of file.pieces) {
      if (piece.type === 'css') {
        css.push(piece.css);
        bytes += piece.css.length;
        continue;
      }
      const target = file.imports[next++];
      if (!target) continue;
      if (piece.media !== '') css.push(`@media ${piece.media} {\n`);
      visit(target, [...open, current]);
      if (piece.media !== '') css.push('}\n');
    }
  };
  visit(path, []);
  const whole = css.join('');
  const faces = [...fontFaces].join('\n');
  return { css: whole, fontFaces: faces, hash: hashOf(`${whole}\0${faces}`) };
}

/** Every file of a sheet: its own and what it imports. */
export function filesOfStyle(path: string, files: ReadonlyMap<string, LinkedStyleFile>): string[] {
  const found = new Set<string>();
  const visit = (current: string): void => {
    if (found.has(current)) return;
    found.add(current);
    for (const target of files.get(current)?.imports ?? []) if (target) visit(target);
  };
  visit(path);
  return [...found];
}
