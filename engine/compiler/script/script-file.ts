import { type ParseError, parse } from 'jsonc-parser';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { jsonProblem } from '../source/json-problem.ts';
import { Reporter } from '../source/reporter.ts';
import { requiredModules } from './required-modules.ts';
import { transformScript } from './transform.ts';

/** A module of the logic worker before its dependencies are known. */
export interface ScriptFile {
  path: string;
  /** CommonJS; of a module with syntax errors, a statement that throws the first one. */
  code: string;
  map: string | null;
  strict: boolean;
  /** It has syntax errors. */
  failed: boolean;
  /** What it requires, as written. */
  specifiers: string[];
  diagnostics: Diagnostic[];
}

/** Compiles one module: JavaScript, TypeScript or JSON by its extension. Never throws for what the file contains. */
export async function compileScriptFile(path: string, text: string): Promise<ScriptFile> {
  return path.endsWith('.json') ? compileJson(path, text) : compileCode(path, text);
}

async function compileCode(path: string, text: string): Promise<ScriptFile> {
  const report = new Reporter(path, text);
  const transformed = await transformScript(path, text);
  if (!transformed.ok) {
    for (const { text: reason, span } of transformed.errors) report.error('script-syntax', span, { reason });
    return failed(path, transformed.errors[0]?.text ?? '', report.diagnostics);
  }
  // What is odd in a package is not the project's to mend.
  if (!path.includes('/node_modules/')) for (const { text: reason, span } of transformed.warnings) report.warning('script-warning', span, { reason });
  const { code, map } = transformed;
  return {
    path,
    // Neither a directive nor `#!` means anything inside the function; lines must stay where they are.
    code: code.replace(/^"use strict";/, '').replace(/^#!/, '//'),
    map,
    strict: code.startsWith('"use strict";') || isModule(text, code),
    failed: false,
    specifiers: requiredModules(code),
    diagnostics: report.diagnostics,
  };
}

/** ES modules are strict; esbuild's output shows it unless all that one does is import for side effects. */
function isModule(text: string, code: string): boolean {
  return /^module\.exports = __toCommonJS\(|^var \w+ = __toESM\(require\(/m.test(code) || /^import\s*["']/m.test(text);
}

function compileJson(path: string, text: string): ScriptFile {
  const report = new Reporter(path, text);
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) report.error('json-syntax', { start: offset, end: offset + length }, { reason: jsonProblem(error) });
  return {
    path,
    code: `module.exports = ${JSON.stringify(value ?? {})};`,
    map: null,
    strict: true,
    failed: false,
    specifiers: [],
    diagnostics: report.diagnostics,
  };
}

function failed(path: string, reason: string, diagnostics: Diagnostic[]): ScriptFile {
  const code = `throw new SyntaxError(${JSON.stringify(`${path}: ${reason}`)});`;
  return { path, code, map: null, strict: true, failed: true, specifiers: [], diagnostics };
}
