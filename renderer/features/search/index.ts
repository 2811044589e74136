export { SearchPane } from './search-pane.tsx';
export { clearSearch } from './search-store.ts';
