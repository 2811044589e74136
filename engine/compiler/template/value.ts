import type { AxmlBinding, AxmlPart, AxmlValue } from '../axml/ast.ts';
import type { Reporter } from '../source/reporter.ts';
import { Dependencies } from './dependencies.ts';
import { type CompiledExpression, compileExpression, undefinedValue } from './expression.ts';
import { literal } from './literal.ts';
import type { Scope } from './scope.ts';

/**
 * Code of an attribute's value or a text: a lone binding keeps its JavaScript type, mixed text is a string,
 * an attribute without a value is true.
 */
export function compileValue(value: AxmlValue | null, scope: Scope, report: Reporter): CompiledExpression {
  if (!value) return { code: 'true', dependencies: new Dependencies(), path: null };
  const [only, ...others] = value.parts;
  if (!only) return text('');
  if (others.length === 0 && only.type === 'binding') return compileBinding(only, scope, report);
  return compileText(value.parts, scope, report);
}

/** Text with bindings: always a string; null and undefined are nothing. */
export function compileText(parts: readonly AxmlPart[], scope: Scope, report: Reporter): CompiledExpression {
  if (parts.every((part) => part.type === 'literal')) return text(parts.map((part) => part.text).join(''));
  const dependencies = new Dependencies();
  const codes = parts.map((part) => {
    if (part.type === 'literal') return literal(part.text);
    const compiled = compileBinding(part, scope, report);
    dependencies.addAll(compiled.dependencies);
    return `$.str(${compiled.code})`;
  });
  return { code: codes.join(' + '), dependencies, path: null };
}

function compileBinding({ expression, span }: AxmlBinding, scope: Scope, report: Reporter): CompiledExpression {
  if (expression.type === 'expression' || expression.type === 'object') return compileExpression(expression.node, scope, report);
  if (expression.type === 'this-item') report.error('template-this-outside-key', span);
  return expression.type === 'empty' ? text('') : undefinedValue();
}

function text(constant: string): CompiledExpression {
  return { code: literal(constant), dependencies: new Dependencies(), path: null, constant };
}

/** The text of a value without bindings, or null. */
export function constantText(value: AxmlValue | null): string | null {
  if (!value || value.parts.some((part) => part.type === 'binding')) return null;
  return value.parts.map((part) => (part.type === 'literal' ? part.text : '')).join('');
}
