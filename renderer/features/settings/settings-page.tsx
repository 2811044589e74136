import { useId, useState } from 'react';
import { attempt, changeSetting, useSettings, useWords } from '#renderer/client/index.ts';
import { defaultSettings, type SettingKey, type Settings, settingKeys, settingsSchema } from '#shared/model/settings.ts';
import { settingOptions, settingRange } from './setting-options.ts';
import { useSettingTexts } from './setting-texts.ts';
import styles from './settings-page.module.css';

const listed = settingKeys.filter((key) => key !== 'keybindings' && key !== 'platform.environment');

function Control({ name, id }: { name: SettingKey; id: string }) {
  const value = useSettings((state) => state.values[name]);
  const texts = useSettingTexts();
  const change = (next: unknown) => attempt(() => changeSetting(name, next as Settings[SettingKey]));
  const options = settingOptions(name);
  if (options) {
    return (
      <select id={id} className={styles.control} value={String(value)} onChange={(event) => change(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {texts.option(option)}
          </option>
        ))}
      </select>
    );
  }
  if (typeof value === 'boolean')
    return <input id={id} type="checkbox" className={styles.check} checked={value} onChange={(event) => change(event.target.checked)} />;
  return <NumberControl key={String(value)} name={name} id={id} value={Number(value)} onChange={change} />;
}

/** Takes a number within the bounds of its setting; another one is refused with the bounds said. */
function NumberControl({ name, id, value, onChange }: { name: SettingKey; id: string; value: number; onChange(next: number): void }) {
  const words = useWords();
  const [refused, setRefused] = useState(false);
  const range = settingRange(name);
  function take(text: string): void {
    const next = Number(text);
    const valid = text.trim() !== '' && settingsSchema.shape[name].safeParse(next).success;
    setRefused(!valid);
    if (valid && next !== value) onChange(next);
  }
  return (
    <>
      <input
        id={id}
        type="number"
        {...range}
        className={styles.control}
        defaultValue={String(value)}
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-problem` : undefined}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
      />
      {refused && (
        <span id={`${id}-problem`} role="alert" className={styles.problem}>
          {words('settings.range', range)}
        </span>
      )}
    </>
  );
}

function Setting({ name }: { name: SettingKey }) {
  const id = useId();
  const words = useWords();
  const texts = useSettingTexts();
  const changed = useSettings((state) => state.values[name] !== defaultSettings[name]);
  return (
    <div className={styles.setting} data-changed={changed}>
      <label htmlFor={id} className={styles.title}>
        {texts.title(name)}
      </label>
      <p className={styles.description}>{texts.description(name)}</p>
      <span className={styles.row}>
        <Control name={name} id={id} />
        {changed && (
          <button type="button" className={styles.reset} onClick={() => attempt(() => changeSetting(name, null))}>
            {words('settings.reset')}
          </button>
        )}
        <code className={styles.key}>{name}</code>
      </span>
    </div>
  );
}

/** Every setting from the schema, with its default one press away. */
export function SettingsPage() {
  const words = useWords();
  const recovered = useSettings((state) => state.recovered);
  return (
    <section className={styles.page} aria-label={words('settings.title')}>
      <h1 className={styles.heading}>{words('settings.title')}</h1>
      {recovered && (
        <p role="alert" className={styles.recovered}>
          {words('settings.recovered', { copy: recovered.copy })}
        </p>
      )}
      {listed.map((name) => (
        <Setting key={name} name={name} />
      ))}
    </section>
  );
}
