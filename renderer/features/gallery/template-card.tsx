import { Check } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import { classes } from '#renderer/ui/index.ts';
import type { TemplateSummary } from '#shared/model/templates.ts';
import { PhonePreview } from './phone-preview.tsx';
import styles from './template-card.module.css';

/** A template as a card, or as one line of the list. */
export function TemplateCard({ template, selected, layout }: { template: TemplateSummary; selected: boolean; layout: 'cards' | 'list' }) {
  const words = useWords();
  const pages = words('gallery.pageCount', { count: template.pageCount });
  return (
    <ListBoxItem id={template.id} textValue={template.name} className={classes(styles.card, layout === 'list' && styles.line)}>
      {layout === 'cards' && <PhonePreview source={template.preview} height={290} />}
      <span className={styles.text}>
        <span className={styles.head}>
          <strong className={styles.name}>{template.name}</strong>
          {selected && (
            <span className={styles.selected}>
              <Check size={12} aria-hidden="true" />
              {words('gallery.selected')}
            </span>
          )}
        </span>
        <span className={styles.description}>{template.description}</span>
        <span className={styles.meta}>
          {template.industry}
          <code>{template.version}</code>
          <span className={styles.pages}>{pages}</span>
        </span>
      </span>
    </ListBoxItem>
  );
}
