import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { AxmlDocument, AxmlElement, AxmlNode } from '../axml/index.ts';
import { Reporter } from '../source/reporter.ts';
import { builtInElements, htmlElements, structuralElements } from './built-in-elements.ts';

/** Finds what a template says that is read, but hardly meant. `components` are the tags that its unit may use. */
export function checkTemplate(document: AxmlDocument, components: Readonly<Record<string, string>>): Diagnostic[] {
  const report = new Reporter(document.path, document.text);
  const visit = (nodes: readonly AxmlNode[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      checkName(node, components, report);
      checkAttributes(node, report);
      visit(node.children);
    }
  };
  visit(document.children);
  return report.diagnostics;
}

function checkName({ name, nameSpan }: AxmlElement, components: Readonly<Record<string, string>>, report: Reporter): void {
  if (Object.hasOwn(components, name) || builtInElements.has(name) || structuralElements.has(name)) return;
  report.warning(htmlElements.has(name) ? 'axml-html-element' : 'axml-unknown-element', nameSpan, { name });
}

function checkAttributes(element: AxmlElement, report: Reporter): void {
  const find = (name: string) => element.attributes.find((attribute) => attribute.name === name);
  const loop = find('a:for');
  const key = find('key');
  if (element.name === 'block' && key) report.warning('axml-key-on-block', key.span);
  const hasKey = find('a:key') ?? (element.name === 'block' ? undefined : key);
  if (loop && !hasKey) report.warning('axml-missing-key', loop.span);
  for (const { name, nameSpan } of element.attributes) {
    const foreign = /^(?:wx|s|tt|qq|swan|v):?-?(?=(?:if|for|elif|else|key)\b)/.exec(name);
    if (foreign) report.warning('axml-foreign-attribute', nameSpan, { name, meant: `a:${name.slice(foreign[0].length)}` });
  }
}
