import { displayChord, keyFor } from '#renderer/client/commands/index.ts';
import { useWords } from '#renderer/client/index.ts';
import type { Identity } from '#shared/model/identity.ts';
import styles from './account-main.module.css';
import { useAccount, useMerchants } from './account-store.ts';
import { AddIdentityDrawer } from './add-identity-drawer.tsx';
import { AttentionList } from './attention-list.tsx';
import { MerchantPage } from './merchant-page.tsx';
import { SignInCard } from './sign-in-card.tsx';

function IdentityPage({ identity }: { identity: Identity }) {
  const words = useWords();
  const merchants = useMerchants(identity.identityId);
  const shownId = useAccount((state) => state.shownMerchantId ?? state.snapshot?.acting?.merchant?.merchantId);
  const merchant = merchants.find(({ merchantId }) => merchantId === shownId);
  const key = keyFor('identity.actAs');
  return (
    <>
      {merchant ? (
        <MerchantPage merchant={merchant} identity={identity} />
      ) : (
        <header className={styles.head}>
          <h1 className={styles.title}>{words('account.detail.choose')}</h1>
          <p className={styles.text}>{words('account.detail.chooseText', { key: key ? displayChord(key) : '' })}</p>
        </header>
      )}
      <AttentionList identity={identity} />
    </>
  );
}

/** The page beside the account pane: the merchant somebody acts for or looks at, and what needs attention. */
export function AccountMain() {
  const words = useWords();
  const identity = useAccount((state) => state.snapshot?.acting?.identity);
  const signIn = useAccount((state) => state.signIn);
  return (
    <div className={styles.columns}>
      <div className={styles.page}>
        {identity ? (
          <IdentityPage identity={identity} />
        ) : (
          <div className={styles.invitation}>
            <h1 className="visually-hidden">{words('account.title')}</h1>
            {signIn.kind !== 'choosing' && <SignInCard />}
          </div>
        )}
      </div>
      {signIn.kind === 'choosing' && <AddIdentityDrawer key={signIn.account.accountId} account={signIn.account} />}
    </div>
  );
}
