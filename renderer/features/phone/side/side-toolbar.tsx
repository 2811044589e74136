import { Camera, EllipsisVertical, Link, MousePointer2, PanelLeft, Plus, Unlink, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Switch } from 'react-aria-components';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, IconButton, MenuButton, type MenuEntry, Segmented } from '#renderer/ui/index.ts';
import { maximumPhones } from '#shared/model/simulator.ts';
import { addressOf } from '../address.ts';
import { DeviceMenu } from '../device-menu.tsx';
import { EnvironmentPopover } from '../environment-popover.tsx';
import { leaveSideBySide } from '../phone-layout.ts';
import { openPhone } from '../phone-lifecycle.ts';
import { useActivePhone, usePhones } from '../phone-store.ts';
import { saveScreenshot } from '../screenshot.ts';
import { navigateAll } from './phone-column.tsx';
import styles from './side-by-side.module.css';

function AddMerchant() {
  const words = useWords();
  const { merchants, phones } = usePhones();
  const full = phones.length >= maximumPhones;
  const shown = new Set(phones.map(({ merchant }) => merchant?.key));
  const entries: MenuEntry[] = [
    ...(shown.has(undefined) ? [] : [{ kind: 'item', id: ':own', label: words('phone.merchants.own') } as const]),
    ...merchants
      .filter(({ key }) => !shown.has(key))
      .map(({ key, name, origin }): MenuEntry => ({ kind: 'item', id: key, label: `${name} – ${words(`phone.merchants.${origin}`)}` })),
    ...(merchants.length === 0 ? [{ kind: 'item', id: ':nobody', label: words('phone.merchants.nobody'), disabled: true } as const] : []),
    { kind: 'separator', id: ':separator' },
    { kind: 'item', id: ':file', label: words('phone.merchants.open') },
  ];
  function choose(id: string): void {
    if (id === ':file') runCommand('phone.openMerchants');
    else attempt(() => openPhone(id === ':own' ? undefined : id));
  }
  return (
    <MenuButton
      label={words('phone.side.add')}
      entries={entries}
      onAction={choose}
      trigger={
        <Button isDisabled={full}>
          <Plus size={14} aria-hidden="true" />
          {full ? words('phone.side.limit', { limit: maximumPhones }) : words('phone.side.add')}
        </Button>
      }
    />
  );
}

function Address() {
  const words = useWords();
  const pages = usePhones((state) => state.pages);
  const phone = useActivePhone();
  const current = phone ? addressOf(phone) : '';
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        navigateAll(text);
      }}
    >
      <input
        className={styles.address}
        aria-label={words('phone.side.address')}
        data-phone-address=""
        value={text}
        list="side-by-side-pages"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText(current)}
      />
      <datalist id="side-by-side-pages">
        {pages.map((page) => (
          <option key={page} value={page} />
        ))}
      </datalist>
    </form>
  );
}

async function saveAll(): Promise<void> {
  for (const phone of usePhones.getState().phones) await saveScreenshot(phone);
}

/** Where all phones go, how input travels, what is marked, and who else joins. */
export function SideToolbar() {
  const words = useWords();
  const { input, showFindings, editorBeside } = usePhones();
  const phone = useActivePhone();
  return (
    <div className={styles.toolbar}>
      <IconButton
        icon={PanelLeft}
        label={words('phone.side.editor')}
        pressed={editorBeside}
        onPress={() => usePhones.setState({ editorBeside: !editorBeside })}
      />
      <h2 className={styles.title}>{words('phone.side.title')}</h2>
      <Address />
      <Segmented
        label={words('phone.side.input')}
        value={input}
        options={[
          { value: 'synchronised', label: words('phone.side.synchronised'), icon: Link },
          { value: 'independent', label: words('phone.side.independent'), icon: Unlink },
          { value: 'led', label: words('phone.side.led'), icon: MousePointer2 },
        ]}
        onChange={(value) => usePhones.setState({ input: value })}
      />
      {phone && <DeviceMenu phone={phone} alone={false} />}
      <span className={styles.gap} />
      <Switch className={styles.switch ?? ''} isSelected={showFindings} onChange={(on) => usePhones.setState({ showFindings: on })}>
        {words('phone.side.findings')}
        <span className={styles.track} aria-hidden="true" />
      </Switch>
      <Button onPress={() => attempt(saveAll)}>
        <Camera size={14} aria-hidden="true" />
        {words('phone.side.screenshotAll')}
      </Button>
      <AddMerchant />
      {phone && <EnvironmentPopover phone={phone} trigger={<IconButton icon={EllipsisVertical} label={words('phone.environment')} />} />}
      <IconButton icon={X} label={words('phone.side.close')} onPress={() => attempt(leaveSideBySide)} />
    </div>
  );
}
