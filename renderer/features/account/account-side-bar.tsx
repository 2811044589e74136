import { Lock, Plus } from 'lucide-react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import type { Account, IdentitySnapshot } from '#shared/model/identity.ts';
import styles from './account-side-bar.module.css';
import { useAccount } from './account-store.ts';
import { IdentityCard } from './identity-card.tsx';
import { MerchantSwitcher } from './merchant-switcher.tsx';
import { chooseRole, signOut, startSignIn } from './sign-in-flow.ts';
import { SignInWaiting } from './sign-in-waiting.tsx';

/** A signed-in account that has taken no role yet. */
function AccountCard({ account }: { account: Account }) {
  const words = useWords();
  return (
    <li className={styles.account} aria-label={account.name}>
      <span className={styles.accountText}>
        <bdi className={styles.accountName}>{account.name}</bdi>
        <span className={styles.note}>{words('account.signedInNoRole')}</span>
      </span>
      <Button size="small" variant="ghost" onPress={() => attempt(() => signOut(account))}>
        {words('account.signOut')}
      </Button>
      <Button size="small" onPress={() => chooseRole(account)}>
        {words('account.chooseRole')}
      </Button>
    </li>
  );
}

function Cards({ snapshot }: { snapshot: IdentitySnapshot }) {
  const words = useWords();
  const roleless = snapshot.accounts.filter(({ accountId }) => !snapshot.identities.some((identity) => identity.accountId === accountId));
  return (
    <ul className={styles.cards} aria-label={words('account.identities')}>
      {snapshot.identities.map((identity) => {
        const account = snapshot.accounts.find(({ accountId }) => accountId === identity.accountId);
        return account && <IdentityCard key={identity.identityId} account={account} identity={identity} />;
      })}
      {roleless.map((account) => (
        <AccountCard key={account.accountId} account={account} />
      ))}
    </ul>
  );
}

/** Where tokens are: in the keychain, or, said loudly, only in memory. */
function KeychainNote({ keychain }: { keychain: IdentitySnapshot['keychain'] }) {
  const words = useWords();
  return (
    <p className={keychain === 'unavailable' ? `${styles.keychain} ${styles.loud}` : styles.keychain}>
      <Lock size={13} aria-hidden="true" />
      {words(`account.keychain.${keychain}`)}
    </p>
  );
}

export function AccountSideBar() {
  const words = useWords();
  const snapshot = useAccount((state) => state.snapshot);
  const signIn = useAccount((state) => state.signIn);
  if (snapshot === null) return null;
  const acting = snapshot.acting?.identity;
  return (
    <section className={styles.pane} aria-label={words('account.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words('account.title')}</h2>
        <Button size="small" onPress={() => attempt(startSignIn)} isDisabled={signIn.kind === 'waiting'}>
          <Plus size={13} aria-hidden="true" />
          {words('account.addIdentity')}
        </Button>
      </header>
      {signIn.kind === 'waiting' && (
        <div className={styles.waiting}>
          <SignInWaiting url={signIn.url} />
        </div>
      )}
      {snapshot.accounts.length === 0 ? <p className={styles.empty}>{words('account.empty')}</p> : <Cards snapshot={snapshot} />}
      {acting?.role === 'isv' && <MerchantSwitcher key={acting.identityId} identity={acting} />}
      <KeychainNote keychain={snapshot.keychain} />
    </section>
  );
}
