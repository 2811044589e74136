import { accountCalls } from '../chrome/calls/account-calls.ts';
import { tabBarCalls, titleBarCalls } from '../chrome/calls/bar-calls.ts';
import { apiError, type DocumentCalls, number, text } from '../chrome/calls/call.ts';
import { canvasCalls } from '../chrome/calls/canvas-calls.ts';
import { deviceCalls } from '../chrome/calls/device-calls.ts';
import { feedbackCalls } from '../chrome/calls/feedback-calls.ts';
import { pickerCalls } from '../chrome/calls/picker-calls.ts';
import { colorOf } from '../chrome/colors.ts';
import { dialogBox } from '../chrome/overlays.ts';
import { backgroundTopVariable } from '../components/page-meta.ts';
import type { LogicQuestion } from '../protocol/messages.ts';
import type { PageRoot } from '../render/page-root.ts';
import { findAll } from '../render/selectors.ts';
import { word } from '../words.ts';
import type { BackButton } from './back-button.ts';
import type { PageScroll } from './page-scroll.ts';
import type { PhoneScreen, ShownPage } from './phone-screen.ts';
import { queryCalls } from './query-calls.ts';

type ShareOptions = Extract<LogicQuestion, { kind: 'share' }>['options'];

export interface DocumentCallsContext {
  screen: PhoneScreen;
  backButton: BackButton;
  /** The page an instance belongs to; the visible one without an instance. */
  pageOf(instance: number | undefined): { root: PageRoot; shown: ShownPage; scroll: PageScroll } | null;
  /** Where selectors of an instance are looked up. */
  rootsOf(instance: number | undefined): Element[];
  pageEvent(page: number, name: string, argument: unknown): void;
  push(channel: string, payload: unknown): void;
  resourceUrl(address: string): string;
  keepFile(base64: string, extension: string): Promise<string>;
  exit(): void;
  share(page: number, options: ShareOptions): Promise<unknown>;
}

/** Every call that the document answers, by name. */
export function documentCalls(context: DocumentCallsContext): DocumentCalls {
  const { screen, pageOf, resourceUrl, keepFile, push } = context;
  const { overlays, tabBar } = screen;

  function page(instance: number | undefined): { root: PageRoot; shown: ShownPage; scroll: PageScroll } {
    const found = pageOf(instance);
    if (!found) throw apiError(3, 'There is no page yet');
    return found;
  }
  return {
    ...feedbackCalls(overlays),
    ...pickerCalls(overlays),
    ...accountCalls(overlays),
    ...deviceCalls({ overlays, environment: () => screen.environment, resourceUrl, keepFile }),
    ...titleBarCalls({
      changeTitleBar: (instance, change) => screen.changeTitle(page(instance).shown, change),
      resetTitleBar: (instance) => screen.resetTitle(page(instance).shown),
      titleBarOf: (instance) => screen.titleOf(page(instance).shown),
    }),
    ...tabBarCalls(tabBar, () => screen.redraw()),
    ...canvasCalls({
      resourceUrl,
      keepFile,
      canvasOf: (id, instance) => {
        const scope = [...context.rootsOf(instance), page(instance).root.content];
        const host = findAll(scope, 'canvas').find((element) => element.id === id || element.axml.attributes?.['canvas-id'] === id);
        return host?.querySelector('canvas') ?? null;
      },
    }),
    ...queryCalls({
      push,
      scopeOf: (instance) => {
        const found = pageOf(instance);
        return found && { page: found.root, roots: context.rootsOf(instance) };
      },
    }),
    ...scrollCalls(context, page),
    enableAlertBeforeUnload(args, instance) {
      context.backButton.askBefore(page(instance).shown.id, text(args, 'message'));
      return { success: true };
    },
    disableAlertBeforeUnload(_, instance) {
      context.backButton.forget(page(instance).shown.id);
      return { success: true };
    },
    loadFontFace: (args) => loadFontFace(text(args, 'family'), text(args, 'source'), resourceUrl),
    exitMiniProgram: () => context.exit(),
    navigateBackMiniProgram: () => context.exit(),
    async showSharePanel(args, instance) {
      const { shown } = page(instance);
      const shared = await context.share(shown.id, shareOptions(args));
      void overlays.dialog<object>((answer) => shareDialog(shared, answer));
    },
  };
}

/** Who asked: a button says so itself, everything else is code. */
function shareOptions({ from, target }: Record<string, unknown>): ShareOptions {
  if (from === 'menu') return { from };
  return from === 'button' ? { from, target: target as NonNullable<ShareOptions['target']> } : { from: 'code' };
}

function shareDialog(shared: unknown, answer: (value: object) => void): HTMLElement {
  const box = document.createElement('pre');
  box.textContent = JSON.stringify(shared, null, 2);
  return dialogBox<object>({ title: '', content: [box], buttons: [{ label: word('ok'), value: () => ({}), primary: true }] }, answer);
}

async function loadFontFace(family: string, source: string, resourceUrl: (address: string) => string): Promise<unknown> {
  const address = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(source)?.[1] ?? source;
  const face = new FontFace(family, `url(${JSON.stringify(resourceUrl(address))})`);
  try {
    document.fonts.add(await face.load());
  } catch {
    throw apiError(2, `The font ${address} cannot be loaded`);
  }
  return { status: 'loaded' };
}

function scrollCalls(
  context: DocumentCallsContext,
  page: (instance: number | undefined) => { root: PageRoot; shown: ShownPage; scroll: PageScroll },
): DocumentCalls {
  return {
    startPullDownRefresh(_, instance) {
      const { scroll, shown } = page(instance);
      scroll.startRefresh();
      context.pageEvent(shown.id, 'onPullDownRefresh', { from: 'code' });
      return { success: true };
    },
    stopPullDownRefresh: (_, instance) => page(instance).scroll.stopRefresh(),
    setCanPullDown: (args, instance) => page(instance).scroll.setCanPull(args.canPullDown !== false),
    pageScrollTo(args, instance) {
      const { root } = page(instance);
      const selector = text(args, 'selector');
      const target = selector === '' ? undefined : findAll([root.content], selector)[0];
      if (selector !== '' && !target) throw apiError(2, `No element matches ${selector}`);
      const offset = target ? target.getBoundingClientRect().top - root.content.getBoundingClientRect().top + number(args, 'offsetTop', 0) : 0;
      root.scroller.scrollTo({ top: target ? offset : number(args, 'scrollTop', 0), behavior: number(args, 'duration', 0) > 0 ? 'smooth' : 'instant' });
    },
    setBackgroundColor(args, instance) {
      const { root } = page(instance);
      root.element.style.background = colorOf(args.backgroundColor, root.element.style.background);
      if (args.backgroundColorTop !== undefined) root.element.style.setProperty(backgroundTopVariable, colorOf(args.backgroundColorTop, ''));
      return { success: true };
    },
  };
}
