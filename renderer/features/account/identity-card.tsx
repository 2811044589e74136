import { Check, Ellipsis } from 'lucide-react';
import { attempt, client, useWords } from '#renderer/client/index.ts';
import { Badge, Button, classes, IconButton, initialsOf, MenuButton, type MenuEntry, Monogram } from '#renderer/ui/index.ts';
import type { Account, Identity } from '#shared/model/identity.ts';
import { actAs, useAccount, useActing, useMerchants } from './account-store.ts';
import styles from './identity-card.module.css';
import { mayActFor } from './merchant-status.ts';
import { MerchantStrip } from './merchant-strip.tsx';
import { chooseRole, signOut, startSignIn } from './sign-in-flow.ts';
import { Tag } from './tag.tsx';

function Menu({ account, identity }: { account: Account; identity: Identity }) {
  const words = useWords();
  const label = words('account.identityMenu', { name: identity.workspaceName });
  const entries: MenuEntry[] = [
    { kind: 'item', id: 'role', label: words('account.chooseRole') },
    { kind: 'item', id: 'remove', label: words('account.removeIdentity') },
    { kind: 'separator', id: 'before-sign-out' },
    { kind: 'item', id: 'sign-out', label: words('account.signOutOf', { name: account.name }) },
  ];
  const actions: Record<string, () => void> = {
    role: () => chooseRole(account),
    remove: () => attempt(() => client.identity.removeIdentity({ identityId: identity.identityId })),
    'sign-out': () => attempt(() => signOut(account)),
  };
  return <MenuButton label={label} entries={entries} onAction={(id) => actions[id]?.()} trigger={<IconButton icon={Ellipsis} size={14} label={label} />} />;
}

/** An ISV has its outlined mark; a merchant its own colour, once the platform has told it. */
function Mark({ identity }: { identity: Identity }) {
  const [own] = useMerchants(identity.role === 'merchant' ? identity.identityId : undefined);
  if (own) return <Monogram text={own.monogram} colour={own.colour} size={32} />;
  return <Monogram text={initialsOf(identity.workspaceName)} size={32} />;
}

function Reach({ identity }: { identity: Identity }) {
  const words = useWords();
  const merchants = useMerchants(identity.identityId);
  const fallback = useAccount(
    (state) =>
      state.snapshot?.accounts
        .find(({ accountId }) => accountId === identity.accountId)
        ?.roles.find(({ role, workspaceId }) => role === identity.role && workspaceId === identity.workspaceId)?.merchantCount ?? 0,
  );
  if (identity.role === 'merchant') return <span className={styles.reach}>{words('account.ownOnly')}</span>;
  const count = merchants.length > 0 ? merchants.filter(mayActFor).length : fallback;
  return (
    <span className={styles.reach}>
      <MerchantStrip />
      <span title={words('account.authorisedMerchants', { count })}>{words('account.merchants', { count })}</span>
    </span>
  );
}

/** One account in one role. Several can be signed in at once; one of them is active. */
export function IdentityCard({ account, identity }: { account: Account; identity: Identity }) {
  const words = useWords();
  const active = useActing()?.identity.identityId === identity.identityId;
  const expired = account.session === 'expired';
  return (
    <li className={classes(styles.card, active && styles.active)} aria-label={identity.workspaceName}>
      <div className={styles.row}>
        <Mark identity={identity} />
        <div className={styles.text}>
          <span className={styles.titleRow}>
            <bdi className={styles.name}>{identity.workspaceName}</bdi>
            <Tag>{words(`account.roles.${identity.role}`)}</Tag>
          </span>
          <span className={styles.meta}>
            {identity.workspaceId} · {identity.workspaceRole}
          </span>
          <span className={styles.meta}>{account.name}</span>
        </div>
        <div className={styles.side}>
          <Menu account={account} identity={identity} />
        </div>
      </div>
      <div className={styles.foot}>
        {expired ? (
          <span className={styles.expired}>
            <Badge tone="warn">{words('account.expired')}</Badge>
            {words('account.expiredText', { name: account.name })}
          </span>
        ) : (
          <Reach identity={identity} />
        )}
        {expired ? (
          <Button size="small" onPress={() => attempt(startSignIn)}>
            {words('account.signInAgain')}
          </Button>
        ) : active ? (
          <Badge tone="ok" icon={Check}>
            {words('account.active')}
          </Badge>
        ) : (
          <Button
            size="small"
            onPress={() => attempt(() => actAs(identity.identityId, null))}
            aria-label={words('account.actAsIdentity', { name: identity.workspaceName })}
          >
            {words('account.actAs.label')}
          </Button>
        )}
      </div>
    </li>
  );
}
