import type { PhoneInput, PhoneRequest } from '#shared/model/phone.ts';
import { treeOf, visibleText } from '../render/index.ts';
import type { PageRoot } from '../render/page-root.ts';
import { findAll } from '../render/selectors.ts';
import { findInTree } from './find-in-tree.ts';
import { layoutFindings, nodeDetails } from './node-details.ts';
import { tap, typeInto } from './person-input.ts';
import type { RunningProgram } from './running-program.ts';
import { takeScreenshot } from './screenshot.ts';

/** Refused with a sentence for the person who asked. */
function refuse(reason: string): never {
  throw new Error(reason);
}

function pageOf(program: RunningProgram): PageRoot {
  return program.renderer.top ?? refuse('No page is shown yet.');
}

/** What is on the page, else what lies above it: dialogs, sheets, bars. */
function elementsFor(program: RunningProgram, selector: string): HTMLElement[] {
  const page = pageOf(program);
  const onPage = findAll([page.content], selector);
  if (onPage.length > 0) return onPage;
  const inTree = findInTree(page, selector) ?? refuse(`${selector} is not a selector.`);
  const found = inTree.length > 0 ? inTree : around(program, selector);
  return found.length > 0 ? found : refuse(`No element matches ${selector}.`);
}

function around(program: RunningProgram, selector: string): HTMLElement[] {
  try {
    return [...program.screen.root.querySelectorAll<HTMLElement>(selector)];
  } catch {
    // A selector of AXML that CSS does not know, such as `>>>`.
    return [];
  }
}

function tapOn(program: RunningProgram, selector: string): void {
  const [element] = elementsFor(program, selector);
  if (element) tap(element, { movesFocus: true });
}

function typeValue(program: RunningProgram, selector: string, value: string): void {
  if (!elementsFor(program, selector).some((element) => typeInto(element, value))) refuse(`${selector} is not a field that takes text.`);
}

function snapshotOf(program: RunningProgram, data: unknown): Record<string, unknown> {
  const { renderer } = program;
  const page = pageOf(program);
  const instances = (data ?? []) as { id: number; data: Record<string, unknown> }[];
  return {
    page: page.opening.route,
    query: page.opening.query,
    pageStack: renderer.stack.flatMap((id) => renderer.page(id)?.opening.route ?? []),
    text: [visibleText(page.content), visibleText(program.screen.overlays.root)].filter((text) => text !== '').join('\n'),
    tree: treeOf(page),
    data: instances.find(({ id }) => id === page.opening.id)?.data ?? {},
  };
}

function mirror(program: RunningProgram, input: PhoneInput): void {
  if (input.kind === 'back') void program.backButton.press();
  else if (input.kind === 'tab') program.chooseTab(input.index);
  else program.person.repeat(input);
}

function navigate(program: RunningProgram, path: string, query: string): void {
  const { pages, tabBar } = program.renderer.environment.manifest;
  if (!pages.includes(path)) refuse(`There is no page ${path} in app.json.`);
  const isTab = tabBar?.items.some(({ pagePath }) => pagePath.replace(/^\//, '') === path) ?? false;
  const url = `/${path}${query === '' ? '' : `?${query}`}`;
  program.logic.send({ type: 'route', api: isTab && query === '' ? 'switchTab' : isTab ? 'reLaunch' : 'navigateTo', args: { url }, from: 'user' });
}

/** Answers what the workbench or `inspect` asks of the phone. Throws an `Error` with a sentence when it cannot. */
export async function answerRequest(program: RunningProgram, request: PhoneRequest): Promise<unknown> {
  const { logic, screen } = program;
  switch (request.kind) {
    case 'tap':
      return tapOn(program, request.selector);
    case 'input':
      return typeValue(program, request.selector, request.value);
    case 'idle':
      return program.idle(request.quietMs, request.timeoutMs);
    case 'snapshot':
      // A program that was stopped still shows its last page; its data went with its worker.
      return snapshotOf(program, program.ended ? null : await logic.ask({ kind: 'data' }));
    case 'tree':
      return treeOf(pageOf(program));
    case 'node':
      return nodeDetails(pageOf(program), request.nodeId);
    case 'highlight':
      return program.highlight.show(request.nodeId);
    case 'pick':
      return program.picker.set(request.on);
    case 'data':
      return logic.ask({ kind: 'data' });
    case 'set-data':
      return logic.ask({ kind: 'set-data', instanceId: request.instanceId, data: request.data });
    case 'evaluate':
      return logic.ask({ kind: 'evaluate', url: request.url });
    case 'storage':
      return logic.ask({ kind: 'storage' });
    case 'storage-set':
      return logic.ask({ kind: 'storage-set', key: request.key, value: request.value });
    case 'storage-remove':
      return logic.ask({ kind: 'storage-remove', key: request.key });
    case 'layout-findings': {
      const findings = layoutFindings(pageOf(program));
      program.marks.show(request.mark ? findings : []);
      return findings;
    }
    case 'screenshot':
      return takeScreenshot(screen.environment.device.pixelRatio);
    case 'mirror':
      return mirror(program, request.input);
    case 'navigate':
      return navigate(program, request.path, request.query);
    case 'back':
      return void program.backButton.press();
    case 'app-event':
      return logic.send({ type: 'app-event', name: request.event });
  }
}
