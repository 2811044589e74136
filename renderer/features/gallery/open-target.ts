import { useAccount } from '#renderer/features/account/index.ts';
import { openGenerate, type Target } from './generate-store.ts';

/** Opens the dialog; a single project starts with the merchant that is acted for. */
export function openTarget(templateId: string, target: Target): Promise<void> {
  const merchant = useAccount.getState().snapshot?.acting?.merchant;
  return openGenerate(templateId, target, { merchantId: merchant?.merchantId ?? '', name: merchant?.name ?? '' });
}
