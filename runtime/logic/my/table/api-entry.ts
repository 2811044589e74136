/** Who produces the result of a call. */
type AnsweredBy = 'logic' | 'document' | 'host' | 'mock' | 'unsupported';

/**
 * `async`: takes `{…, success, fail, complete}` and returns a promise. `sync`: returns its result. `listener`: `on…` and
 * `off…`. `factory`: returns an object with methods. `value`: no function.
 */
type ApiKind = 'async' | 'sync' | 'listener' | 'factory' | 'value';

export type ArgumentType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

/** One name of `my`, or one member of an object that `my` hands out (`MapContext.getScale`). */
export interface ApiEntry {
  name: string;
  /** 1: simulated for real; 2: scripted, succeeds with a result that can be set; 3: not supported. */
  tier: 1 | 2 | 3;
  answeredBy: AnsweredBy;
  kind: ApiKind;
  /** What a person who relies on it has to know, in one sentence. */
  fidelity: string;
  /** What `success` receives when nothing else is set. */
  result?: unknown;
  /** Arguments it cannot do without. */
  needs?: Readonly<Record<string, ArgumentType>>;
}

type EntryDefaults = Pick<ApiEntry, 'tier' | 'answeredBy' | 'kind'> & { fidelity?: string };

/** What distinguishes one name of a group: its sentence, or more than that. */
type EntryDetail = string | (Partial<Omit<ApiEntry, 'name'>> & { fidelity?: string });

/** Entries of one group: what they share, and per name what is its own. */
export function apiGroup(defaults: EntryDefaults, entries: Readonly<Record<string, EntryDetail>>): ApiEntry[] {
  return Object.entries(entries).map(([name, detail]) => ({
    name,
    fidelity: '',
    ...defaults,
    ...(typeof detail === 'string' ? { fidelity: detail } : detail),
  }));
}
