export { originLoader, type RenderLoader } from './loader.ts';
export { isRenderMessage, Renderer, type RendererOptions, type RenderMessage } from './renderer.ts';
export { idOf, instanceIdOf, nodeOf, sourceOf, treeOf } from './tree.ts';
export { visibleText } from './visible-text.ts';
