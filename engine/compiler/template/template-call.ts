import type { Expression } from 'acorn';
import type { AxmlBinding, AxmlElement } from '../axml/ast.ts';
import { Dependencies } from './dependencies.ts';
import { compileExpression, entryName } from './expression.ts';
import { changeOf } from './list.ts';
import { literal } from './literal.ts';
import type { Site } from './site.ts';
import { compileValue, constantText } from './value.ts';

/** Code of `<template is data>`: a function of the module, called with a scope of its own. */
export function generateTemplateCall(site: Site, element: AxmlElement): void {
  const { module, file, writer } = site;
  const is = element.attributes.find(({ name }) => name === 'is');
  const data = element.attributes.find(({ name }) => name === 'data')?.value;
  const name = compileValue(is?.value ?? null, site.scope, file.report);
  const wanted = is ? constantText(is.value) : null;
  if (is && wanted !== null && !file.hasTemplate(wanted)) file.report.error('template-unknown-template', is.span, { name: wanted });
  const { code, change, dependencies } = generateData(
    site,
    data?.parts.find((part) => part.type === 'binding'),
  );
  const call = module.name('d');
  writer.create(`const ${call} = $.template(${site.parent}, i, () => ${file.templateTable()});`);
  writer.update(Dependencies.of(name.dependencies, dependencies), `${call}.run($.str(${name.code}), ${code}, ${change});`);
  writer.place(site.parent, null, `${call}.end`);
}

interface TemplateData {
  code: string;
  /** What changed in the scope of the template. */
  change: string;
  dependencies: Dependencies;
}

function generateData(site: Site, binding: AxmlBinding | undefined): TemplateData {
  const expression = binding?.expression;
  if (expression?.type !== 'expression' && expression?.type !== 'object') return { code: 'null', change: 'void 0', dependencies: new Dependencies() };
  const whole = compileExpression(expression.node, site.scope, site.file.report);
  if (expression.node.type !== 'ObjectExpression') return { code: whole.code, change: `f ? true : ${changeOf(whole)}`, dependencies: whole.dependencies };
  const changes = expression.node.properties.map((entry) => {
    if (entry.type === 'SpreadElement') return `null, ${changeOf(compiled(site, entry.argument))}`;
    const name = entryName(entry);
    return name === null ? `null, true` : `${literal(name)}, ${changeOf(compiled(site, entry.value))}`;
  });
  return { code: whole.code, change: `f ? true : $.changes([${changes.join(', ')}])`, dependencies: whole.dependencies };
}

/** Problems have been told when the whole was compiled. */
function compiled(site: Site, node: Expression) {
  const silent = { error: () => undefined };
  return compileExpression(node, site.scope, silent);
}
