import type { Acting, IdentitySnapshot } from '#shared/model/identity.ts';
import { useAccount } from './account-store.ts';
import type { CapsuleContent } from './acting-capsule.tsx';

function countOf(snapshot: IdentitySnapshot, { identity }: Acting): number | null {
  const account = snapshot.accounts.find(({ accountId }) => accountId === identity.accountId);
  return account?.roles.find(({ role, workspaceId }) => role === identity.role && workspaceId === identity.workspaceId)?.merchantCount ?? null;
}

/** What the capsule says now; null until the engine has answered. */
export function useCapsule(): CapsuleContent | null {
  const snapshot = useAccount((state) => state.snapshot);
  if (snapshot === null) return null;
  const { acting } = snapshot;
  if (acting === null) return { kind: 'out', signedIn: snapshot.accounts.length > 0 };
  const { role, workspaceName } = acting.identity;
  return { kind: 'acting', role, workspaceName, merchant: acting.merchant, merchantCount: countOf(snapshot, acting), environment: acting.environment };
}
