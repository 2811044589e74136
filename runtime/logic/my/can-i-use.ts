import { apiByName } from './table.ts';

const components = new Set(
  [
    'view scroll-view swiper swiper-item movable-area movable-view cover-view cover-image page-container share-element page-meta',
    'text icon progress rich-text image lottie video camera navigator canvas map',
    'button form input textarea checkbox checkbox-group radio radio-group switch slider picker picker-view picker-view-column label',
    'web-view contact-button lifestyle error-view block slot template import include import-sjs',
  ].flatMap((line) => line.split(' ')),
);

const pageFeatures = new Set(['setData', '$spliceData', '$batchedUpdates', 'events', 'mixins', 'observers', 'onShareAppMessage', 'getOpenerEventChannel']);
const componentFeatures = new Set([
  ...['setData', '$spliceData', 'observers', 'relations', 'lifetimes', 'externalClasses', 'rootEvents', 'mixins', 'ref', 'virtualHost', 'styleIsolation'],
  ...['$selectComponent', '$selectAllComponents', 'selectOwnerComponent', 'selectComposedParentComponent', 'hasMixin'],
  ...['createSelectorQuery', 'createIntersectionObserver', 'createMediaQueryObserver'],
]);

/** `my.canIUse`: names of APIs from the table, of components and of features; details below them are taken as there. */
export function canIUse(name: unknown, component2: boolean): boolean {
  const text = String(name).replace(/^my\./, '');
  const [first = '', second = ''] = text.split('.');
  if (first === 'component2') return component2;
  if (first === 'mixin') return true;
  if (first === 'page' && second !== '') return pageFeatures.has(second);
  if (first === 'component' && second !== '') return componentFeatures.has(second);
  const entry = apiByName.get(text) ?? apiByName.get(`${first}.${second}`) ?? apiByName.get(first);
  if (entry) return entry.tier !== 3;
  return components.has(first);
}
