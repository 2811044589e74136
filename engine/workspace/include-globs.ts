import ignore from 'ignore';

/** `a{b,c}` as `ab`, `ac`; braces in braces stay as they are. */
function expandBraces(glob: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob);
  if (!match) return [glob];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

/**
 * Narrows ripgrep down to file names. Not `--glob`, which would bring files back that an ignore file leaves out.
 */
export function fileNameArguments(globs: readonly string[]): string[] {
  return globs.length === 0 ? [] : [...globs.map((glob) => `--type-add=included:${glob}`), '--type=included'];
}

export interface IncludeFilter {
  /** What ripgrep can do itself. */
  options: string[];
  /** What is left to be asked of every path. */
  matches(path: string): boolean;
}

/** Globs as a person types them: `*.js`, a folder's or file's name, `pages/**`. Without any, everything is included. */
export function includeFilter(globs: readonly string[]): IncludeFilter {
  if (globs.every((glob) => /^[^/]*[*?][^/]*$/.test(glob))) return { options: fileNameArguments(globs), matches: () => true };
  const rules = ignore().add(globs.flatMap(expandBraces));
  return { options: [], matches: (path) => rules.ignores(path) };
}
