import type { AxmlDocument } from '../axml/ast.ts';
import { createLineIndex, type LineIndex } from '../source/line-index.ts';
import { Reporter } from '../source/reporter.ts';
import type { Scope, Variable } from './scope.ts';
import type { Recursion } from './site.ts';

/** The page or component a template is compiled for; templates it imports are compiled into it. */
export interface TemplateUnit {
  kind: 'page' | 'component';
  /** Class that every element gets, for styles that must not reach others; null when styles are shared. */
  scopeClass: string | null;
  /** Tag → component path. */
  components: Readonly<Record<string, string>>;
}

export interface TemplateInput {
  document: AxmlDocument;
  unit: TemplateUnit;
  /** Project path of `specifier` as written in the file `from`, or null when there is none. */
  resolve(specifier: string, from: string, extension: '.axml' | '.sjs'): string | null;
  /** The syntax tree of another AXML file, or null when it is missing. */
  load(path: string): AxmlDocument | null;
}

/** What is shared by everything that goes into one module. */
export class ModuleContext {
  readonly input: TemplateInput;
  readonly recursion: Recursion;
  /** Files whose elements are in the module; an element's source is `index * sourceFileFactor + line`. */
  readonly files: string[] = [];
  /** SJS module ids → variable. */
  readonly modules = new Map<string, string>();
  /** Declarations at the start of the module, by code. */
  readonly constants = new Map<string, string>();
  readonly functions: string[] = [];
  /** AXML files that the module depends on, besides its own. */
  readonly sources = new Set<string>();
  /** Files by path, except those that are included. */
  readonly opened = new Map<string, FileContext>();
  /** Template bodies still to be generated. */
  readonly pending: (() => void)[] = [];
  /** Files whose table of templates is used. */
  readonly tables = new Set<FileContext>();
  readonly reporters = new Map<string, Reporter>();
  /** How often something was included. */
  includes = 0;
  private counter = 0;

  constructor(input: TemplateInput, recursion: Recursion) {
    this.input = input;
    this.recursion = recursion;
  }

  /** A name that no other variable of the module has. */
  name(prefix: string): string {
    return `${prefix}${++this.counter}`;
  }

  /** A constant of the module that holds the value of `code`. */
  constant(code: string): string {
    const known = this.constants.get(code);
    if (known) return known;
    const name = this.name('k');
    this.constants.set(code, name);
    return name;
  }

  module(id: string): string {
    const known = this.modules.get(id);
    if (known) return known;
    const name = this.name('m');
    this.modules.set(id, name);
    return name;
  }
}

/** Lines of one file are counted from here. */
const sourceFileFactor = 1_000_000;

/** One AXML file: what its elements may name. */
export class FileContext {
  readonly document: AxmlDocument;
  readonly report: Reporter;
  readonly modules: [string, Variable][] = [];
  /** Templates written in this file: name → function. */
  readonly own = new Map<string, string>();
  /** Templates of the files it imports. */
  readonly imported: Map<string, string>;
  /** Files being included, outermost first. */
  readonly including: readonly string[];
  private readonly index: number;
  private readonly lines: LineIndex;
  private table: string | null = null;
  private readonly module: ModuleContext;

  /** @param includer the file that includes this one: what it may name can be named here too. */
  constructor(module: ModuleContext, document: AxmlDocument, includer?: FileContext) {
    this.module = module;
    this.document = document;
    this.including = [...(includer?.including ?? []), document.path];
    this.imported = new Map([...(includer?.imported ?? []), ...(includer?.own ?? [])]);
    const known = module.reporters.get(document.path);
    this.report = known ?? new Reporter(document.path, document.text);
    module.reporters.set(document.path, this.report);
    if (!module.files.includes(document.path)) module.files.push(document.path);
    this.index = module.files.indexOf(document.path);
    this.lines = createLineIndex(document.text);
  }

  /** The number that says where an element stands. */
  sourceOf(offset: number): number {
    return this.index * sourceFileFactor + this.lines.positionAt(offset).line + 1;
  }

  hasTemplate(name: string): boolean {
    return this.own.has(name) || this.imported.has(name);
  }

  /** The variable of the table of templates that this file may use. */
  templateTable(): string {
    this.module.tables.add(this);
    this.table ??= this.module.name('templates');
    return this.table;
  }

  within(scope: Scope): Scope {
    return scope.child(this.modules);
  }
}
