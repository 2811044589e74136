import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  title: string;
  /** Also called for Escape. */
  onClose(): void;
  closeLabel: string;
  width?: number;
  /** Alert dialogs ask before something is lost. */
  role?: 'dialog' | 'alertdialog';
  children: ReactNode;
  footer?: ReactNode;
}

/** A modal dialog. The title and status bars stay visible above the dimmed workspace. */
export function Dialog({ title, onClose, closeLabel, width = 480, role = 'dialog', children, footer }: DialogProps) {
  return (
    <ModalOverlay isOpen isDismissable={role === 'dialog'} onOpenChange={(open) => open || onClose()} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''} style={{ width }}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <div className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} onPress={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
