import { describe, expect, it } from 'vitest';
import { facetCounts, filterTemplates, noFilters, type TemplateFilters } from '#renderer/features/gallery/template-filters.ts';
import type { TemplateSummary } from '#shared/model/templates.ts';

function template(id: string, industry: string, regions: string[], publisher = 'Minifoundry'): TemplateSummary {
  return { id, version: '1.0.0', name: `The ${id}`, description: '', industry, regions, publisher, pageCount: 4, fileCount: 20, size: 1, preview: '' };
}

const templates = [
  template('coffee', 'Food and drink', ['Indonesia', 'Singapore']),
  template('loyalty', 'Loyalty', ['Singapore'], 'Nova'),
  template('booking', 'Health', ['Thailand']),
];

function ids(changes: Partial<TemplateFilters['ticked']>, query = ''): string[] {
  return filterTemplates(templates, { query, ticked: { ...noFilters.ticked, ...changes } }).map(({ id }) => id);
}

describe('filtering templates', () => {
  it('shows everything when nothing is ticked', () => {
    expect(ids({})).toEqual(['coffee', 'loyalty', 'booking']);
  });

  it('takes any value within a facet and every facet', () => {
    expect(ids({ industries: ['Loyalty', 'Health'] })).toEqual(['loyalty', 'booking']);
    expect(ids({ industries: ['Loyalty', 'Health'], regions: ['Singapore'] })).toEqual(['loyalty']);
    expect(ids({ publishers: ['Minifoundry'], regions: ['Singapore'] })).toEqual(['coffee']);
  });

  it('takes every typed word, wherever it is', () => {
    expect(ids({}, 'singapore loyal')).toEqual(['loyalty']);
    expect(ids({}, 'singapore nothing')).toEqual([]);
  });

  it('counts each value under the other filters, and keeps values that nothing is left of', () => {
    const filters: TemplateFilters = { query: '', ticked: { ...noFilters.ticked, regions: ['Singapore'], industries: ['Loyalty'] } };
    expect(facetCounts(templates, filters, 'industries')).toEqual([
      { value: 'Food and drink', count: 1 },
      { value: 'Health', count: 0 },
      { value: 'Loyalty', count: 1 },
    ]);
    expect(facetCounts(templates, filters, 'regions').map(({ count }) => count)).toEqual([0, 1, 0]);
  });
});
