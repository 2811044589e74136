import { lazy, Suspense } from 'react';
import { useGenerate } from './generate-store.ts';

const LazyDialog = lazy(async () => ({ default: (await import('./generate-dialog.tsx')).GenerateDialog }));

/** The generate dialog, loaded when it is asked for. */
export function GenerateDialog() {
  const template = useGenerate((state) => state.template);
  return (
    template && (
      <Suspense fallback={null}>
        <LazyDialog key={template.id} template={template} />
      </Suspense>
    )
  );
}
