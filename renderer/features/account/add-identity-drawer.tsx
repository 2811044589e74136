import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { attempt, client, useWords } from '#renderer/client/index.ts';
import { Button, IconButton, initialsOf, Monogram } from '#renderer/ui/index.ts';
import type { Account, OfferedRole } from '#shared/model/identity.ts';
import { useAccount, useMerchant } from './account-store.ts';
import { ActingCapsule } from './acting-capsule.tsx';
import styles from './add-identity-drawer.module.css';
import { MerchantStrip } from './merchant-strip.tsx';

function keyOf(role: OfferedRole): string {
  return `${role.role}:${role.workspaceId}`;
}

function Steps({ account }: { account: Account }) {
  const words = useWords();
  const done = [
    {
      title: words('account.choose.steps.environment'),
      text: `${words(`account.environments.${account.environment}`)}. ${words(`account.environmentHints.${account.environment}`)}`,
    },
    { title: words('account.choose.steps.signIn'), text: words('account.choose.confirmed', { name: account.name, email: account.email }) },
  ];
  return (
    <ol className={styles.steps}>
      {done.map(({ title, text }) => (
        <li key={title} className={styles.step}>
          <span className={`${styles.number} ${styles.done}`}>
            <Check size={12} aria-hidden="true" />
          </span>
          <span>
            <strong className={styles.stepTitle}>{title}</strong>
            <span className={styles.stepText}>{text}</span>
          </span>
        </li>
      ))}
      <li className={styles.step} aria-current="step">
        <span className={styles.number}>{done.length + 1}</span>
        <span>
          <strong className={styles.stepTitle}>{words('account.choose.steps.role')}</strong>
          <span className={styles.stepText}>{words('account.choose.text', { name: account.name })}</span>
        </span>
      </li>
    </ol>
  );
}

function RoleCard({ role, added }: { role: OfferedRole; added: boolean }) {
  const words = useWords();
  const isv = role.role === 'isv';
  const known = useMerchant(isv ? undefined : role.workspaceId);
  const title = words(isv ? 'account.choose.isv' : 'account.choose.merchant');
  return (
    <Radio value={keyOf(role)} className={styles.role ?? ''} isDisabled={added} aria-label={`${title}: ${role.workspaceName}`}>
      <span className={styles.dot} />
      <span className={styles.roleBody}>
        <span className={styles.roleHead}>
          <Monogram text={known?.monogram ?? initialsOf(role.workspaceName)} colour={known?.colour} size={28} />
          <span>
            <strong className={styles.stepTitle}>{title}</strong>
            <bdi className={styles.stepText}>
              {role.workspaceName}
              {added && ` – ${words('account.choose.added')}`}
            </bdi>
          </span>
        </span>
        <span className={styles.roleText}>{words(isv ? 'account.choose.isvText' : 'account.choose.merchantText')}</span>
        <span className={styles.roleFoot}>
          {isv && (
            <>
              <MerchantStrip />
              <span>{words('account.merchants', { count: role.merchantCount })} ·</span>
            </>
          )}
          {words('account.choose.role', { role: role.workspaceRole })}
        </span>
      </span>
    </Radio>
  );
}

function Preview({ account, role }: { account: Account; role: OfferedRole }) {
  const words = useWords();
  const known = useMerchant(role.workspaceId);
  const own = { name: role.workspaceName, monogram: known?.monogram ?? initialsOf(role.workspaceName), colour: known?.colour ?? null };
  const merchant = role.role === 'merchant' ? own : null;
  return (
    <div className={styles.preview}>
      <span className={styles.previewTitle}>{words('account.choose.preview')}</span>
      <ActingCapsule
        compact
        content={{
          kind: 'acting',
          role: role.role,
          workspaceName: role.workspaceName,
          merchant,
          merchantCount: role.merchantCount,
          environment: account.environment,
        }}
      />
    </div>
  );
}

/** After a sign-in: which of the roles that the account offers to take. Shows what the title bar will read before anything is taken. */
export function AddIdentityDrawer({ account }: { account: Account }) {
  const words = useWords();
  const identities = useAccount((state) => state.snapshot?.identities);
  const keychain = useAccount((state) => state.snapshot?.keychain ?? 'unavailable');
  const isAdded = (role: OfferedRole): boolean =>
    identities?.some((one) => one.accountId === account.accountId && one.role === role.role && one.workspaceId === role.workspaceId) === true;
  const [chosen, setChosen] = useState(() => account.roles.find((role) => !isAdded(role)) ?? account.roles[0]);
  const close = (): void => useAccount.setState({ signIn: { kind: 'none' } });

  function add(): void {
    if (chosen === undefined) return;
    attempt(async () => {
      await client.identity.addIdentity({ accountId: account.accountId, role: chosen.role, workspaceId: chosen.workspaceId });
      close();
    });
  }

  return (
    <aside className={styles.drawer} aria-label={words('account.choose.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words('account.choose.title')}</h2>
        <IconButton icon={X} label={words('account.choose.close')} onPress={close} />
      </header>
      <div className={styles.body}>
        <Steps account={account} />
        <RadioGroup
          aria-label={words('account.choose.title')}
          className={styles.roles ?? ''}
          value={chosen ? keyOf(chosen) : null}
          onChange={(key) => setChosen(account.roles.find((role) => keyOf(role) === key))}
        >
          {account.roles.map((role) => (
            <RoleCard key={keyOf(role)} role={role} added={isAdded(role)} />
          ))}
        </RadioGroup>
        {chosen && <Preview account={account} role={chosen} />}
        <p className={styles.note}>{words(`account.keychain.${keychain}`)}</p>
      </div>
      <footer className={styles.foot}>
        <Button size="large" onPress={close}>
          {words('account.choose.later')}
        </Button>
        {chosen && (
          <Button size="large" variant="primary" wide autoFocus isDisabled={isAdded(chosen)} onPress={add}>
            {words(chosen.role === 'isv' ? 'account.choose.addIsv' : 'account.choose.addMerchant', { name: chosen.workspaceName })}
          </Button>
        )}
      </footer>
    </aside>
  );
}
