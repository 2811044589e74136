function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function packageRoutes(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('root' in value) || typeof value.root !== 'string') return [];
  const root = value.root.replace(/^\/+|\/+$/g, '');
  return strings('pages' in value ? value.pages : []).map((page) => `${root}/${page}`);
}

/** The routes of an `app.json`, in order, those of sub-packages last. */
export function routesOf(appJson: Record<string, unknown>): string[] {
  const packages = appJson.subPackages ?? appJson.subpackages;
  return [...strings(appJson.pages), ...(Array.isArray(packages) ? packages.flatMap(packageRoutes) : [])];
}
