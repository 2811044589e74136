import styles from './monogram.module.css';

interface MonogramProps {
  text: string;
  /** 1 to 12 for a merchant; leave out for an ISV, whose mark is a neutral outlined square. */
  colour?: number | undefined;
  size?: number;
}

/** The two letters that stand for a merchant or an ISV, always beside the full name. */
export function Monogram({ text, colour, size = 24 }: MonogramProps) {
  const style = { width: size, height: size, fontSize: Math.max(8.5, size * 0.42) };
  if (colour === undefined) return <span className={`${styles.mark} ${styles.isv}`} style={style} aria-hidden="true" data-text={text} />;
  const merchant = { ...style, background: `var(--m${colour})`, color: `var(--m${colour}-on)` };
  return <span className={`${styles.mark} ${styles.merchant}`} style={merchant} data-merchant-colour={colour} aria-hidden="true" data-text={text} />;
}

/** Two letters from the words of a name, or its first two characters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toUpperCase();
}
