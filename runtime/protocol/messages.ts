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

/** Props that are functions cross as this marker; the worker makes a function that calls the owner's method. */
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
  /** JSON-able props with defaults filled in; functions and other values that cannot cross are left out. */
  props: Record<string, unknown>;
  data: Record<string, unknown>;
}

/** Worker → document. */
export type LogicMessage =
  | { type: 'booted' }
  | { type: 'open-page'; page: PageOpening }
  /** The whole stack, bottom to top; pages that are not in it are removed, the last one is shown. */
  | { type: 'stack'; pages: InstanceId[]; action: 'navigate' | 'redirect' | 'tab' | 'relaunch' | 'back' }
  /** One transmission: applied in order and committed once. `seq` is acknowledged by `rendered` when it is not 0. */
  | { type: 'update'; seq: number; updates: InstanceUpdate[]; startedAt: number; bytes: number }
  | { type: 'component-scopes'; scopes: ComponentScope[] }
  /** A `my.*` call that the document or the engine answers. `instance` is the page or component it was made for. */
  | { type: 'call'; callId: number; api: string; args: unknown; instance?: InstanceId }
  | { type: 'answer'; requestId: number; ok: boolean; value: unknown }
  | { type: 'report'; reports: PhoneReport[] }
  | { type: 'pong'; id: number };

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
  /** First render of a page and of every component in it is in the DOM. */
  | { type: 'page-rendered'; id: InstanceId }
  | { type: 'rendered'; seq: number; ms: number }
  /** One render pass met these components, in document order; answered by `component-scopes`. */
  | { type: 'create-components'; components: ComponentCreation[] }
  /** In the DOM, children before parents. */
  | { type: 'mounted'; ids: InstanceId[] }
  /** The owner's render changed these props (only the changed ones); answered by an `update`. */
  | { type: 'update-props'; changes: { id: InstanceId; props: Record<string, unknown> }[] }
  /** Left the DOM, children before parents. */
  | { type: 'unmounted'; ids: InstanceId[] }
  /** `method` is looked up on the page, or in the component's `methods`. */
  | { type: 'event'; id: InstanceId; method: string; event: EventPayload; args?: unknown[] }
  /** A page callback by name: `onReachBottom`, `onPageScroll`, `onPullDownRefresh`, `onTitleClick`, `onTabItemTap`… */
  | { type: 'page-event'; id: InstanceId; name: string; argument: unknown }
  | { type: 'app-event'; name: 'hide' | 'show' | 'memory-warning' | 'screenshot-taken' | 'network-change'; argument?: unknown }
  /** Something pushed outside a call: socket messages, intersection changes, canvas and keyboard events. */
  | { type: 'push'; channel: string; payload: unknown }
  /** Asked by the chrome: tab tapped, back pressed, a `navigator` tapped, address typed. */
  | { type: 'route'; api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'; args: Record<string, unknown>; from: 'user' | 'code' }
  | { type: 'result'; callId: number; ok: true; value: unknown }
  | { type: 'result'; callId: number; ok: false; error: ApiError }
  | { type: 'environment'; environment: PhoneEnvironment }
  | { type: 'mocks'; mocks: ApiMock[] }
  /** New code for modules that changed; pages of `recreate` start again with their route and query. */
  | { type: 'update-logic'; manifest: AppManifest; logicUrl: string; modules: string[] }
  | { type: 'update-manifest'; manifest: AppManifest }
  /** Answered by `answer`. */
  | { type: 'ask'; requestId: number; question: LogicQuestion }
  | { type: 'ping'; id: number };

export interface ComponentCreation {
  id: InstanceId;
  /** Unit path: `/components/card/card`. */
  path: string;
  page: InstanceId;
  /** The page or component whose template contains it. */
  owner: InstanceId;
  /** The component (or page) whose content it stands in, which differs from `owner` for slot content. */
  parent: InstanceId;
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
  /** Runs a script of the phone's own origin in the worker; answers a preview of its value. */
  | { kind: 'evaluate'; url: string }
  | { kind: 'storage' }
  | { kind: 'storage-set'; key: string; value: string }
  | { kind: 'storage-remove'; key: string | null };
