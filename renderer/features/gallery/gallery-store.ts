import { create } from 'zustand';
import { client } from '#renderer/client/index.ts';
import type { TemplateDetail, TemplateSummary } from '#shared/model/templates.ts';
import { type Facet, noFilters, type TemplateFilters } from './template-filters.ts';

interface GalleryState {
  /** Null until the engine has answered. */
  templates: TemplateSummary[] | null;
  details: Record<string, TemplateDetail>;
  filters: TemplateFilters;
  selectedId: string | null;
  layout: 'cards' | 'list';
}

export const useGallery = create<GalleryState>(() => ({ templates: null, details: {}, filters: noFilters, selectedId: null, layout: 'cards' }));

export async function loadTemplates(): Promise<TemplateSummary[]> {
  const templates = await client.templates.list();
  useGallery.setState({ templates });
  return templates;
}

export async function loadDetail(templateId: string): Promise<TemplateDetail> {
  const known = useGallery.getState().details[templateId];
  if (known) return known;
  const detail = await client.templates.get({ templateId });
  useGallery.setState(({ details }) => ({ details: { ...details, [templateId]: detail } }));
  return detail;
}

export async function selectTemplate(templateId: string | null): Promise<void> {
  useGallery.setState({ selectedId: templateId });
  if (templateId !== null) await loadDetail(templateId);
}

export function setQuery(query: string): void {
  useGallery.setState(({ filters }) => ({ filters: { ...filters, query } }));
}

export function setTicked(facet: Facet, values: readonly string[]): void {
  useGallery.setState(({ filters }) => ({ filters: { ...filters, ticked: { ...filters.ticked, [facet]: values } } }));
}

export function clearFilters(): void {
  useGallery.setState({ filters: noFilters });
}
