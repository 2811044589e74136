import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { hashOf } from '../source/hash.ts';
import { BlockWriter } from './block-writer.ts';
import { recursion } from './children.ts';

import { ModuleContext, type TemplateInput } from './context.ts';
import { finishFiles, openFile } from './files.ts';
import { literal } from './literal.ts';
import { Scope } from './scope.ts';

export interface GeneratedTemplate {
  /** `defineView("<path of the file>", "<hash>", ($) => …);` */
  code: string;
  hash: string;
  /** Ids of the SJS modules it needs. */
  dependencies: string[];
  /** Other AXML files whose content went into it. */
  sources: string[];
  diagnostics: Diagnostic[];
}

/**
 * Compiles the AXML of one page or component, with the templates and includes it uses, to a script that creates and
 * updates DOM nodes directly. Never throws for what a file contains.
 */
export function generateTemplate(input: TemplateInput): GeneratedTemplate {
  const module = new ModuleContext(input, recursion);
  const file = openFile(module, input.document);
  const writer = new BlockWriter('p');
  module.recursion.children({ module, file, writer, scope: file.within(Scope.ofInstance()), parent: 'p', inText: false }, input.document.children);
  finishFiles(module);
  const body = moduleBody(module, writer.finish());
  const hash = hashOf(body);
  return {
    code: `defineView(${literal(input.document.path)}, ${literal(hash)}, ($) => {\n${body}\n});\n`,
    hash,
    dependencies: [...module.modules.keys()],
    sources: [...module.sources],
    diagnostics: [...module.reporters.values()].flatMap((reporter) => reporter.diagnostics),
  };
}

function moduleBody(module: ModuleContext, render: string): string {
  const sjs = [...module.modules].map(([id, name]) => `const ${name} = $.sjs(${literal(id)});`);
  const constants = [...module.constants].map(([code, name]) => `const ${name} = ${code};`);
  const files = `[${module.files.map(literal).join(', ')}]`;
  return ['"use strict";', ...sjs, ...constants, ...module.functions, `return { files: ${files}, render: (i) => ${render} };`].join('\n');
}
