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
      checkAttributes(node, components, report);
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

function checkAttributes(element: AxmlElement, components: Readonly<Record<string, string>>, report: Reporter): void {
  const find = (name: string) => element.attributes.find((attribute) => attribute.name === name);
  const loop = find('a:for');
  const key = find('key');
  if (element.name === 'block' && key) report.warning('axml-key-on-block', key.span);
  const hasKey = find('a:key') ?? (element.name === 'block' ? undefined : key);
  if (loop && !hasKey) report.warning('axml-missing-key', loop.span);
  const isComponent = Object.hasOwn(components, element.name);
  for (const { name, nameSpan } of element.attributes) {
    const meant = directiveMeant(name) ?? (isComponent ? null : eventMeant(name));
    if (meant !== null) report.warning('axml-foreign-attribute', nameSpan, { name, meant });
    else if (name.startsWith('a:') && !directives.has(name)) report.warning('axml-unknown-directive', nameSpan, { name });
  }
}

const directives = new Set(['a:if', 'a:elif', 'a:else', 'a:for', 'a:for-items', 'a:for-item', 'a:for-index', 'a:key']);

/** `wx:if` and the like, and `a:elseif`. */
function directiveMeant(name: string): string | null {
  const foreign = /^(?:wx|s|tt|qq|swan|v):?-?(?=(?:if|for|elif|else|key)\b)/.exec(name);
  if (foreign) return `a:${name.slice(foreign[0].length)}`;
  return /^a:else-?if$/i.test(name) ? 'a:elif' : null;
}

const eventNames =
  'Tap LongTap TouchStart TouchMove TouchEnd TouchCancel TransitionEnd AnimationStart AnimationEnd Appear Disappear Scroll ScrollToUpper ScrollToLower Input Change Changing Confirm Focus Blur Submit Reset Load Error';
const events = new Map([...eventNames.split(' ').map((name): [string, string] => [name.toLowerCase(), name]), ['longpress', 'LongTap'], ['click', 'Tap']]);

/** Handlers as other platforms write them: `bindtap`, `bind:tap`, `catchtap`, `ontap`, `@tap`. */
function eventMeant(name: string): string | null {
  const [, capture = '', kind = '', event = ''] = /^(capture-)?(bind:?|catch:?|on:?|@)([a-z]+)$/.exec(name) ?? [];
  const meant = events.get(event);
  return meant === undefined ? null : `${capture}${kind.startsWith('catch') ? 'catch' : 'on'}${meant}`;
}
