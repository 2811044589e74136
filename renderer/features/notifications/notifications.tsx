import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { dismissNotification, type Notification, useNotifications, useWords } from '#renderer/client/index.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import styles from './notifications.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info, success: CircleCheck };

function Item({ item }: { item: Notification }) {
  const words = useWords();
  const Icon = icons[item.kind];
  return (
    <li className={styles.item} data-kind={item.kind}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <span className={styles.text}>
        <span className="visually-hidden">{words(`notifications.${item.kind}`)}: </span>
        {item.text}
      </span>
      {item.actions.map((action) => (
        <Button
          key={action.label}
          size="small"
          onPress={() => {
            dismissNotification(item.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ))}
      <IconButton icon={X} size={14} label={words('notifications.dismiss')} onPress={() => dismissNotification(item.id)} />
    </li>
  );
}

/** Messages at the lower right, read out politely. */
export function Notifications() {
  const words = useWords();
  const items = useNotifications((state) => state.items);
  return (
    <section aria-label={words('notifications.title')} aria-live="polite" className={styles.region}>
      <ul className={styles.list}>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
