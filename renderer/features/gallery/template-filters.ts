import type { TemplateSummary } from '#shared/model/templates.ts';

export const facets = ['industries', 'regions', 'publishers'] as const;
export type Facet = (typeof facets)[number];

/** What is ticked per facet; nothing ticked means everything. */
export interface TemplateFilters {
  query: string;
  ticked: Record<Facet, readonly string[]>;
}

export const noFilters: TemplateFilters = { query: '', ticked: { industries: [], regions: [], publishers: [] } };

function valuesOf(template: TemplateSummary, facet: Facet): readonly string[] {
  if (facet === 'regions') return template.regions;
  return [facet === 'industries' ? template.industry : template.publisher];
}

function matchesQuery(template: TemplateSummary, query: string): boolean {
  const text = `${template.name} ${template.description} ${template.industry} ${template.id} ${template.regions.join(' ')}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function matchesFacet(template: TemplateSummary, facet: Facet, ticked: readonly string[]): boolean {
  return ticked.length === 0 || valuesOf(template, facet).some((value) => ticked.includes(value));
}

/** Any of the ticked values within a facet, and every facet, and every typed word. */
export function filterTemplates(templates: readonly TemplateSummary[], { query, ticked }: TemplateFilters): TemplateSummary[] {
  return templates.filter((template) => matchesQuery(template, query) && facets.every((facet) => matchesFacet(template, facet, ticked[facet])));
}

/** The values of a facet in alphabetical order, with how many templates would be shown for each under the other filters. */
export function facetCounts(templates: readonly TemplateSummary[], filters: TemplateFilters, facet: Facet): { value: string; count: number }[] {
  const values = [...new Set(templates.flatMap((template) => valuesOf(template, facet)))].sort((a, b) => a.localeCompare(b));
  const others = filterTemplates(templates, { ...filters, ticked: { ...filters.ticked, [facet]: [] } });
  return values.map((value) => ({ value, count: others.filter((template) => valuesOf(template, facet).includes(value)).length }));
}
