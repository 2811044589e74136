import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { attempt, currentLanguage, useWords } from '#renderer/client/index.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import type { TemplateDetail } from '#shared/model/templates.ts';
import { selectTemplate, useGallery } from './gallery-store.ts';
import { openTarget } from './open-target.ts';
import { ParametersTable } from './parameters-table.tsx';
import styles from './template-drawer.module.css';

function Versions({ versions }: { versions: TemplateDetail['versions'] }) {
  const words = useWords();
  const date = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' });
  return (
    <ol className={styles.versions}>
      {versions.map((version, index) => (
        <li key={version.version} className={styles.version}>
          <span className={styles.versionHead}>
            <code>{version.version}</code>
            <span className={styles.date}>{index === 0 ? words('gallery.detail.latest') : ''}</span>
            <time className={styles.date} dateTime={version.date}>
              {date.format(new Date(version.date))}
            </time>
          </span>
          <ul className={styles.notes}>
            {version.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Pages({ pages }: { pages: readonly string[] }) {
  return (
    <ul className={styles.pages}>
      {pages.map((page) => (
        <li key={page}>
          <code>{page}</code>
        </li>
      ))}
    </ul>
  );
}

function Panels({ detail }: { detail: TemplateDetail }) {
  const words = useWords();
  const parameterCount = Object.keys((detail.parameters.properties as object | undefined) ?? {}).length;
  const panels: { id: 'parameters' | 'pages' | 'versions' | 'readme'; count: number | null; content: ReactNode }[] = [
    { id: 'parameters', count: parameterCount, content: <ParametersTable parameters={detail.parameters} /> },
    { id: 'pages', count: detail.pages.length, content: <Pages pages={detail.pages} /> },
    { id: 'versions', count: detail.versions.length, content: <Versions versions={detail.versions} /> },
    { id: 'readme', count: null, content: <pre className={styles.readme}>{detail.readme}</pre> },
  ];
  return (
    <Tabs className={styles.panels ?? ''}>
      <TabList aria-label={words('gallery.detail.label', { name: detail.name })} className={styles.tabs ?? ''}>
        {panels.map(({ id, count }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {words(`gallery.detail.${id}`)} {count !== null && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {panels.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function formatSize(bytes: number): string {
  const unit = bytes < 1_000_000 ? { value: bytes / 1000, unit: 'kilobyte' } : { value: bytes / 1_000_000, unit: 'megabyte' };
  return new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit: unit.unit, maximumFractionDigits: 1 }).format(unit.value);
}

/** Everything about the selected template, and the way to projects. */
export function TemplateDrawer({ templateId }: { templateId: string }) {
  const words = useWords();
  const detail = useGallery((state) => state.details[templateId]);
  if (detail === undefined) return null;
  return (
    <aside className={styles.drawer} aria-label={words('gallery.detail.label', { name: detail.name })}>
      <header className={styles.head}>
        <span className={styles.headText}>
          <h2 className={styles.title}>{detail.name}</h2>
          <p className={styles.description}>{detail.description}</p>
          <p className={styles.meta}>
            {words('gallery.detail.by', { publisher: detail.publisher, size: formatSize(detail.size) })} ·{' '}
            {words('gallery.fileCount', { count: detail.fileCount })}
          </p>
        </span>
        <IconButton icon={X} label={words('gallery.detail.close')} onPress={() => attempt(() => selectTemplate(null))} />
      </header>
      <Panels key={templateId} detail={detail} />
      <footer className={styles.foot}>
        <Button variant="primary" size="large" onPress={() => attempt(() => openTarget(templateId, 'many'))}>
          {words('gallery.detail.generate')}
        </Button>
        <Button onPress={() => attempt(() => openTarget(templateId, 'one'))}>{words('gallery.detail.single')}</Button>
      </footer>
    </aside>
  );
}
