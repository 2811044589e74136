import type { EventPayload, NodeTarget, TouchPoint } from '../protocol/messages.ts';
import { isFunctionProp } from './function-prop.ts';
import { type AxmlElementNode, metaOf } from './meta.ts';
import { callSjs, elementCaller } from './sjs-calls.ts';

/** An event as AXML knows it. */
export interface AxmlEvent {
  /** `tap`, `touchStart`, `scrollToLower`. */
  type: string;
  detail: Record<string, unknown>;
  /** Goes on to the elements around; touch events do. */
  bubbles?: boolean;
  touches?: TouchPoint[];
  changedTouches?: TouchPoint[];
}

/** Whether AXML has a handler for the event on the element itself. */
export function listens(element: AxmlElementNode, type: string): boolean {
  const { handlers } = element.axml;
  if (!handlers) return false;
  const name = type.toLowerCase();
  return Boolean(handlers[`on:${name}`] || handlers[`catch:${name}`] || handlers[`capture-on:${name}`] || handlers[`capture-catch:${name}`]);
}

/** Runs the handlers for an event that happened to `target`: capture phase first, then bubbling. Returns whether there were any. */
export function emitEvent(target: Element, event: AxmlEvent): boolean {
  const path = event.bubbles ? pathFrom(target) : hasMeta(target) ? [target] : [];
  const [origin] = path;
  if (!origin) return false;
  const occurrence: Occurrence = { event, origin, path, name: event.type.toLowerCase(), timeStamp: Date.now(), handled: false };
  const captures = event.bubbles ? [...path].reverse() : path;
  for (const element of captures) if (runHandlers(occurrence, element, 'capture-')) return true;
  for (const element of path) if (runHandlers(occurrence, element, '')) return true;
  return occurrence.handled;
}

interface Occurrence {
  event: AxmlEvent;
  origin: AxmlElementNode;
  path: AxmlElementNode[];
  name: string;
  timeStamp: number;
  handled: boolean;
}

function hasMeta(node: Node): node is AxmlElementNode {
  return metaOf(node) !== undefined;
}

/** The AXML elements around a node, innermost first. */
function pathFrom(target: Element): AxmlElementNode[] {
  const path: AxmlElementNode[] = [];
  for (let node: Node | null = target; node; node = node.parentNode) if (hasMeta(node)) path.push(node);
  return path;
}

/** Returns whether a handler keeps the event from going on. */
function runHandlers(occurrence: Occurrence, element: AxmlElementNode, phase: 'capture-' | ''): boolean {
  const { handlers } = element.axml;
  if (!handlers) return false;
  const on = handlers[`${phase}on:${occurrence.name}`];
  const caught = handlers[`${phase}catch:${occurrence.name}`];
  if (on) runHandler(occurrence, element, on);
  if (caught) runHandler(occurrence, element, caught);
  return Boolean(caught);
}

function runHandler(occurrence: Occurrence, element: AxmlElementNode, handler: unknown): void {
  const { instance } = element.axml;
  occurrence.handled = true;
  const payload = payloadOf(occurrence, element);
  if (typeof handler === 'function') callSjs(elementCaller(element), handler, [withTargetDataset(payload)]);
  else if (isFunctionProp(handler))
    instance.page.environment.send({ type: 'event', id: handler.$function.owner, method: handler.$function.method, event: payload });
  else if (typeof handler === 'string') instance.page.environment.send({ type: 'event', id: instance.id, method: handler, event: payload });
}

function payloadOf({ event, origin, path, timeStamp }: Occurrence, element: AxmlElementNode): EventPayload {
  const payload: EventPayload = {
    type: event.type,
    timeStamp,
    target: targetOf(origin),
    currentTarget: targetOf(element),
    detail: event.detail,
    mark: marksOf(path),
  };
  if (event.touches) payload.touches = event.touches;
  if (event.changedTouches) payload.changedTouches = event.changedTouches;
  return payload;
}

/** What the logic does for its handlers: `target.dataset` is that of the element with the handler. */
function withTargetDataset(payload: EventPayload): object {
  const { target, currentTarget } = payload;
  return { ...payload, target: { ...target, dataset: currentTarget.dataset, targetDataset: target.dataset } };
}

/** An element as events name it. */
export function targetOf(element: AxmlElementNode): NodeTarget {
  const { axml } = element;
  return { id: element.id, tagName: axml.name, dataset: { ...axml.data } };
}

/** `mark:` of all elements and components on the way; the innermost wins. */
function marksOf(path: readonly AxmlElementNode[]): Record<string, unknown> {
  let marks: Record<string, unknown> = {};
  for (const [at, { axml }] of path.entries()) {
    marks = mergeMarks(marks, axml.marks);
    // Where the way leaves a component for good, the component itself is next on it.
    const around = path.slice(at + 1);
    for (let { place } = axml.instance; place && !around.some((element) => element.axml.instance.place === place); place = place.parent.place)
      marks = mergeMarks(marks, place.marks);
  }
  return marks;
}

function mergeMarks(inner: Record<string, unknown>, marks: Record<string, unknown> | null): Record<string, unknown> {
  return marks ? { ...marks, ...inner } : inner;
}
