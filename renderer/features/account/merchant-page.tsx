import { useMemo } from 'react';
import { attempt, currentLanguage, useWords } from '#renderer/client/index.ts';
import { Badge, Button, initialsOf, Monogram } from '#renderer/ui/index.ts';
import type { Identity, Merchant, MiniProgram } from '#shared/model/identity.ts';
import { actAs, useActing } from './account-store.ts';
import { EnvironmentMark } from './environment-mark.tsx';
import { MerchantBadge } from './merchant-badge.tsx';
import styles from './merchant-page.module.css';
import { mayActFor } from './merchant-status.ts';
import { releaseTone } from './release-tone.ts';
import { unavailableReason } from './unavailable-reason.ts';

function Hero({ merchant, identity, acting }: { merchant: Merchant; identity: Identity; acting: boolean }) {
  const words = useWords();
  const country = useMemo(() => new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(merchant.country), [merchant.country]);
  const tint = `linear-gradient(90deg, color-mix(in srgb, var(--m${merchant.colour}) 16%, transparent), transparent 70%)`;
  return (
    <header className={styles.hero} style={{ background: tint }}>
      <span className={styles.edge} style={{ background: `var(--m${merchant.colour})` }} data-merchant-colour={merchant.colour} />
      <Monogram text={merchant.monogram} colour={merchant.colour} size={48} />
      <div className={styles.heroText}>
        <span className={styles.heroTitle}>
          <h1 className={styles.name}>
            <bdi>{merchant.name}</bdi>
          </h1>
          <MerchantBadge merchant={merchant} prominent />
        </span>
        <span className={styles.place}>
          {merchant.city}, {country} · {words('account.detail.id', { id: merchant.merchantId })}
        </span>
      </div>
      {mayActFor(merchant) && !acting && (
        <Button variant="primary" onPress={() => attempt(() => actAs(identity.identityId, merchant.merchantId))}>
          {words('account.detail.actFor', { name: merchant.name })}
        </Button>
      )}
      {acting && identity.role === 'isv' && <Button onPress={() => attempt(() => actAs(identity.identityId, null))}>{words('account.detail.stop')}</Button>}
    </header>
  );
}

function Facts({ merchant, identity }: { merchant: Merchant; identity: Identity }) {
  const words = useWords();
  const date = merchant.expiresAt && new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(merchant.expiresAt));
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words('account.detail.youActAs')}</dt>
        <dd>
          {identity.role === 'isv' && <Monogram text={initialsOf(identity.workspaceName)} size={18} />}
          <bdi>
            {identity.workspaceName}, {words(`account.roles.${identity.role}`)}
          </bdi>
        </dd>
      </div>
      <div>
        <dt>{words('account.detail.yourRole')}</dt>
        <dd>{merchant.workspaceRole ?? words('account.detail.noRole')}</dd>
      </div>
      <div>
        <dt>{words('account.detail.environment')}</dt>
        <dd>
          <EnvironmentMark environment={identity.environment} size={13} />
        </dd>
      </div>
      <div>
        <dt>{words('account.detail.authorisation')}</dt>
        <dd>{date ? words('account.detail.validUntil', { status: merchant.authorisation, date }) : merchant.authorisation}</dd>
      </div>
      <div>
        <dt>{words('account.detail.order')}</dt>
        <dd>{merchant.order}</dd>
      </div>
    </dl>
  );
}

function ProgramRow({ program }: { program: MiniProgram }) {
  const words = useWords();
  return (
    <tr>
      <th scope="row" dir="auto">
        {program.name}
      </th>
      <td>
        <code>{program.miniProgramId}</code>
      </td>
      <td className={program.liveVersion === null ? styles.absent : undefined}>{program.liveVersion ?? words('account.detail.neverReleased')}</td>
      <td className={program.workingVersion === null ? styles.absent : undefined}>{program.workingVersion ?? words('account.detail.nothingInProgress')}</td>
      <td>
        {program.status === null ? (
          <span className={styles.absent}>{words('account.detail.noState')}</span>
        ) : (
          <Badge tone={releaseTone[program.status]}>{program.status}</Badge>
        )}
      </td>
    </tr>
  );
}

function Programs({ merchant }: { merchant: Merchant }) {
  const words = useWords();
  const columns = ['name', 'appId', 'live', 'inProgress', 'state'] as const;
  return (
    <section>
      <h2 className={styles.heading}>
        {words('account.detail.miniPrograms')} <span className={styles.count}>{merchant.miniPrograms.length}</span>
      </h2>
      {merchant.miniPrograms.length === 0 ? (
        <p className={styles.absent}>{words('account.detail.noMiniPrograms')}</p>
      ) : (
        <div className={styles.tableCard}>
          <table className={styles.table} aria-label={words('account.detail.miniPrograms')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {words(`account.detail.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {merchant.miniPrograms.map((program) => (
                <ProgramRow key={program.miniProgramId} program={program} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Everything the platform says about one merchant, and whether one may act for it. */
export function MerchantPage({ merchant, identity }: { merchant: Merchant; identity: Identity }) {
  const words = useWords();
  const acting = useActing()?.merchant?.merchantId === merchant.merchantId;
  const reason = unavailableReason(merchant);
  return (
    <>
      <Hero merchant={merchant} identity={identity} acting={acting} />
      <div className={styles.body}>
        {reason !== null && <p className={styles.blocked}>{words('account.detail.cannotAct', { reason })}</p>}
        <Facts merchant={merchant} identity={identity} />
        <Programs merchant={merchant} />
      </div>
    </>
  );
}
