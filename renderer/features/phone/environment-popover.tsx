import type { ReactElement } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { isCommandEnabled, runCommand, useCommandTitle, useContextKeys } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import styles from './environment-popover.module.css';
import { changeEnvironment } from './phone-actions.ts';
import type { Phone } from './phone-store.ts';

const fontScales = [0.85, 1, 1.15, 1.3, 1.6, 2];
const languages = ['en-US', 'zh-CN', 'id-ID', 'th-TH', 'de-DE', 'it-IT', 'ar-SA', 'ja-JP'];

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange(value: T): void;
}) {
  return (
    <label className={styles.row}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Coordinate({ label, value, limit, onChange }: { label: string; value: number; limit: number; onChange(value: number): void }) {
  return (
    <label className={styles.row}>
      <span>{label}</span>
      <input
        type="number"
        step="any"
        min={-limit}
        max={limit}
        defaultValue={value}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={(event) => event.target.validity.valid && event.target.value !== '' && onChange(Number(event.target.value))}
      />
    </label>
  );
}

function Settings({ phone }: { phone: Phone }) {
  const words = useWords();
  const { environment, phoneId } = phone;
  const change = (part: Partial<PhoneEnvironment>) => attempt(() => changeEnvironment(phoneId, part));
  const { location } = environment;
  return (
    <>
      <Choice
        label={words('phone.colorScheme')}
        value={environment.colorScheme}
        options={[
          ['light', words('phone.light')],
          ['dark', words('phone.dark')],
        ]}
        onChange={(colorScheme) => change({ colorScheme })}
      />
      <Choice
        label={words('phone.fontScale')}
        value={String(environment.fontScale)}
        options={fontScales.map((scale) => [String(scale), `${Math.round(scale * 100)} %`] as const)}
        onChange={(scale) => change({ fontScale: Number(scale) })}
      />
      <Choice
        label={words('phone.language')}
        value={environment.language}
        options={languages.map((id) => [id, id] as const)}
        onChange={(language) => change({ language })}
      />
      <Choice
        label={words('phone.network')}
        value={environment.network}
        options={(['wifi', 'slow', 'offline'] as const).map((id) => [id, words(`phone.networks.${id}`)] as const)}
        onChange={(network) => change({ network })}
      />
      <Coordinate
        label={words('phone.latitude')}
        value={location.latitude}
        limit={90}
        onChange={(latitude) => change({ location: { ...location, latitude } })}
      />
      <Coordinate
        label={words('phone.longitude')}
        value={location.longitude}
        limit={180}
        onChange={(longitude) => change({ location: { ...location, longitude } })}
      />
    </>
  );
}

const events = ['phone.home', 'phone.return', 'phone.lowMemory', 'phone.screenshotTaken', 'phone.clearData', 'phone.clearAndRestart'] as const;

/** What is around the program: light, size of text, language, network, place, and things that happen to a phone. */
export function EnvironmentPopover({ phone, trigger }: { phone: Phone; trigger: ReactElement }) {
  const words = useWords();
  const title = useCommandTitle();
  useContextKeys();
  return (
    <DialogTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.dialog ?? ''} aria-label={words('phone.environment')}>
          <h3 className={styles.caption}>{words('phone.environment')}</h3>
          <Settings phone={phone} />
          <h3 className={styles.caption}>{words('phone.happens')}</h3>
          <div className={styles.events}>
            {events.map((command) => (
              <Button key={command} size="small" isDisabled={!isCommandEnabled(command)} onPress={() => runCommand(command)}>
                {title(command)}
              </Button>
            ))}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
