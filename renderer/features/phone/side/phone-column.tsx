import { CircleAlert, CircleCheck, EllipsisVertical } from 'lucide-react';
import { useEffect } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { classes, IconButton, MenuButton, type MenuEntry, Monogram } from '#renderer/ui/index.ts';
import type { LayoutFinding } from '#shared/model/phone.ts';
import { splitAddress } from '../address.ts';
import { usePhoneAnswer } from '../panels/use-phone-answer.ts';
import { requestOf } from '../phone-actions.ts';
import { chooseMerchant } from '../phone-choices.ts';
import { PhoneFrame } from '../phone-frame.tsx';
import { closePhone, restartPhone } from '../phone-lifecycle.ts';
import { changePhone, type Phone, usePhones } from '../phone-store.ts';
import { saveScreenshot } from '../screenshot.ts';
import { extChips } from './ext-chips.ts';
import { useMerchantLook } from './merchant-look.ts';
import styles from './phone-column.module.css';

function ColumnMenu({ phone, name }: { phone: Phone; name: string }) {
  const words = useWords();
  const leads = usePhones(({ input, leaderId }) => input === 'led' && leaderId === phone.phoneId);
  const entries: MenuEntry[] = [
    { kind: 'item', id: 'lead', label: words('phone.side.makeLeader', { name }), disabled: leads },
    { kind: 'item', id: 'merchant', label: words('phone.merchants.another') },
    { kind: 'item', id: 'restart', label: words('phone.restart') },
    { kind: 'item', id: 'screenshot', label: words('phone.screenshot') },
    { kind: 'separator', id: 'separator' },
    { kind: 'item', id: 'close', label: words('phone.side.remove', { name }) },
  ];
  const { phoneId } = phone;
  function choose(id: string): void {
    const actions: Record<string, () => Promise<void>> = {
      lead: async () => usePhones.setState({ input: 'led', leaderId: phoneId }),
      merchant: () => chooseMerchant(phone),
      restart: () => restartPhone(phoneId),
      screenshot: () => saveScreenshot(phone),
      close: () => closePhone(phoneId),
    };
    const action = actions[id];
    if (action) attempt(action);
  }
  return (
    <MenuButton
      label={words('phone.side.menu', { name })}
      entries={entries}
      onAction={choose}
      trigger={<IconButton icon={EllipsisVertical} label={words('phone.side.menu', { name })} />}
    />
  );
}

function Header({ phone, name }: { phone: Phone; name: string }) {
  const words = useWords();
  const { input, leaderId } = usePhones();
  const { merchant, phoneId } = phone;
  const look = useMerchantLook(merchant);
  const style = look ? { background: `var(--m${look.colour})`, color: `var(--m${look.colour}-on)` } : undefined;
  return (
    <header className={styles.header} style={style}>
      {look && <Monogram text={look.monogram} colour={look.colour} size={28} />}
      <button type="button" className={styles.name} onClick={() => usePhones.setState({ activeId: phoneId })}>
        <strong>{name}</strong>
        <span>{merchant ? words(`phone.merchants.${merchant.origin}`) : words('phone.merchants.unchanged')}</span>
      </button>
      {input === 'led' && leaderId === phoneId && <span className={styles.leads}>{words('phone.side.lead')}</span>}
      <ColumnMenu phone={phone} name={name} />
    </header>
  );
}

function Chips({ phone }: { phone: Phone }) {
  const { phones, ext } = usePhones();
  return (
    <div className={styles.chips}>
      <span className={styles.quiet}>ext.json</span>
      {extChips(phone, phones, ext).map(({ name, text, swatch }) => (
        <span key={name} className={styles.chip} title={name}>
          {swatch && <span className={styles.swatch} style={{ background: swatch }} aria-hidden="true" />}
          {text}
        </span>
      ))}
    </div>
  );
}

function Footer({ phone }: { phone: Phone }) {
  const words = useWords();
  const { findings, status } = phone;
  const overflow = findings?.filter(({ kind }) => kind === 'overflow').length ?? 0;
  const cut = (findings?.length ?? 0) - overflow;
  const state =
    status.kind === 'stopped'
      ? words('phone.ended')
      : status.kind === 'starting'
        ? words('phone.starting')
        : findings === null
          ? words('phone.side.running')
          : overflow + cut === 0
            ? words('phone.side.noIssues')
            : words('phone.side.issues', { overflow, cut });
  const bad = status.kind === 'stopped' || overflow + cut > 0;
  const Icon = bad ? CircleAlert : CircleCheck;
  return (
    <footer className={classes(styles.footer, bad ? styles.bad : styles.good)}>
      <Icon size={13} aria-hidden="true" />
      <span role="status">{state}</span>
      <span className={styles.gap} />
      {status.kind === 'running' && <span className={styles.quiet}>{Math.round(status.firstScreenMs)} ms</span>}
    </footer>
  );
}

/** Asks the phone what overflows, whenever the page may look different. */
function useFindings(phone: Phone): void {
  const on = usePhones((state) => state.showFindings);
  const [findings] = usePhoneAnswer<LayoutFinding[]>(phone, { kind: 'layout-findings', mark: on }, phone.contentVersion);
  const { phoneId } = phone;
  useEffect(() => changePhone(phoneId, () => ({ findings: on ? findings : null })), [phoneId, findings, on]);
}

/** One merchant's phone among several. */
export function PhoneColumn({ phone }: { phone: Phone }) {
  const words = useWords();
  const active = usePhones(({ activeId, phones }) => (activeId ?? phones[0]?.phoneId) === phone.phoneId);
  const name = phone.merchant?.name ?? words('phone.merchants.own');
  useFindings(phone);
  return (
    <section className={classes(styles.column, active && styles.active)} aria-label={words('phone.side.phoneOf', { name })}>
      <Header phone={phone} name={name} />
      <Chips phone={phone} />
      <PhoneFrame phone={phone} label={words('phone.frameFor', { merchant: name })} />
      <Footer phone={phone} />
    </section>
  );
}

/** Sends every phone to a page. */
export function navigateAll(address: string): void {
  const [path, query] = splitAddress(address);
  for (const { phoneId } of usePhones.getState().phones) attempt(() => requestOf(phoneId, { kind: 'navigate', path, query }));
}
