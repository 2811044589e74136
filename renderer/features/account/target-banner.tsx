import { ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, client, reportError, useWords } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import { Button } from '#renderer/ui/index.ts';
import type { Environment, TargetCheck } from '#shared/model/identity.ts';
import { actAs, findMerchant, useAccount } from './account-store.ts';
import { mayActFor } from './merchant-status.ts';
import styles from './target-banner.module.css';

/** What the gate says now; asked again whenever the acting identity, the folder or its binding changes. */
function useTarget(): TargetCheck | null {
  const workspaceId = useWorkspace((state) => state.workspace?.workspaceId);
  const binding = useWorkspace((state) => state.project?.binding);
  const acting = useAccount((state) => state.snapshot?.acting);
  const [target, setTarget] = useState<TargetCheck | null>(null);
  const question = JSON.stringify([workspaceId, binding, acting?.identity.identityId, acting?.merchant?.merchantId, acting?.environment]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says when to ask again
  useEffect(() => {
    let current = true;
    if (workspaceId === undefined) setTarget(null);
    else
      client.identity
        .checkTarget({ workspaceId })
        .then((answer) => current && setTarget(answer))
        .catch(reportError);
    return () => {
      current = false;
    };
  }, [question]);
  return target;
}

function ActForProject({ merchantId, name }: { merchantId: string; name: string }) {
  const words = useWords();
  const lists = useAccount((state) => state.merchants);
  const acting = useAccount((state) => state.snapshot?.acting);
  const found = findMerchant(lists, merchantId, acting?.identity.identityId);
  if (found === null || !mayActFor(found.merchant)) return <span className={styles.cannot}>{words('account.banner.cannotAct', { name })}</span>;
  return (
    <Button size="small" variant="primary" onPress={() => attempt(() => actAs(found.identityId, found.merchant.merchantId))}>
      {words('account.banner.actFor', { name })}
    </Button>
  );
}

function useSentence(target: TargetCheck | null): string | null {
  const words = useWords();
  const environment = (name: string): string => words(`account.environments.${name as Environment}`, { defaultValue: name });
  switch (target?.kind) {
    case 'mismatch':
      return words('account.banner.mismatch', { project: target.project, acting: target.acting });
    case 'environment-mismatch':
      return words('account.banner.environment', { project: environment(target.project), acting: environment(target.acting) });
    default:
      return null;
  }
}

/** Says that the open project belongs to somebody else than the one acted for, and that nothing can be written to the platform. */
export function TargetBanner() {
  const words = useWords();
  const target = useTarget();
  const sentence = useSentence(target);
  if (sentence === null || target === null) return null;
  return (
    <div className={styles.banner} role="alert">
      <ShieldAlert size={16} aria-hidden="true" className={styles.icon} />
      <p className={styles.text}>{sentence}</p>
      {target.kind === 'mismatch' && <ActForProject merchantId={target.projectMerchantId} name={target.project} />}
      <Button size="small" onPress={() => runCommand('workbench.closeFolder')}>
        {words('account.banner.close')}
      </Button>
    </div>
  );
}
