import { User } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { initialsOf, Monogram } from '#renderer/ui/index.ts';
import type { Environment, IdentityRole } from '#shared/model/identity.ts';
import styles from './acting-capsule.module.css';
import { EnvironmentMark } from './environment-mark.tsx';
import { MerchantStrip } from './merchant-strip.tsx';
import { Tag } from './tag.tsx';

/** A merchant as drawn in the capsule; the colour is null as long as the platform has not told it. */
export interface CapsuleMerchant {
  name: string;
  monogram: string;
  colour: number | null;
}

/** The merchant's own colour, or nothing while it is not known. */
export function merchantColours(colour: number | null) {
  return colour === null ? {} : { style: { background: `var(--m${colour})`, color: `var(--m${colour}-on)` }, 'data-merchant-colour': colour };
}

/** What the capsule shows; `merchantCount` is what an ISV without a merchant could choose from. */
export type CapsuleContent =
  | { kind: 'out'; signedIn: boolean }
  | {
      kind: 'acting';
      role: IdentityRole;
      workspaceName: string;
      merchant: CapsuleMerchant | null;
      merchantCount: number | null;
      environment: Environment;
    };

function MerchantBlock({ merchant, count }: { merchant: CapsuleMerchant | null; count: number | null }) {
  const words = useWords();
  if (merchant === null)
    return (
      <span className={styles.several}>
        <MerchantStrip />
        {count === null ? words('account.statusBar.noMerchant') : words('account.merchants', { count })}
      </span>
    );
  return (
    <span className={merchant.colour === null ? styles.several : styles.merchant} {...merchantColours(merchant.colour)}>
      <span className={styles.monogram}>{merchant.monogram}</span>
      <bdi className={styles.name}>{merchant.name}</bdi>
    </span>
  );
}

/** The blocks of the capsule: identity, merchant in its colour, environment. The same order everywhere. */
export function CapsuleBlocks({ content, compact = false }: { content: CapsuleContent; compact?: boolean }) {
  const words = useWords();
  if (content.kind === 'out')
    return (
      <>
        <span className={styles.identity}>
          <User size={13} strokeWidth={1.6} aria-hidden="true" />
          {words(content.signedIn ? 'account.noIdentity' : 'account.notSignedIn')}
        </span>
        <span className={`${styles.environment} ${styles.divided}`}>{words('account.localOnly')}</span>
      </>
    );
  return (
    <>
      <span className={styles.identity}>
        {content.role === 'isv' && (
          <>
            <Monogram text={initialsOf(content.workspaceName)} size={18} />
            {!compact && <bdi className={styles.name}>{content.workspaceName}</bdi>}
          </>
        )}
        <Tag>{words(`account.roles.${content.role}`)}</Tag>
      </span>
      <MerchantBlock merchant={content.merchant} count={content.merchantCount} />
      <span className={styles.environment}>
        <EnvironmentMark environment={content.environment} />
      </span>
    </>
  );
}

/** The capsule as a picture, for previews; compact leaves the ISV's name to its mark. The one in the title bar is a button: see `ActingAs`. */
export function ActingCapsule({ content, compact = false }: { content: CapsuleContent; compact?: boolean }) {
  return (
    <span className={styles.capsule}>
      <CapsuleBlocks content={content} compact={compact} />
    </span>
  );
}
