import { Camera, ChevronLeft, CircleX, Columns3, EllipsisVertical, House, RotateCcw, RotateCwSquare } from 'lucide-react';
import { runCommand, useCommandTitle } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { useCompilerErrors } from '#renderer/features/problems/index.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import { AddressBar } from './address-bar.tsx';
import { DeviceMenu } from './device-menu.tsx';
import { EnvironmentPopover } from './environment-popover.tsx';
import { ExtPopover } from './ext-popover.tsx';
import { MerchantMenu } from './merchant-menu.tsx';
import { PhoneFrame } from './phone-frame.tsx';
import { showPhone } from './phone-layout.ts';
import styles from './phone-pane.module.css';
import { type Phone, useActivePhone, usePhones } from './phone-store.ts';

function Tools({ phone }: { phone: Phone }) {
  const words = useWords();
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{words('phone.simulator')}</h2>
      <DeviceMenu phone={phone} />
      <span className={styles.gap} />
      <IconButton icon={RotateCcw} label={words('phone.restart')} onPress={() => runCommand('phone.restart')} />
      <IconButton icon={RotateCwSquare} label={words('phone.rotate')} onPress={() => runCommand('phone.rotate')} />
      <IconButton icon={Camera} label={words('phone.screenshot')} onPress={() => runCommand('phone.screenshot')} />
      <IconButton icon={Columns3} label={words('phone.sideBySide')} onPress={() => runCommand('phone.sideBySide')} />
      <EnvironmentPopover phone={phone} trigger={<IconButton icon={EllipsisVertical} label={words('phone.environment')} />} />
    </div>
  );
}

function Navigation({ phone }: { phone: Phone }) {
  const words = useWords();
  return (
    <div className={styles.address}>
      <IconButton icon={ChevronLeft} label={words('phone.back')} isDisabled={phone.stack.length < 2} onPress={() => runCommand('phone.back')} />
      <IconButton icon={House} label={words('phone.homeKey')} isDisabled={phone.away} onPress={() => runCommand('phone.home')} />
      <AddressBar phone={phone} />
    </div>
  );
}

/** What a page that looks wrong, or stays empty, may come from. */
function ErrorsOfProgram() {
  const words = useWords();
  const count = useCompilerErrors();
  if (count === 0) return null;
  const name = words('phone.errors', { count });
  return (
    <Button variant="ghost" size="small" aria-label={name} onPress={() => runCommand('workbench.showProblems')}>
      <span className={styles.errors}>
        <CircleX size={13} aria-hidden="true" /> {count}
      </span>
    </Button>
  );
}

function Footer({ phone }: { phone: Phone }) {
  const words = useWords();
  const { status } = phone;
  const state =
    status.kind === 'running'
      ? words('phone.running', { ms: Math.round(status.firstScreenMs) })
      : words(status.kind === 'starting' ? 'phone.starting' : 'phone.ended');
  return (
    <div className={styles.foot} data-status={status.kind}>
      <span role="status">{state}</span>
      <span className={styles.gap} />
      <ErrorsOfProgram />
      <ExtPopover phone={phone} />
      <MerchantMenu phone={phone} />
    </div>
  );
}

function Empty() {
  const words = useWords();
  const title = useCommandTitle();
  const { runnable, devices } = usePhones();
  // Until the project is known it cannot be said that it has no pages.
  if (devices.length === 0) return <p className={styles.empty}>{words('phone.starting')}</p>;
  return (
    <div className={styles.empty}>
      <p>{words(runnable ? 'phone.none' : 'phone.notRunnable')}</p>
      {runnable ? (
        <Button onPress={() => attempt(showPhone)}>{words('phone.start')}</Button>
      ) : (
        <Button onPress={() => runCommand('workbench.newProject')}>{title('workbench.newProject')}</Button>
      )}
    </div>
  );
}

/** The phone beside the editor. */
export function PhonePane() {
  const words = useWords();
  const phone = useActivePhone();
  const zoom = usePhones((state) => state.zoom);
  return (
    <section className={styles.pane} aria-label={words('phone.preview')} data-part="phone">
      {phone ? (
        <>
          <Tools phone={phone} />
          <Navigation phone={phone} />
          <PhoneFrame phone={phone} zoom={zoom} label={words('phone.frame', { device: phone.environment.device.name })} />
          <Footer phone={phone} />
        </>
      ) : (
        <Empty />
      )}
    </section>
  );
}
