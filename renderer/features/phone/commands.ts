import { registerCommands } from '#renderer/client/commands/index.ts';
import { attempt, notify, translate } from '#renderer/client/index.ts';
import { askForText } from '#renderer/features/quick-pick/index.ts';
import { addressOf } from './address-bar.tsx';
import { changeEnvironment, loadMerchants, requestOf, saveModes } from './phone-actions.ts';
import { hidePhone, leaveSideBySide, showPhone, showSideBySide } from './phone-layout.ts';
import { restartPhone } from './phone-lifecycle.ts';
import { type Phone, usePhones } from './phone-store.ts';
import { saveScreenshot } from './screenshot.ts';

function active(): Phone | undefined {
  const { phones, activeId } = usePhones.getState();
  return phones.find(({ phoneId }) => phoneId === activeId) ?? phones[0];
}

/** A command about the phone that panels show; nothing without one. */
function onActive(run: (phone: Phone) => Promise<unknown>): () => void {
  return () => {
    const phone = active();
    if (phone) attempt(() => run(phone));
  };
}

function appEvent(event: 'hide' | 'show' | 'memory-warning' | 'screenshot-taken'): () => void {
  return onActive(({ phoneId }) => requestOf(phoneId, { kind: 'app-event', event }));
}

async function addMode(phone: Phone): Promise<void> {
  const name = await askForText({ label: translate('phone.modes.name'), value: '' });
  if (!name) return;
  const address = await askForText({ label: translate('phone.modes.page'), value: addressOf(phone) });
  if (address === null) return;
  const scene = await askForText({ label: translate('phone.modes.scene'), value: '1000' });
  if (scene === null) return;
  const [page = '', query = ''] = address.trim().replace(/^\//, '').split('?', 2);
  const others = usePhones.getState().modes.filter((mode) => mode.name !== name);
  await saveModes([...others, { name, page, query, scene: scene.trim() }]);
  usePhones.setState({ activeMode: name });
  await restartPhone(phone.phoneId);
}

async function removeMode(): Promise<void> {
  const { modes, activeMode } = usePhones.getState();
  await saveModes(modes.filter(({ name }) => name !== activeMode));
  usePhones.setState({ activeMode: null });
}

function pickFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

async function openMerchants(): Promise<void> {
  const file = await pickFile('.csv,.json,text/csv,application/json');
  if (!file) return;
  await loadMerchants({ format: file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv', text: (await file.text()).replace(/^\uFEFF/, '') });
  // Side by side, the menu that asked for the file has them now.
  if (usePhones.getState().layout !== 'side-by-side')
    notify({ kind: 'info', text: translate('phone.merchants.found', { count: usePhones.getState().merchants.length }) });
}

async function clearData(phone: Phone): Promise<void> {
  await requestOf(phone.phoneId, { kind: 'storage-remove', key: null });
}

/** The commands about phones. */
export function registerPhoneCommands(): () => void {
  return registerCommands({
    'phone.toggle': () => attempt(usePhones.getState().layout === 'hidden' ? showPhone : hidePhone),
    'phone.restart': onActive(({ phoneId }) => restartPhone(phoneId)),
    'phone.rotate': onActive(({ phoneId, environment }) =>
      changeEnvironment(phoneId, { orientation: environment.orientation === 'portrait' ? 'landscape' : 'portrait' }),
    ),
    'phone.screenshot': onActive(saveScreenshot),
    'phone.sideBySide': () => attempt(usePhones.getState().layout === 'side-by-side' ? leaveSideBySide : showSideBySide),
    'phone.home': appEvent('hide'),
    'phone.return': appEvent('show'),
    'phone.lowMemory': appEvent('memory-warning'),
    'phone.screenshotTaken': appEvent('screenshot-taken'),
    'phone.clearData': onActive(clearData),
    'phone.clearAndRestart': onActive(({ phoneId }) => restartPhone(phoneId, { clearData: true })),
    'phone.addMode': onActive(addMode),
    'phone.removeMode': () => attempt(removeMode),
    'phone.openMerchants': () => attempt(openMerchants),
    'phone.pick': onActive(({ phoneId }) => requestOf(phoneId, { kind: 'pick', on: true })),
  });
}
