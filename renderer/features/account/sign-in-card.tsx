import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Badge, Button } from '#renderer/ui/index.ts';
import type { Account } from '#shared/model/identity.ts';
import { useAccount } from './account-store.ts';
import { ActingCapsule } from './acting-capsule.tsx';
import { EnvironmentMark } from './environment-mark.tsx';
import styles from './sign-in-card.module.css';
import { chooseRole, startSignIn } from './sign-in-flow.ts';
import { SignInWaiting } from './sign-in-waiting.tsx';
import { useCapsule } from './use-capsule.ts';

function SignedIn() {
  const words = useWords();
  const snapshot = useAccount((state) => state.snapshot);
  const content = useCapsule();
  const [account] = snapshot?.accounts ?? [];
  const names = snapshot?.accounts.map(({ name }) => name).join(', ') ?? '';
  return (
    <>
      <p className={styles.text}>{words('account.signIn.signedInAs', { name: names })}</p>
      {content && <ActingCapsule content={content} />}
      <div className={styles.actions}>
        {snapshot?.identities.length === 0 && account ? (
          <Button variant="primary" onPress={() => openRoles(account)}>
            {words('account.chooseRole')}
          </Button>
        ) : (
          <Button onPress={() => runCommand('identity.actAs')}>{words('account.actAs.label')}…</Button>
        )}
        <Button variant="ghost" onPress={() => runCommand('workbench.showAccount')}>
          {words('account.title')}
        </Button>
      </div>
    </>
  );
}

function openRoles(account: Account): void {
  chooseRole(account);
  runCommand('workbench.showAccount');
}

function SignedOut() {
  const words = useWords();
  const environment = useAccount((state) => state.snapshot?.platform.environment ?? 'local');
  const signIn = useAccount((state) => state.signIn);
  return (
    <>
      <p className={styles.text}>{words('start.signInText')}</p>
      <div className={styles.environment}>
        <EnvironmentMark environment={environment} size={14} />
        <span className={styles.hint}>{words(`account.environmentHints.${environment}`)}</span>
      </div>
      {signIn.kind === 'waiting' ? (
        <SignInWaiting url={signIn.url} />
      ) : (
        <Button variant="primary" size="large" onPress={() => attempt(startSignIn)}>
          {words('start.signIn', { environment: words(`account.environments.${environment}`) })}
        </Button>
      )}
    </>
  );
}

/** The start page's way in: what signing in is for, where it leads, or who is signed in. */
export function SignInCard() {
  const words = useWords();
  const signedIn = useAccount((state) => (state.snapshot?.accounts.length ?? 0) > 0);
  return (
    <section className={styles.card} aria-label={words('start.signInTitle')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words(signedIn ? 'account.signIn.signedIn' : 'start.signInTitle')}</h2>
        {!signedIn && <Badge tone="idle">{words('account.notSignedIn')}</Badge>}
      </header>
      {signedIn ? <SignedIn /> : <SignedOut />}
    </section>
  );
}
