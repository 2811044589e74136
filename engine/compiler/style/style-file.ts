import { type AtRule, type ChildNode, type Container, type CssSyntaxError, type Declaration, parse, type Root, type Rule } from 'postcss';
import safeParse from 'postcss-safe-parser';
import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import { Reporter } from '../source/reporter.ts';
import { rewriteSelector, type SelectorContext } from './selectors.ts';
import { rewriteCondition, rewriteValue, type ValueContext } from './values.ts';

export interface StyleOptions extends SelectorContext {
  responsive: boolean;
}

/** A piece of a style file: finished CSS, or another file that stands there. */
export type StylePiece = { type: 'css'; css: string } | { type: 'import'; specifier: string; media: string; span: Span };

export interface StyleFile {
  pieces: StylePiece[];
  /** `@font-face` rules, which only work at the document's level. */
  fontFaces: string;
  diagnostics: Diagnostic[];
}

/** Compiles one ACSS file without what it imports. Never throws: rules that cannot be read are left out. */
export function compileStyleFile(path: string, text: string, options: StyleOptions): StyleFile {
  const report = new Reporter(path, text);
  const root = parseStyle(text, report);
  const values: ValueContext = { path, responsive: options.responsive, onRelativeUrl: () => undefined };
  root.walk((node) => {
    if (node.type === 'decl') rewriteDeclaration(node, values, report);
    else if (node.type === 'rule') rewriteRule(node, options, report);
    else if (node.type === 'atrule' && /^(?:media|supports|container)$/i.test(node.name)) node.params = rewriteCondition(node.params, values);
  });
  const fontFaces = takeFontFaces(root);
  return { pieces: toPieces(root, report), fontFaces, diagnostics: report.diagnostics };
}

function parseStyle(text: string, report: Reporter): Root {
  try {
    return parse(text);
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const start = error.input?.offset ?? 0;
    report.error('acss-syntax', { start, end: start + 1 }, { reason: error.reason });
    return safeParse(text) as Root;
  }
}

function isSyntaxError(error: unknown): error is CssSyntaxError {
  return error instanceof Error && error.name === 'CssSyntaxError';
}

function spanOf(node: ChildNode): Span {
  const start = node.source?.start?.offset ?? 0;
  return { start, end: Math.max(start, node.source?.end?.offset ?? start) };
}

function rewriteDeclaration(node: Declaration, values: ValueContext, report: Reporter): void {
  node.value = rewriteValue(node.value, { ...values, onRelativeUrl: (url) => report.warning('acss-relative-url', spanOf(node), { url }) });
}

function rewriteRule(node: Rule, options: SelectorContext, report: Reporter): void {
  if (isKeyframe(node)) return;
  try {
    const written = node.selector;
    const { selector, problems } = rewriteSelector(written, options);
    node.selector = selector;
    const { start } = spanOf(node);
    const span = { start, end: start + written.length };
    const reserved = /(?<!\\)\.(?:a|am)-/.exec(written)?.[0];
    if (reserved) report.warning('acss-reserved-class', span, { name: reserved });
    for (const problem of problems) report.warning(`acss-${problem}-selector`, span, { selector: written });
  } catch (error) {
    const start = spanOf(node).start;
    report.error(
      'acss-selector',
      { start, end: start + node.selector.length },
      { selector: node.selector, reason: error instanceof Error ? error.message : String(error) },
    );
    node.remove();
  }
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name);
}

function takeFontFaces(root: Root): string {
  const found: string[] = [];
  root.walkAtRules(/^font-face$/i, (rule) => {
    found.push(rule.toString());
    rule.remove();
  });
  return found.join('\n');
}

function toPieces(root: Root, report: Reporter): StylePiece[] {
  const pieces: StylePiece[] = [];
  let css = '';
  const flush = (): void => {
    if (css.trim() !== '') pieces.push({ type: 'css', css });
    css = '';
  };
  for (const node of root.nodes) {
    if (node.type === 'atrule' && /^charset$/i.test(node.name)) continue;
    if (node.type !== 'atrule' || !/^import$/i.test(node.name)) {
      if (node.type !== 'comment') css += textOf(node);
      continue;
    }
    flush();
    const piece = toImport(node, report);
    if (piece) pieces.push(piece);
  }
  flush();
  return pieces;
}

function textOf(node: ChildNode): string {
  const text = node.toString();
  const ends = node.type === 'rule' || (node.type === 'atrule' && (node as Container).nodes !== undefined);
  return `${text}${ends ? '' : ';'}\n`;
}

function toImport(node: AtRule, report: Reporter): StylePiece | null {
  const match = /^(?:url\(\s*)?(?:"([^"]*)"|'([^']*)'|([^\s)"']+))\s*\)?\s*([\s\S]*)$/.exec(node.params);
  const specifier = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  if (specifier === '') report.error('acss-empty-import', spanOf(node));
  else if (/^(?:https?:)?\/\//i.test(specifier)) report.error('acss-remote-import', spanOf(node), { specifier });
  else return { type: 'import', specifier, media: match?.[4]?.trim() ?? '', span: spanOf(node) };
  return null;
}
