import styles from './merchant-strip.module.css';

const sample = [7, 2, 1, 4, 11, 12, 9, 6];

/** Stands for several merchants: the palette, never one colour. */
export function MerchantStrip() {
  return (
    <span className={styles.strip} aria-hidden="true">
      {sample.map((colour) => (
        <i key={colour} style={{ background: `var(--m${colour})` }} data-merchant-colour={colour} />
      ))}
    </span>
  );
}
