import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { activeKeybindings, conflictsOf, displayChord, strokeOf, useCommandTitle } from '#renderer/client/commands/index.ts';
import { attempt, changeSetting, useSettings, useWords } from '#renderer/client/index.ts';
import { Button, IconButton, TextField } from '#renderer/ui/index.ts';
import { type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';
import styles from './keybindings-page.module.css';

function setBinding(command: CommandId, key: string | null): void {
  const others = useSettings.getState().values.keybindings.filter((binding) => binding.command !== command);
  attempt(() => changeSetting('keybindings', key === null ? others : [...others, { command, key }]));
}

/** Listens for up to two strokes; Enter takes them, Escape gives up. */
function Recorder({ title, onDone }: { title: string; onDone(key: string | null): void }) {
  const words = useWords();
  const [strokes, setStrokes] = useState<string[]>([]);
  function onKeyDown(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const stroke = strokeOf(event.nativeEvent);
    if (stroke === 'escape') onDone(null);
    else if (stroke === 'enter' && strokes.length > 0) onDone(strokes.join(' '));
    else if (stroke !== null) setStrokes((before) => [...before, stroke].slice(-2));
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field was asked for by pressing Change
      autoFocus
      readOnly
      className={styles.recorder}
      aria-label={words('settings.pressKeys', { command: title })}
      value={strokes.length > 0 ? displayChord(strokes.join(' ')) : words('settings.pressKeysHint')}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(null)}
      data-records-keys="true"
    />
  );
}

/** Every command with the key it has now; a person can give it another. */
export function KeybindingsPage() {
  const words = useWords();
  const title = useCommandTitle();
  const [filter, setFilter] = useState('');
  const [recording, setRecording] = useState<CommandId | null>(null);
  useSettings((state) => state.values.keybindings);
  const active = activeKeybindings();
  const shown = commandIds.filter((id) =>
    `${title(id)} ${id} ${active.find((binding) => binding.command === id)?.key ?? ''}`.toLowerCase().includes(filter.toLowerCase()),
  );
  return (
    <section className={styles.page} aria-label={words('editor.pages.keybindings')}>
      <h1 className={styles.heading}>{words('editor.pages.keybindings')}</h1>
      <TextField label={words('settings.filterKeys')} labelHidden placeholder={words('settings.filterKeys')} value={filter} onChange={setFilter} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words('settings.command')}</th>
            <th scope="col">{words('settings.key')}</th>
            <th scope="col">{words('settings.when')}</th>
            <th scope="col">{words('settings.source')}</th>
            <th scope="col">
              <span className="visually-hidden">{words('settings.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((id) => {
            const binding = active.find((candidate) => candidate.command === id);
            const conflicts = binding ? conflictsOf(binding, active) : [];
            return (
              <tr key={id}>
                <th scope="row" className={styles.command}>
                  {title(id)} <code>{id}</code>
                </th>
                <td>
                  {recording === id ? (
                    <Recorder
                      title={title(id)}
                      onDone={(key) => {
                        setRecording(null);
                        if (key) setBinding(id, key);
                      }}
                    />
                  ) : (
                    binding && <kbd className={styles.key}>{displayChord(binding.key)}</kbd>
                  )}
                  {conflicts.length > 0 && <span className={styles.conflict}>{words('settings.alsoFor', { commands: conflicts.map(title).join(', ') })}</span>}
                </td>
                <td>
                  <code>{commandDefinition(id).when ?? ''}</code>
                </td>
                <td>{binding ? words(`settings.sources.${binding.source}`) : ''}</td>
                <td className={styles.actions}>
                  <Button size="small" aria-label={words('settings.changeKey', { command: title(id) })} onPress={() => setRecording(id)}>
                    {words('settings.change')}
                  </Button>
                  {binding?.source === 'user' && (
                    <IconButton icon={RotateCcw} label={words('settings.resetKey', { command: title(id) })} onPress={() => setBinding(id, null)} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
