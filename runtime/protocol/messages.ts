import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { ApiError, ApiMock, LaunchOptions, PhoneReport } from '#shared/model/phone.ts';

/**
 * What the logic worker and the phone document say to each other. Messages of one side arrive in order.
 * The document believes nothing the worker says beyond this shape, because mini-program code could forge it.
 */

/** A page or component instance; unique in a phone, given by the worker to pages and by the document to components. */
export type InstanceId = number;

/** Components are numbered by the document from here, pages by the worker from 1, so that both sides can give ids. */
export const firstComponentId = 1_000_000;

export type PathKey = string | number;

/** A change of an instance's data. An empty path replaces the value at the root. */
export type Patch = { path: PathKey[]; value: unknown } | { path: PathKey[]; splice: [start: number, deleteCount: number, ...items: unknown[]] };

/**
 * Props that are functions cross as this marker, in both directions. From the document (`onChange="pick"`): the worker
 * makes a function that calls the owner's method. To the document, in the props of a scope: the same marker again, so
 * that a template can hand the function on (`onTap="{{onTap}}"`) or ask whether it is there. A default function of the
 * component itself has the component as owner and `props.NAME` as method. An event whose handler is a marker is sent
 * with `id: owner` and `method`.
 */
export interface FunctionProp {
  $function: { owner: InstanceId; method: string };
}

export interface NodeTarget {
  id: string;
  tagName: string;
  dataset: Record<string, unknown>;
}

/** The event a handler receives; `targetDataset` is added to `target` by the worker. */
export interface EventPayload {
  type: string;
  timeStamp: number;
  target: NodeTarget;
  currentTarget: NodeTarget;
  detail: Record<string, unknown>;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
  mark?: Record<string, unknown>;
}

export interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

export interface PageOpening {
  id: InstanceId;
  /** Without leading slash. */
  route: string;
  query: Record<string, string>;
  /** Whether the tab bar shows under this page. */
  isTab: boolean;
  data: Record<string, unknown>;
}

/** One change of one instance, in the order the worker made them. */
export interface InstanceUpdate {
  id: InstanceId;
  /** Data patches; for components `props` are patches of the props part of the scope. */
  patches: Patch[];
  props?: Record<string, unknown>;
}

/** Why an instance of a component is answered: its initial scope after `onInit` and `deriveDataFromProps`. */
export interface ComponentScope {
  id: InstanceId;
  /** JSON-able props with defaults filled in; functions are `FunctionProp` markers, other values that cannot cross are left out. */
  props: Record<string, unknown>;
  data: Record<string, unknown>;
  /**
   * Classes that the owner gives it (`externalClasses` with the option of that name), as the component writes them in
   * its template; what stands for one is the prop of that name in camelCase.
   */
  externalClasses?: string[];
}

/** Worker → document. */
export type LogicMessage =
  | { type: 'booted' }
  /** The page's `onLoad` runs next: should it never end, this is its name. */
  | { type: 'entering'; route: string }
  | { type: 'open-page'; page: PageOpening }
  /**
   * The whole stack, bottom to top, whose last page is shown, and the tab pages that are kept alive beside it; pages
   * in neither are removed. `reload` puts new instances in the place of old ones, without a transition.
   */
  | { type: 'stack'; pages: InstanceId[]; kept: InstanceId[]; action: 'navigate' | 'redirect' | 'tab' | 'relaunch' | 'back' | 'reload' }
  /** The start page does not exist and the program did not go elsewhere. */
  | { type: 'page-not-found'; route: string }
  /**
   * One transmission: applied in order and committed once; acknowledged by `rendered` with the same `seq`.
   * A path whose middle is missing is created: an array before a number, else an object.
   */
  | { type: 'update'; seq: number; updates: InstanceUpdate[]; startedAt: number; bytes: number }
  | { type: 'component-scopes'; scopes: ComponentScope[] }
  /**
   * A `my.*` call that the document answers itself or hands on to `POST /host`, answered by `result`. What is asked of
   * whom, with arguments and results: `runtime/logic/my/table.ts`. `instance` is the page or component it is made for;
   * without it the visible page.
   */
  | { type: 'call'; callId: number; to: 'document' | 'host'; api: string; args: unknown; instance?: InstanceId }
  | { type: 'answer'; requestId: number; ok: boolean; value: unknown }
  /** `console`, `call`, `storage`, `ready` and `stopped`; `route` reports are the document's, which knows the title. */
  | { type: 'report'; reports: PhoneReport[] }
  /** Everything that was to be reported before has been sent. */
  | { type: 'pong'; id: number; work: PendingWork };

/** What the program still waits for. Idle means: no calls, renders or routes, and no timer that is due soon. */
export interface PendingWork {
  /** `my.*` calls without an answer. */
  calls: number;
  /** Updates and pages whose rendering has not been acknowledged. */
  renders: number;
  /** Route calls that wait for their turn. */
  routes: number;
  /** `setTimeout` timers that have not fired; intervals are not work. */
  timers: number;
  /** Milliseconds until the first of them fires; null when there is none. */
  nextTimerMs: number | null;
}

/** Document → worker. */
export type DocumentMessage =
  | {
      type: 'boot';
      manifest: AppManifest;
      launch: LaunchOptions;
      environment: PhoneEnvironment;
      appId: string;
      storage: Record<string, string>;
      mocks: ApiMock[];
      logicUrl: string;
    }
  /** First render of a page and of every component in it is in the DOM; `mounted` of those components was sent before. */
  | { type: 'page-rendered'; id: InstanceId }
  /**
   * The update is in the DOM, with everything that follows from it: components that it created have been sent as
   * `mounted`, removed ones as `unmounted`, changed props have been answered and committed.
   */
  | { type: 'rendered'; seq: number; ms: number }
  /** One render pass met these components, in document order; answered by `component-scopes`. */
  | { type: 'create-components'; components: ComponentCreation[] }
  /** In the DOM, children before parents. */
  | { type: 'mounted'; ids: InstanceId[] }
  /** The owner's render changed these props (only the changed ones; `undefined` when the attribute went away); answered by one `update`. */
  | { type: 'update-props'; changes: PropsChange[] }
  /** Left the DOM, children before parents. */
  | { type: 'unmounted'; ids: InstanceId[] }
  /** Keyed components that stand elsewhere among their siblings. */
  | { type: 'moved'; ids: InstanceId[] }
  /** `method` is looked up on the page, or in the component's `methods`; it receives the event, or `args` where SJS calls it. */
  | { type: 'event'; id: InstanceId; method: string; event: EventPayload; args?: unknown[] }
  /** A page callback by name: `onReachBottom`, `onPageScroll`, `onPullDownRefresh`, `onTitleClick`, `onKeyboardHeight`, `onResize`… */
  | { type: 'page-event'; id: InstanceId; name: string; argument: unknown }
  | { type: 'app-event'; name: 'hide' | 'show' | 'memory-warning' | 'screenshot-taken' | 'network-change'; argument?: unknown }
  /**
   * Something pushed outside a call: `socketOpen|socketMessage|socketError|socketClose` from the engine,
   * `intersection:<observer>`, `mediaQuery:<observer>`, or the name of a `my.on…` listener without `on`
   * (`userCaptureScreen`) with what the listener receives.
   */
  | { type: 'push'; channel: string; payload: unknown }
  /** Asked by the chrome: tab tapped (`switchTab` with `url`, also for the current tab), back pressed, a `navigator` tapped, address typed. */
  | { type: 'route'; api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'; args: Record<string, unknown>; from: 'user' | 'code' }
  | { type: 'result'; callId: number; ok: true; value: unknown }
  | { type: 'result'; callId: number; ok: false; error: ApiError }
  | { type: 'environment'; environment: PhoneEnvironment }
  | { type: 'mocks'; mocks: ApiMock[] }
  /** New code for modules that changed; pages that depend on them start again with their route and query. */
  | { type: 'update-logic'; manifest: AppManifest; logicUrl: string; modules: string[] }
  | { type: 'update-manifest'; manifest: AppManifest }
  /** Answered by `answer`. */
  | { type: 'ask'; requestId: number; question: LogicQuestion }
  | { type: 'ping'; id: number };

export interface PropsChange {
  id: InstanceId;
  props: Record<string, unknown>;
  /** When what selects the component changed. */
  elementId?: string;
  className?: string;
  dataset?: Record<string, unknown>;
}

export interface ComponentCreation {
  id: InstanceId;
  /** Unit path: `/components/card/card`. */
  path: string;
  page: InstanceId;
  /** The page or component whose template contains it. */
  owner: InstanceId;
  /** The component (or page) whose content it stands in, which differs from `owner` for slot content. */
  parent: InstanceId;
  /** Attributes: names in camelCase except `data-*`, values as evaluated, functions as `FunctionProp`. */
  props: Record<string, unknown>;
  /** Method of the owner that takes the instance: `ref="saveRef"`. */
  ref?: string;
  /** Attributes that select it: `#id`, `.class`. */
  elementId: string;
  className: string;
  dataset: Record<string, unknown>;
}

/** What the panels and `inspect` ask of the logic. */
export type LogicQuestion =
  /** Data and props of every live page and component. */
  | { kind: 'data' }
  | { kind: 'set-data'; instanceId: InstanceId; data: Record<string, unknown> }
  /**
   * Runs a script of the phone's own origin in the worker; answers a preview of its value. The script is
   * `defineEvaluation(function (my, getApp, getCurrentPages, console, require) { return (EXPRESSION); });`
   */
  | { kind: 'evaluate'; url: string }
  /** What `onShareAppMessage` of the page, or else of the app, returns; null when there is none. */
  | { kind: 'share'; instanceId: InstanceId; options: { from: 'button' | 'menu' | 'code'; target?: NodeTarget; webViewUrl?: string } }
  | { kind: 'storage' }
  | { kind: 'storage-set'; key: string; value: string }
  | { kind: 'storage-remove'; key: string | null };
