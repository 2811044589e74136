import { Search } from 'lucide-react';
import { CheckboxGroup, Label } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import { Button, TextField } from '#renderer/ui/index.ts';
import type { TemplateSummary } from '#shared/model/templates.ts';
import styles from './gallery-side-bar.module.css';
import { clearFilters, setQuery, setTicked, useGallery } from './gallery-store.ts';
import { type Facet, facetCounts, facets } from './template-filters.ts';
import { Tick } from './tick.tsx';

function FacetGroup({ facet, templates }: { facet: Facet; templates: readonly TemplateSummary[] }) {
  const words = useWords();
  const filters = useGallery((state) => state.filters);
  return (
    <CheckboxGroup className={styles.facet ?? ''} value={[...filters.ticked[facet]]} onChange={(values) => setTicked(facet, values)}>
      <Label className={styles.facetTitle ?? ''}>{words(`gallery.facets.${facet}`)}</Label>
      {facetCounts(templates, filters, facet).map(({ value, count }) => (
        <Tick key={value} value={value}>
          <span className={styles.value}>{value}</span>
          <span className={styles.count}>{count}</span>
        </Tick>
      ))}
    </CheckboxGroup>
  );
}

/** Narrows the templates down. */
export function GallerySideBar() {
  const words = useWords();
  const templates = useGallery((state) => state.templates) ?? [];
  const filters = useGallery((state) => state.filters);
  const filtered = filters.query !== '' || facets.some((facet) => filters.ticked[facet].length > 0);
  return (
    <section className={styles.pane} aria-label={words('gallery.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words('gallery.title')}</h2>
        {filtered && (
          <Button size="small" variant="ghost" onPress={clearFilters}>
            {words('gallery.clearFilters')}
          </Button>
        )}
      </header>
      <search className={styles.search}>
        <TextField
          label={words('gallery.search')}
          labelHidden
          placeholder={words('gallery.search')}
          value={filters.query}
          onChange={setQuery}
          leading={<Search size={14} aria-hidden="true" />}
        />
      </search>
      {facets.map((facet) => (
        <FacetGroup key={facet} facet={facet} templates={templates} />
      ))}
    </section>
  );
}
