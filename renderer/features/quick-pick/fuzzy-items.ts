import fuzzysort from 'fuzzysort';
import type { QuickPickItem } from './quick-pick-store.ts';

/** Filters items by their label (and detail), best first; everything, in order, for an empty query. */
export function fuzzyItems(query: string, items: readonly QuickPickItem[], limit = 200): QuickPickItem[] {
  if (query.trim() === '') return items.slice(0, limit);
  return fuzzysort
    .go(query.trim(), items, { keys: ['label', 'detail'], limit })
    .map((result) => ({ ...result.obj, matches: result[0]?.indexes ? [...result[0].indexes] : [] }));
}
