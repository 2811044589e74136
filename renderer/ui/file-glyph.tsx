import { FileText, Image } from 'lucide-react';
import styles from './file-glyph.module.css';

const glyphs: Record<string, [string, string]> = {
  axml: ['AX', 'markup'],
  acss: ['CS', 'style'],
  css: ['CS', 'style'],
  less: ['LE', 'style'],
  js: ['JS', 'script'],
  mjs: ['JS', 'script'],
  cjs: ['JS', 'script'],
  ts: ['TS', 'script'],
  tsx: ['TS', 'script'],
  sjs: ['SJ', 'script'],
  json: ['{ }', 'data'],
};
const images = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'bmp', 'ico']);

/** The two letters that stand for a file's kind. */
export function FileGlyph({ name }: { name: string }) {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const glyph = glyphs[extension];
  if (glyph) return <span className={`${styles.glyph} ${styles[glyph[1]]}`} aria-hidden="true" data-text={glyph[0]} />;
  const Icon = images.has(extension) ? Image : FileText;
  return (
    <span className={styles.glyph} aria-hidden="true">
      <Icon size={13} strokeWidth={1.5} />
    </span>
  );
}
