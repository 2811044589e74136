import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, translate } from '#renderer/client/index.ts';
import { fuzzyItems, type QuickPickItem, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import { changeEnvironment, loadMerchants } from './phone-actions.ts';
import { startInMode, switchMerchant } from './phone-lifecycle.ts';
import { type Phone, usePhones } from './phone-store.ts';

function choose(label: string, items: QuickPickItem[], accept: (id: string) => Promise<unknown>): void {
  showQuickPick({ label, placeholder: label, items: (query) => fuzzyItems(query, items), accept: (item) => item && attempt(() => accept(item.id)) });
}

/** Lets a person choose the phone's model by typing. */
export async function chooseDevice({ phoneId }: Phone): Promise<void> {
  const { devices } = usePhones.getState();
  const items = devices.map(({ id, name, system, platform }) => ({ id, label: name, detail: `${platform} ${system}` }));
  choose(translate('phone.device'), items, async (id) => {
    const device = devices.find((candidate) => candidate.id === id);
    if (device) await changeEnvironment(phoneId, { device });
  });
}

/** Lets a person choose how the program starts. */
export async function chooseMode({ phoneId }: Phone): Promise<void> {
  const modes = usePhones.getState().modes.map(({ name, page, query }) => ({ id: name, label: name, detail: query === '' ? page : `${page}?${query}` }));
  choose(translate('phone.modes.title'), [{ id: '', label: translate('phone.modes.normal') }, ...modes], (id) => startInMode(phoneId, id === '' ? null : id));
}

/** Lets a person choose among however many merchants there are, by name or id. */
export async function chooseMerchant({ phoneId }: Phone): Promise<void> {
  if (usePhones.getState().merchants.length === 0) await loadMerchants();
  const merchants = usePhones
    .getState()
    .merchants.map(({ key, name, merchantId, origin }) => ({ id: key, label: name, detail: `${merchantId} – ${translate(`phone.merchants.${origin}`)}` }));
  const items = [{ id: '', label: translate('phone.merchants.own') }, ...merchants, { id: ':file', label: translate('phone.merchants.open') }];
  choose(translate('phone.merchants.title'), items, async (id) => {
    if (id === ':file') runCommand('phone.openMerchants');
    else await switchMerchant(phoneId, id === '' ? undefined : id);
  });
}
