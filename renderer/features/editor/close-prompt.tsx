import { useWords } from '#renderer/client/index.ts';
import { Button, Dialog } from '#renderer/ui/index.ts';
import { useDialogs } from './close-prompt-store.ts';

/** Save, don't save, cancel: before a tab with unsaved text closes. */
export function ClosePrompt() {
  const words = useWords();
  const { open, answer } = useDialogs();
  if (open === null) return null;
  return (
    <Dialog
      role="alertdialog"
      width={440}
      title={words('editor.closePrompt.title', { name: open.titles.join(', ') })}
      closeLabel={words('dialogs.cancel')}
      onClose={() => answer('cancel')}
      footer={
        <>
          <Button onPress={() => answer('discard')}>{words('editor.closePrompt.discard')}</Button>
          <Button onPress={() => answer('cancel')}>{words('dialogs.cancel')}</Button>
          <Button variant="primary" autoFocus onPress={() => answer('save')}>
            {words('editor.closePrompt.save')}
          </Button>
        </>
      }
    >
      <p>{words('editor.closePrompt.text')}</p>
    </Dialog>
  );
}
