/**
 * A glob over POSIX paths as a predicate: `*` stays within one folder, `**` spans folders, `{a,b}` is either. A glob without
 * a slash counts in every folder, and one that names a folder covers what is in it.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const trimmed = glob.replace(/^\.?\//, '').replace(/\/$/, '');
  const anywhere = trimmed.includes('/') ? '' : '(?:[^/]+/)*';
  const expression = new RegExp(`^${anywhere}${sourceOf(trimmed)}(?:/.*)?$`, 'u');
  return (path) => trimmed !== '' && expression.test(path);
}

function sourceOf(glob: string): string {
  let depth = 0;
  return glob
    .split(/(\*\*\/|\*\*|\*|\?|\{|\}|,)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part === '{' && balanced(glob)) return ++depth > 0 ? '(?:' : '';
      if (part === '}' && depth > 0) return --depth >= 0 ? ')' : '';
      if (part === ',' && depth > 0) return '|';
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
}

function balanced(glob: string): boolean {
  let depth = 0;
  for (const character of glob) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
