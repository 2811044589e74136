const special = /[.+^${}()|[\]\\]/g;

/** A glob over POSIX paths as a predicate: `*` stays within one folder, `**` spans folders; everything else is literal. */
export function compileGlob(glob: string): (path: string) => boolean {
  const source = glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(special, '\\$&');
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 'u');
  return (path) => expression.test(path);
}
