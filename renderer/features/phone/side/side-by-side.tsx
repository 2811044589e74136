import { useEffect } from 'react';
import { useWords } from '#renderer/client/index.ts';
import { usePhones } from '../phone-store.ts';
import { FindingsTable } from './findings-table.tsx';
import { PhoneColumn } from './phone-column.tsx';
import styles from './side-by-side.module.css';
import { SideToolbar } from './side-toolbar.tsx';

/** The phone that a person works in is the one that panels are about. A frame tells nothing of its focus but takes it from the window. */
function useFocusedPhone(): void {
  useEffect(() => {
    const take = (): void => {
      const { activeElement } = document;
      const phoneId = activeElement instanceof HTMLIFrameElement ? activeElement.dataset.phone : undefined;
      if (phoneId !== undefined) usePhones.setState({ activeId: phoneId });
    };
    window.addEventListener('blur', take);
    return () => window.removeEventListener('blur', take);
  }, []);
}

/** Up to six phones in the main area, one per merchant. */
export function SideBySide() {
  const words = useWords();
  const { phones, showFindings } = usePhones();
  useFocusedPhone();
  return (
    <section className={styles.side} aria-label={words('phone.side.title')}>
      <SideToolbar />
      <div className={styles.columns}>
        {phones.map((phone) => (
          <PhoneColumn key={phone.phoneId} phone={phone} />
        ))}
      </div>
      {showFindings && <FindingsTable />}
    </section>
  );
}
