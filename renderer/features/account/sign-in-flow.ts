import { runCommand } from '#renderer/client/commands/index.ts';
import { client, notify, reportError, translate } from '#renderer/client/index.ts';
import type { Account } from '#shared/model/identity.ts';
import { useAccount } from './account-store.ts';

function signedIn(account: Account): void {
  const identities = useAccount.getState().snapshot?.identities ?? [];
  const returning = identities.some(({ accountId }) => accountId === account.accountId);
  if (returning) notify({ kind: 'success', text: translate('account.signIn.again', { name: account.name }) });
  useAccount.setState({
    signIn: account.roles.length > identities.filter((one) => one.accountId === account.accountId).length ? { kind: 'choosing', account } : { kind: 'none' },
  });
  runCommand('workbench.showAccount');
}

/** Sends the person to the browser and waits until they are back; ends in the drawer that asks for a role. */
export async function startSignIn(): Promise<void> {
  await cancelSignIn();
  const { attemptId, url, opened } = await client.identity.beginSignIn();
  useAccount.setState({ signIn: { kind: 'waiting', attemptId, url } });
  if (!opened) window.open(url, '_blank', 'noopener');
  const isCurrent = (): boolean => {
    const { signIn } = useAccount.getState();
    return signIn.kind === 'waiting' && signIn.attemptId === attemptId;
  };
  try {
    const account = await client.identity.finishSignIn({ attemptId });
    if (isCurrent()) signedIn(account);
  } catch (error) {
    if (!isCurrent()) return;
    useAccount.setState({ signIn: { kind: 'none' } });
    reportError(error);
  }
}

export async function cancelSignIn(): Promise<void> {
  const { signIn } = useAccount.getState();
  useAccount.setState({ signIn: { kind: 'none' } });
  if (signIn.kind === 'waiting') await client.identity.cancelSignIn({ attemptId: signIn.attemptId });
}

/** Opens the drawer for an account that is signed in already, to take one more of its roles. */
export function chooseRole(account: Account): void {
  useAccount.setState({ signIn: { kind: 'choosing', account } });
}

export async function signOut(account: Account): Promise<void> {
  await client.identity.signOut({ accountId: account.accountId });
  notify({ kind: 'info', text: translate('account.signedOut', { name: account.name }) });
}
