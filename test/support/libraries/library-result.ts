import { join } from 'node:path';

/** What one case proved. */
export interface LibraryResult {
  package: string;
  components: readonly string[];
  compiles: boolean;
  renders: boolean;
  /** Null where there is nothing to react to. */
  reacts: boolean | null;
  notes: string[];
}

const cache = join(import.meta.dirname, '..', '..', '..', '.cache');

/** Where the results of a package are left for the table of the docs. */
export function resultsFolder(name: string): string {
  return join(cache, 'libraries', name);
}

export function screenshotFolder(name: string): string {
  return join(cache, 'screenshots', 'libraries', name);
}
