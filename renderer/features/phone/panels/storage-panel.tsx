import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { attempt, notify, useWords } from '#renderer/client/index.ts';
import { IconButton } from '#renderer/ui/index.ts';
import { requestOf } from '../phone-actions.ts';
import { type Phone, useActivePhone } from '../phone-store.ts';
import panel from './panel.module.css';
import { usePhoneAnswer } from './use-phone-answer.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function ValueField({ name, value, save }: { name: string; value: string; save(value: string): void }) {
  const words = useWords();
  const [text, setText] = useState(value);
  const wrong = !isJson(text);
  return (
    <input
      className={panel.field}
      style={{ width: '100%' }}
      aria-label={`${words('phone.storage.value')}: ${name}`}
      aria-invalid={wrong}
      value={text}
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== value && !wrong && save(text)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(value);
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

function AddRow({ phone }: { phone: Phone }) {
  const words = useWords();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('""');
  function add(): void {
    if (key === '') return;
    if (!isJson(value)) return void notify({ kind: 'warning', text: words('phone.storage.invalid') });
    attempt(() => requestOf(phone.phoneId, { kind: 'storage-set', key, value }));
    setKey('');
  }
  return (
    <div className={panel.bar}>
      <input
        className={panel.field}
        aria-label={words('phone.storage.key')}
        placeholder={words('phone.storage.key')}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      <input
        className={panel.field}
        aria-label={words('phone.storage.value')}
        value={value}
        spellCheck={false}
        onChange={(event) => setValue(event.target.value)}
      />
      <IconButton icon={Plus} label={words('phone.storage.add')} onPress={add} />
      <span className={panel.gap} />
      <IconButton
        icon={Trash2}
        label={words('phone.storage.clear')}
        onPress={() => attempt(() => requestOf(phone.phoneId, { kind: 'storage-remove', key: null }))}
      />
    </div>
  );
}

/** What the program keeps, to be edited and deleted. */
export function StoragePanel() {
  const words = useWords();
  const phone = useActivePhone();
  const [stored] = usePhoneAnswer<Record<string, string>>(phone, { kind: 'storage' }, phone?.storageVersion);
  if (!phone) return <p className={panel.empty}>{words('phone.nonePanel')}</p>;
  const rows = Object.entries(stored ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return (
    <section className={panel.pane} aria-label={words('phone.storage.title')}>
      <AddRow phone={phone} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard */}
      <div className={panel.scroll} tabIndex={0}>
        {rows.length === 0 ? (
          <p className={panel.empty}>{words('phone.storage.none')}</p>
        ) : (
          <table className={panel.table} aria-label={words('phone.storage.title')}>
            <thead>
              <tr>
                <th scope="col">{words('phone.storage.key')}</th>
                <th scope="col">{words('phone.storage.value')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map(([key, value]) => (
                <tr key={key}>
                  <td className={panel.mono}>{key}</td>
                  <td>
                    <ValueField
                      key={value}
                      name={key}
                      value={value}
                      save={(text) => attempt(() => requestOf(phone.phoneId, { kind: 'storage-set', key, value: text }))}
                    />
                  </td>
                  <td>
                    <IconButton
                      icon={Trash2}
                      label={words('phone.storage.remove', { key })}
                      onPress={() => attempt(() => requestOf(phone.phoneId, { kind: 'storage-remove', key }))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
