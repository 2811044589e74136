import { isObject, type ProgramObject } from '../core/types.ts';
import { knowsComponent } from './component-attributes.ts';
import type { ApiEntry } from './table/api-entry.ts';
import { apiByName } from './table.ts';

const pageFeatures = new Set(['setData', '$spliceData', '$batchedUpdates', 'events', 'mixins', 'observers', 'onShareAppMessage', 'getOpenerEventChannel']);
const componentFeatures = new Set([
  ...['setData', '$spliceData', 'observers', 'relations', 'lifetimes', 'externalClasses', 'rootEvents', 'mixins', 'ref', 'virtualHost', 'styleIsolation'],
  ...['$selectComponent', '$selectAllComponents', 'selectOwnerComponent', 'selectComposedParentComponent', 'hasMixin'],
  ...['createSelectorQuery', 'createIntersectionObserver', 'createMediaQueryObserver'],
]);

export interface Surroundings {
  component2: boolean;
  systemInfo: ProgramObject;
}

/** Fields of what a call answers, where they are known. */
function resultOf({ name, result }: ApiEntry, { systemInfo }: Surroundings): ProgramObject | null {
  if (name === 'getSystemInfo' || name === 'getSystemInfoSync') return systemInfo;
  return isObject(result) ? result : null;
}

/**
 * `my.canIUse`: names of APIs from the table, of components with their attributes, and of features. Of an API's details
 * the fields of its answer are judged where they are known (`getSystemInfo.return.screenWidth`); its parameters are taken as there.
 */
export function canIUse(name: unknown, surroundings: Surroundings): boolean {
  const text = String(name).replace(/^my\./, '');
  const [first = '', second, third] = text.split('.');
  if (first === 'component2') return surroundings.component2;
  if (first === 'mixin') return true;
  if (first === 'page' && second) return pageFeatures.has(second);
  if (first === 'component' && second) return componentFeatures.has(second);
  const entry = apiByName.get(text) ?? apiByName.get(`${first}.${second}`) ?? apiByName.get(first);
  if (!entry) return knowsComponent(first, second, third);
  if (entry.tier === 3) return false;
  const asksForAnswer = entry.name === first && third !== undefined && /^(return|success|callback)$/.test(second ?? '');
  const answer = asksForAnswer ? resultOf(entry, surroundings) : null;
  return answer === null || third === undefined || Object.hasOwn(answer, third);
}
