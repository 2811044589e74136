import { useId } from 'react';
import { attempt, changeSetting, useSettings, useWords } from '#renderer/client/index.ts';
import { defaultSettings, type SettingKey, type Settings, settingKeys, settingsSchema } from '#shared/model/settings.ts';
import { settingOptions } from './setting-options.ts';
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
  return (
    <input
      id={id}
      key={String(value)}
      type="number"
      className={styles.control}
      defaultValue={String(value)}
      onBlur={(event) => {
        const next = Number(event.target.value);
        if (next !== value && settingsSchema.shape[name].safeParse(next).success) change(next);
        else event.target.value = String(value);
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
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
