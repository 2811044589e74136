import styles from './phone-preview.module.css';

/** A page of the template in a phone. The picture is decoration: the words beside it say what it is. */
export function PhonePreview({ source, height }: { source: string; height: number }) {
  return (
    <span className={styles.stage} style={{ height }} aria-hidden="true">
      <span className={styles.phone}>
        <img className={styles.screen} src={source} alt="" draggable={false} loading="lazy" />
      </span>
    </span>
  );
}
