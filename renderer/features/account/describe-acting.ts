import { translate } from '#renderer/client/index.ts';
import type { Acting } from '#shared/model/identity.ts';

function parameters(acting: Acting) {
  return {
    workspace: acting.identity.workspaceName,
    merchant: acting.merchant?.name ?? '',
    environment: translate(`account.environments.${acting.environment}`),
  };
}

/** The accessible name of the capsule. */
export function nameActing(acting: Acting | null, signedIn: boolean): string {
  if (acting === null) {
    const state = signedIn ? translate('account.noIdentity') : `${translate('account.notSignedIn')}, ${translate('account.localOnly')}`;
    return translate('account.capsule.out', { state });
  }
  if (acting.identity.role === 'merchant') return translate('account.capsule.merchant', parameters(acting));
  return translate(acting.merchant ? 'account.capsule.isvForMerchant' : 'account.capsule.isv', parameters(acting));
}

/** The sentence that is announced when somebody starts to act as somebody else. */
export function announceActing(acting: Acting | null): string {
  if (acting === null) return translate('account.capsule.announceOut');
  if (acting.identity.role === 'merchant') return translate('account.capsule.announceMerchant', parameters(acting));
  return translate(acting.merchant ? 'account.capsule.announceIsvForMerchant' : 'account.capsule.announceIsv', parameters(acting));
}
