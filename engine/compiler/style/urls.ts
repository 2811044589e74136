import path from 'node:path';

export type StyleUrl = { address: string; problem: 'relative' | null };

/**
 * Address under which a phone loads what a style's `url()` names: files of the project from `/app/files`,
 * remote ones through the engine.
 * @param from project path of the file that contains it.
 */
export function styleUrl(url: string, from: string): StyleUrl {
  if (url === '' || url.startsWith('#') || /^(?:data|blob|about):/i.test(url)) return { address: url, problem: null };
  if (/^https?:/i.test(url)) return remote(url);
  if (url.startsWith('//')) return remote(`https:${url}`);
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return { address: 'about:invalid', problem: null };
  const { file, suffix } = split(url);
  const absolute = file.startsWith('/') ? path.posix.normalize(file) : path.posix.join(path.posix.dirname(from), file);
  return { address: `/app/files${encodeURI(absolute)}${suffix}`, problem: file.startsWith('/') ? null : 'relative' };
}

function remote(url: string): StyleUrl {
  return { address: `/remote?url=${encodeURIComponent(url)}`, problem: null };
}

/** Fonts carry `?#iefix` and the like. */
function split(url: string): { file: string; suffix: string } {
  const at = url.search(/[?#]/);
  return at === -1 ? { file: url, suffix: '' } : { file: url.slice(0, at), suffix: url.slice(at) };
}
