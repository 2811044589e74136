import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import styles from './environment-popover.module.css';
import { ValueView } from './panels/value-view.tsx';
import { type Phone, usePhones } from './phone-store.ts';

/** What the program is told of its merchant: the values of `ext` that were injected. */
export function ExtPopover({ phone }: { phone: Phone }) {
  const words = useWords();
  const own = usePhones((state) => state.ext);
  return (
    <DialogTrigger>
      <Button variant="ghost" size="small" aria-label={words('phone.ext.show')}>
        ext
      </Button>
      <Popover className={`${styles.popover} ${styles.tall}`} placement="top end">
        <Dialog className={styles.dialog ?? ''} aria-label={words('phone.ext.title')}>
          <h3 className={styles.caption}>{words('phone.ext.title')}</h3>
          <ValueView value={phone.merchant?.ext ?? own} unfolded />
          <p className={styles.note}>{words('phone.ext.how')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
