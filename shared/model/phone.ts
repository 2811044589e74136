import * as z from 'zod';
import type { PhoneEnvironment } from './device.ts';
import type { AppManifest } from './mini-program.ts';

/**
 * What a phone document and the engine say to each other over the phone's own origin.
 * The engine believes nothing a phone says: reports and host calls are parsed with these schemas.
 */

/** How the program is started. */
export interface LaunchOptions {
  /** Route without a leading slash. */
  path: string;
  /** As text: `a=1&b=2`. */
  query: string;
  scene: string;
}

/** One scripted answer to a `my.*` call. */
export const apiMock = z.object({
  api: z.string().max(100),
  /** `default` leaves the API as it is. */
  outcome: z.enum(['success', 'fail', 'default']),
  /** What `success` receives, or `{error, errorMessage}` for `fail`. */
  result: z.unknown().optional(),
  delayMs: z.number().int().min(0).max(60_000).default(0),
  /** True keeps the mock with the project without using it. */
  off: z.boolean().optional(),
});
export type ApiMock = z.infer<typeof apiMock>;

/** `GET /boot`: everything a phone needs before its first line runs. */
export interface PhoneBoot {
  manifest: AppManifest;
  launch: LaunchOptions;
  environment: PhoneEnvironment;
  appId: string;
  /** Stored values as JSON texts, by key. */
  storage: Record<string, string>;
  mocks: ApiMock[];
  /** URL of the script with every logic module. */
  logicUrl: string;
  /** A person watches: a device picture is drawn. False under `inspect`. */
  showStatusBar: boolean;
}

/** One value as a console shows it: cut to a depth and size, cycles and functions named. */
export const previewValue = z.unknown();

export const consoleLevel = z.enum(['debug', 'log', 'info', 'warn', 'error']);
export type ConsoleLevel = z.infer<typeof consoleLevel>;

/** `POST /report`: what happened in a phone, oldest first. */
export const phoneReport = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('console'),
    time: z.number(),
    level: consoleLevel,
    /** `system` lines are the phone's own: reloads, unsupported calls, the watchdog. */
    origin: z.enum(['program', 'system']),
    /** Arguments joined by one space: strings as they are, anything else as JSON. */
    text: z.string().max(100_000),
    /** JSON-able previews of the arguments, for unfolding. */
    values: z.array(previewValue).max(100),
    /** Raw stack of the worker or document. */
    stack: z.string().max(20_000).optional(),
  }),
  z.object({
    type: z.literal('call'),
    /** The same id is reported twice: when the call begins (`pending`) and when it ends. */
    id: z.number().int(),
    api: z.string().max(100),
    args: z.unknown().optional(),
    status: z.enum(['pending', 'success', 'fail']),
    result: z.unknown().optional(),
    mocked: z.boolean(),
    /** Milliseconds since the epoch. */
    startedAt: z.number(),
    ms: z.number().optional(),
    stack: z.string().max(20_000).optional(),
  }),
  z.object({
    type: z.literal('route'),
    /** Bottom to top. */
    stack: z.array(z.object({ id: z.number().int(), route: z.string(), query: z.record(z.string(), z.string()) })),
    title: z.string(),
  }),
  z.object({
    type: z.literal('performance'),
    time: z.number(),
    measure: z.enum(['set-data', 'first-screen', 'long-task', 'frames']),
    ms: z.number(),
    /** JSON size of a `setData`, frames per second, number of nodes. */
    amount: z.number(),
    detail: z.string().max(500),
  }),
  /** First page rendered and `onReady` called. */
  z.object({ type: z.literal('ready'), ms: z.number() }),
  z.object({ type: z.literal('storage'), key: z.string().nullable() }),
  /** The watchdog ended the program. */
  z.object({
    type: z.literal('stopped'),
    reason: z.enum(['busy', 'too-many-nodes', 'too-much-data', 'dialog-storm', 'navigation-loop', 'crashed', 'exited']),
    detail: z.string().max(2000),
  }),
  /** The engine wants the document to be loaded again: what had ended it was changed. */
  z.object({ type: z.literal('reload'), why: z.array(z.string()) }),
  z.object({ type: z.literal('input'), input: z.lazy(() => phoneInput) }),
  /** A key that belongs to the workbench, pressed while the keyboard was in the phone. */
  z.object({
    type: z.literal('key'),
    key: z.string().max(50),
    code: z.string().max(50),
    ctrlKey: z.boolean(),
    shiftKey: z.boolean(),
    altKey: z.boolean(),
    metaKey: z.boolean(),
  }),
  z.object({ type: z.literal('picked'), nodeId: z.number().int() }),
  z.object({ type: z.literal('reply'), requestId: z.number().int(), ok: z.boolean(), value: z.unknown().optional() }),
]);
export type PhoneReport = z.infer<typeof phoneReport>;

/** From the layer's root to the element: where each step was written and which of those beside it that is, so that a part that only one merchant has shifts nothing. */
const elementPath = z.array(z.string().max(1000)).max(200);
/** The visible page, or the dialogs and sheets above it. */
const inputLayer = z.enum(['page', 'overlay']).default('page');

/** What a person did on a phone, so that other phones can do the same. */
export const phoneInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tap'), path: elementPath, layer: inputLayer }),
  z.object({ kind: z.literal('input'), path: elementPath, layer: inputLayer, value: z.string().max(100_000) }),
  /** The key that ends typing. */
  z.object({ kind: z.literal('confirm'), path: elementPath, layer: inputLayer }),
  /** An empty path is the page itself. Positions in CSS pixels. */
  z.object({ kind: z.literal('scroll'), path: elementPath, top: z.number(), left: z.number() }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('tab'), index: z.number().int() }),
]);
export type PhoneInput = z.infer<typeof phoneInput>;

/** What the workbench or `inspect` may ask of a running phone; each is answered by a `reply` report. */
export const phoneRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tap'), selector: z.string().max(1000) }),
  z.object({ kind: z.literal('input'), selector: z.string().max(1000), value: z.string().max(1_000_000) }),
  /** Resolves when nothing has happened for `quietMs`, or after `timeoutMs`. */
  z.object({ kind: z.literal('idle'), quietMs: z.number().int(), timeoutMs: z.number().int() }),
  /** `{page, query, pageStack, text, tree, data}` of the visible page. */
  z.object({ kind: z.literal('snapshot') }),
  /** AXML tree of the visible page: `TreeNode`. */
  z.object({ kind: z.literal('tree') }),
  z.object({ kind: z.literal('node'), nodeId: z.number().int() }),
  z.object({ kind: z.literal('highlight'), nodeId: z.number().int().nullable() }),
  z.object({ kind: z.literal('pick'), on: z.boolean() }),
  z.object({ kind: z.literal('data') }),
  z.object({ kind: z.literal('set-data'), instanceId: z.number().int(), data: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('evaluate'), url: z.string().max(500) }),
  z.object({ kind: z.literal('storage') }),
  z.object({ kind: z.literal('storage-set'), key: z.string().max(1000), value: z.string() }),
  z.object({ kind: z.literal('storage-remove'), key: z.string().max(1000).nullable() }),
  /** `mark` draws the findings on the phone too, until it is asked without. */
  z.object({ kind: z.literal('layout-findings'), mark: z.boolean() }),
  z.object({ kind: z.literal('screenshot') }),
  z.object({ kind: z.literal('mirror'), input: phoneInput }),
  z.object({ kind: z.literal('navigate'), path: z.string().max(1000), query: z.string().max(10_000) }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('app-event'), event: z.enum(['hide', 'show', 'memory-warning', 'screenshot-taken']) }),
]);
export type PhoneRequest = z.infer<typeof phoneRequest>;

/** `GET /events`: one JSON text per line from the engine. */
export type PhoneCommand =
  | { type: 'request'; requestId: number; request: PhoneRequest }
  | { type: 'environment'; environment: PhoneEnvironment }
  | { type: 'mocks'; mocks: ApiMock[] }
  | { type: 'update'; update: AppUpdate }
  /** Something that happens to the program from outside: a socket's message. */
  | { type: 'push'; channel: string; payload: unknown }
  | { type: 'ping' };

/** A hot update. `why` names what changed: `pages/menu/menu.acss`. */
export type AppUpdate =
  | { kind: 'style'; manifest: AppManifest; styles: string[]; why: string[] }
  | { kind: 'template'; manifest: AppManifest; views: string[]; why: string[] }
  | { kind: 'logic'; manifest: AppManifest; logicUrl: string; modules: string[]; why: string[] }
  | { kind: 'app'; why: string[] };

/** One element, component or text of the visible page. */
export interface TreeNode {
  id: number;
  /** AXML name: `view`, `my-card`; `#text` for text. */
  name: string;
  kind: 'element' | 'component' | 'text' | 'page';
  attributes: Record<string, unknown>;
  text?: string;
  /** Where its tag begins in the AXML file. */
  source?: { file: string; line: number };
  children: TreeNode[];
}

/** An overflow or cut text. */
export interface LayoutFinding {
  kind: 'overflow' | 'cut-text';
  nodeId: number;
  name: string;
  text: string;
  /** CSS pixels beyond the box. */
  by: number;
  source?: { file: string; line: number };
}

/** Error object of every `my.*` call that fails. */
export interface ApiError {
  error: number;
  errorMessage: string;
}

/** `POST /host`: a `my.*` call that only the engine can answer; the engine has a schema per name. */
export const hostCall = z.object({ api: z.string().max(100), args: z.unknown().optional() });
export type HostCall = z.infer<typeof hostCall>;
export type HostAnswer = { ok: true; value: unknown } | { ok: false; error: ApiError };
