export { originLoader, type RenderLoader } from './loader.ts';
export { isRenderMessage, Renderer, type RendererOptions, type RenderMessage } from './renderer.ts';
