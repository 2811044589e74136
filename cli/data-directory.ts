export { defaultDataDirectory } from '#engine/index.ts';
