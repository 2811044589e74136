import type { GeneratedProject } from '#shared/model/templates.ts';

export const resultFilters = ['all', 'created', 'identical', 'failed'] as const;
export type ResultFilter = (typeof resultFilters)[number];

export function filterResults(projects: readonly GeneratedProject[], filter: ResultFilter): readonly GeneratedProject[] {
  return filter === 'all' ? projects : projects.filter(({ status }) => status === filter);
}

export function countResults(projects: readonly GeneratedProject[]): Record<ResultFilter, number> {
  const counts = { all: projects.length, created: 0, identical: 0, failed: 0 };
  for (const { status } of projects) counts[status]++;
  return counts;
}
