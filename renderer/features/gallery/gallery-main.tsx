import { LayoutGrid, Rows3 } from 'lucide-react';
import { useEffect } from 'react';
import { ListBox } from 'react-aria-components';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Segmented } from '#renderer/ui/index.ts';
import styles from './gallery-main.module.css';
import { loadTemplates, selectTemplate, useGallery } from './gallery-store.ts';
import { TemplateCard } from './template-card.tsx';
import { TemplateDrawer } from './template-drawer.tsx';
import { filterTemplates } from './template-filters.ts';

function LayoutSwitch() {
  const words = useWords();
  const layout = useGallery((state) => state.layout);
  return (
    <Segmented
      label={words('gallery.layout')}
      value={layout}
      onChange={(value) => useGallery.setState({ layout: value })}
      options={[
        { value: 'cards', label: words('gallery.cards'), icon: LayoutGrid },
        { value: 'list', label: words('gallery.list'), icon: Rows3 },
      ]}
    />
  );
}

/** The templates that match, and beside them what is to know about the selected one. */
export function GalleryMain() {
  const words = useWords();
  const { templates, filters, selectedId, layout } = useGallery();
  useEffect(() => attempt(loadTemplates), []);
  const shown = filterTemplates(templates ?? [], filters);
  const empty = templates === null ? words('gallery.loading') : words(templates.length === 0 ? 'gallery.none' : 'gallery.nothing');
  return (
    <div className={styles.columns}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1 className={styles.title}>{words('gallery.templates')}</h1>
          <span className={styles.count} role="status">
            {templates && words('gallery.count', { shown: shown.length, total: templates.length })}
          </span>
          <span className={styles.gap} />
          <LayoutSwitch />
        </header>
        <ListBox
          key={layout}
          aria-label={words('gallery.templates')}
          layout={layout === 'cards' ? 'grid' : 'stack'}
          className={layout === 'cards' ? (styles.cards ?? '') : (styles.list ?? '')}
          items={shown}
          dependencies={[selectedId]}
          selectionMode="single"
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelectionChange={(keys) => attempt(() => selectTemplate(([...keys][0] as string | undefined) ?? null))}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {(template) => <TemplateCard template={template} selected={template.id === selectedId} layout={layout} />}
        </ListBox>
      </div>
      {selectedId !== null && <TemplateDrawer templateId={selectedId} />}
    </div>
  );
}
