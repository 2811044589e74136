import { ChevronDown } from 'lucide-react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, MenuButton, type MenuEntry } from '#renderer/ui/index.ts';
import { changeEnvironment } from './phone-actions.ts';
import styles from './phone-pane.module.css';
import { type Phone, usePhones } from './phone-store.ts';

const zooms = [0.5, 0.75, 1, 1.25] as const;

/** Which phone it is, and how large it is drawn while it stands alone. */
export function DeviceMenu({ phone, alone = true }: { phone: Phone; alone?: boolean }) {
  const words = useWords();
  const { devices, zoom } = usePhones();
  const { device } = phone.environment;
  const check = (on: boolean, label: string) => (on ? `✓ ${label}` : label);
  const sizes: MenuEntry[] = [
    { kind: 'separator', id: ':zoom' },
    { kind: 'item', id: ':fit', label: check(zoom === 'fit', words('phone.zoomToFit')) },
    ...zooms.map((level): MenuEntry => ({ kind: 'item', id: `:${level}`, label: check(zoom === level, `${level * 100} %`) })),
  ];
  const models = devices.map(({ id, name }): MenuEntry => ({ kind: 'item', id, label: check(id === device.id, name) }));
  function choose(id: string): void {
    const chosen = devices.find((candidate) => candidate.id === id);
    if (chosen) attempt(() => changeEnvironment(phone.phoneId, { device: chosen }));
    else usePhones.setState({ zoom: id === ':fit' ? 'fit' : Number(id.slice(1)) });
  }
  return (
    <MenuButton
      label={words('phone.device')}
      entries={alone ? [...models, ...sizes] : models}
      onAction={choose}
      trigger={
        <Button variant="ghost" size="small" aria-label={words('phone.deviceNamed', { name: device.name })}>
          <span className={styles.device}>{device.name}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </Button>
      }
    />
  );
}
