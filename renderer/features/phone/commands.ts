import { registerCommands } from '#renderer/client/commands/index.ts';
import { attempt, notify, translate } from '#renderer/client/index.ts';
import { askForText } from '#renderer/features/quick-pick/index.ts';
import { changeEnvironment, leaveProgram, loadMerchants, requestOf, returnToProgram, saveModes } from './phone-actions.ts';
import { chooseDevice, chooseMerchant, chooseMode } from './phone-choices.ts';
import { hidePhone, leaveSideBySide, showPhone, showSideBySide } from './phone-layout.ts';
import { restartPhone } from './phone-lifecycle.ts';
import { activePhone, changePhone, type Phone, usePhones } from './phone-store.ts';
import { saveScreenshot } from './screenshot.ts';

/** A command about the phone that panels show; nothing without one. */
function onActive(run: (phone: Phone) => Promise<unknown>): () => void {
  return () => {
    const phone = activePhone();
    if (phone) attempt(() => run(phone));
  };
}

function appEvent(event: 'memory-warning' | 'screenshot-taken'): () => void {
  return onActive(({ phoneId }) => requestOf(phoneId, { kind: 'app-event', event }));
}

async function removeMode(): Promise<void> {
  const { modes, activeMode } = usePhones.getState();
  await saveModes(modes.filter(({ name }) => name !== activeMode));
  usePhones.setState({ activeMode: null });
}

function editMode(): void {
  const { modes, activeMode } = usePhones.getState();
  const mode = modes.find(({ name }) => name === activeMode);
  if (mode) usePhones.setState({ question: { kind: 'mode', mode } });
}

async function addMock(): Promise<void> {
  const api = await askForText({ label: translate('phone.mocks.api'), value: 'my.' });
  const name = api?.trim().replace(/^my\./, '');
  if (name) usePhones.setState({ question: { kind: 'mock', api: name, call: null } });
}

function goToPage(): void {
  const field = document.querySelector<HTMLInputElement>('[data-phone-address]');
  field?.focus();
  field?.select();
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
    'phone.chooseDevice': onActive(chooseDevice),
    'phone.goToPage': goToPage,
    'phone.back': onActive(({ phoneId }) => requestOf(phoneId, { kind: 'back' })),
    'phone.screenshot': onActive(saveScreenshot),
    'phone.sideBySide': () => attempt(usePhones.getState().layout === 'side-by-side' ? leaveSideBySide : showSideBySide),
    'phone.home': onActive(({ phoneId }) => leaveProgram(phoneId)),
    'phone.return': onActive(({ phoneId }) => returnToProgram(phoneId)),
    'phone.lowMemory': appEvent('memory-warning'),
    'phone.screenshotTaken': appEvent('screenshot-taken'),
    'phone.clearData': onActive(clearData),
    'phone.clearAndRestart': onActive(({ phoneId }) => restartPhone(phoneId, { clearData: true })),
    'phone.chooseMode': onActive(chooseMode),
    'phone.addMode': () => usePhones.setState({ question: { kind: 'mode', mode: null } }),
    'phone.editMode': editMode,
    'phone.removeMode': () => attempt(removeMode),
    'phone.chooseMerchant': onActive(chooseMerchant),
    'phone.openMerchants': () => attempt(openMerchants),
    'phone.pick': onActive(({ phoneId }) => requestOf(phoneId, { kind: 'pick', on: true })),
    'phone.clearConsole': onActive(async ({ phoneId }) => changePhone(phoneId, () => ({ console: [] }))),
    'phone.clearCalls': onActive(async ({ phoneId }) => changePhone(phoneId, () => ({ calls: [] }))),
    'phone.addMock': () => attempt(addMock),
  });
}
