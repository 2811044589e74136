import { type AnyNode, type ImportDeclaration, type Node, type Program, parse } from 'acorn';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { hashOf } from '../source/hash.ts';
import { Reporter } from '../source/reporter.ts';
import { addNames, type CheckedSjs, checkSjs } from './check-sjs.ts';
import { global, guard, own, SjsRenderer } from './render-sjs.ts';
import { sjsGlobalNames } from './sjs-syntax.ts';
import { verifySjs } from './verify-sjs.ts';

/** A parsed and checked SJS file. */
export interface SjsFile {
  path: string;
  text: string;
  /** Null when the file cannot be run at all. */
  module: { program: Program; checked: CheckedSjs } | null;
  /** Where it imports from, with the places of the specifiers. */
  imports: { specifier: string; start: number; end: number }[];
  diagnostics: Diagnostic[];
}

export interface CompiledSjs {
  /** `defineView("<path>", "<hash>", ($) => …);`, whose factory gives the exports. */
  code: string;
  hash: string;
  diagnostics: Diagnostic[];
}

export function parseSjs(path: string, text: string): SjsFile {
  const report = new Reporter(path, text);
  const file: SjsFile = { path, text, module: null, imports: [], diagnostics: report.diagnostics };
  try {
    const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
    const checked = checkSjs(program, report);
    if (checked.allowed) file.module = { program, checked };
    file.imports = program.body.flatMap((statement) => {
      if (!('source' in statement) || !statement.source) return [];
      return [{ specifier: String(statement.source.value), start: statement.source.start, end: statement.source.end }];
    });
  } catch (error) {
    const at = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
    const reason = error instanceof SyntaxError ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'too deeply nested';
    report.error('script-syntax', { start: at, end: Math.min(at + 1, text.length) }, { reason });
  }
  return file;
}

/** Compiles a parsed file. `table`: specifier → id of the imported module; a missing one is empty. */
export function compileSjs(file: SjsFile, table: Readonly<Record<string, string>>): CompiledSjs {
  const report = new Reporter(file.path, file.text);
  if (file.module) {
    try {
      const compiled = moduleText(file.path, bodyOf(file, file.module, table, report));
      verifySjs(compiled.code);
      return { ...compiled, diagnostics: report.diagnostics };
    } catch (error) {
      report.error('sjs-refused', { start: 0, end: 0 }, { reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { ...moduleText(file.path, `return ${guard}.exports({});`), diagnostics: report.diagnostics };
}

function moduleText(path: string, body: string): { code: string; hash: string } {
  const hash = hashOf(body);
  return { code: `defineView(${JSON.stringify(path)}, "${hash}", ($) => { "use strict"; const ${guard} = $.guard; ${body} });\n`, hash };
}

function bodyOf({ text }: SjsFile, { program, checked }: NonNullable<SjsFile['module']>, table: Readonly<Record<string, string>>, report: Reporter): string {
  const writer = new ModuleWriter(new SjsRenderer(text, checked.declared), table);
  const statements = program.body.map((statement) => writer.statement(statement as AnyNode)).join('\n');
  const { globals, unknown } = writer.renderer;
  for (const { name, node } of unknown) report.error('sjs-unknown-name', node, { name });
  for (const [name, node] of checked.implicit) report.error('sjs-unknown-name', node, { name });
  // A name that one function declares and another takes for the global one.
  const shared = [...checked.declared].filter((name) => sjsGlobalNames.has(name) && !checked.topLevel.has(name));
  const head = [...new Set([...globals, ...shared])].map((name) => `const ${global}${name} = ${guard}.globals.${name};`);
  const aliases = shared.map((name) => `const ${own}${name} = ${global}${name};`);
  const implicit = [...checked.implicit.keys()].map((name) => `let ${own}${name};`);
  const result = `return ${guard}.exports({ ${writer.exports.join(', ')} }${writer.stars.map((id) => `, ${id}`).join('')});`;
  return `${[...head, ...aliases, ...implicit, ...writer.imports].join(' ')} return (() => { ${statements}\n${result} })();`;
}

/** Writes the statements of a module: what it imports and exports becomes ordinary code. */
class ModuleWriter {
  readonly renderer: SjsRenderer;
  readonly imports: string[] = [];
  readonly exports: string[] = [];
  readonly stars: string[] = [];
  private readonly table: Readonly<Record<string, string>>;
  private count = 0;

  constructor(renderer: SjsRenderer, table: Readonly<Record<string, string>>) {
    this.renderer = renderer;
    this.table = table;
  }

  statement(node: AnyNode): string {
    switch (node.type) {
      case 'ImportDeclaration':
        return this.import(node);
      case 'ExportDefaultDeclaration':
        return this.exportDefault(node.declaration as AnyNode);
      case 'ExportAllDeclaration': {
        const id = this.module(String(node.source.value));
        if (node.exported) this.export(nameOf(node.exported), `${id}.names`);
        else this.stars.push(id);
        return '';
      }
      case 'ExportNamedDeclaration':
        return node.declaration ? this.exportDeclaration(node.declaration as AnyNode) : this.exportNames(node);
      default:
        return this.renderer.render(node);
    }
  }

  /** The variable of an imported module. */
  private module(specifier: string): string {
    const id = `I${this.count++}`;
    this.imports.push(`const ${id} = $.sjs(${JSON.stringify(this.table[specifier] ?? '')});`);
    return id;
  }

  private import({ source, specifiers }: ImportDeclaration): string {
    const id = this.module(String(source.value));
    for (const specifier of specifiers) {
      const local = own + specifier.local.name;
      if (specifier.type === 'ImportSpecifier') this.imports.push(`const ${local} = ${id}.names[${JSON.stringify(nameOf(specifier.imported))}];`);
      else this.imports.push(`const ${local} = ${id}.${specifier.type === 'ImportDefaultSpecifier' ? 'main' : 'names'};`);
    }
    return '';
  }

  private export(name: string, code: string): void {
    this.exports.push(`${JSON.stringify(name)}: ${code}`);
  }

  private exportDefault(declaration: AnyNode): string {
    if (declaration.type === 'FunctionDeclaration' && declaration.id) {
      this.export('default', own + declaration.id.name);
      return this.renderer.render(declaration);
    }
    this.export('default', 'd$');
    return `const d$ = (${this.renderer.render(declaration)});`;
  }

  private exportDeclaration(declaration: AnyNode): string {
    const names = new Set<string>();
    if (declaration.type === 'VariableDeclaration') for (const { id } of declaration.declarations) addNames(id, names);
    else if (declaration.type === 'FunctionDeclaration') addNames(declaration.id, names);
    for (const name of names) this.export(name, own + name);
    return this.renderer.render(declaration);
  }

  private exportNames({ source, specifiers }: AnyNode & { type: 'ExportNamedDeclaration' }): string {
    const id = source ? this.module(String(source.value)) : null;
    for (const { local, exported } of specifiers) {
      const code = id === null ? this.renderer.render(local) : `${id}.names[${JSON.stringify(nameOf(local))}]`;
      this.export(nameOf(exported), code);
    }
    return '';
  }
}

function nameOf(node: Node): string {
  const name = node as AnyNode;
  return name.type === 'Identifier' ? name.name : name.type === 'Literal' ? String(name.value) : '';
}
