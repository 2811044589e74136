import { registerCommands, runCommand } from '#renderer/client/commands/index.ts';
import { attempt, translate } from '#renderer/client/index.ts';
import { fuzzyItems, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import { loadTemplates, selectTemplate, useGallery } from './gallery-store.ts';
import { openTarget } from './open-target.ts';

async function generate(): Promise<void> {
  const { selectedId, templates } = useGallery.getState();
  if (selectedId !== null) return openTarget(selectedId, 'many');
  const items = (templates ?? (await loadTemplates())).map(({ id, name, industry }) => ({ id, label: name, detail: industry }));
  showQuickPick({
    label: translate('gallery.templates'),
    placeholder: translate('gallery.search'),
    items: (query) => fuzzyItems(query, items),
    accept: (item) => {
      if (item === null) return;
      runCommand('workbench.showGallery');
      attempt(async () => {
        await selectTemplate(item.id);
        await openTarget(item.id, 'many');
      });
    },
  });
}

export function registerGalleryCommands(): () => void {
  return registerCommands({ 'gallery.generate': generate });
}
