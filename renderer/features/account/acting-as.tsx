import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { useWords } from '#renderer/client/index.ts';
import { useAccount } from './account-store.ts';
import styles from './acting-capsule.module.css';
import { CapsuleBlocks } from './acting-capsule.tsx';
import { announceActing, nameActing } from './describe-acting.ts';
import { useCapsule } from './use-capsule.ts';

/** The sentence for a switch; empty until there was one, so that a reload announces nothing. */
function useAnnouncement(): string {
  const snapshot = useAccount((state) => state.snapshot);
  const [text, setText] = useState('');
  const before = useRef<string | null>(null);
  const acting = snapshot?.acting ?? null;
  const key = snapshot === null ? null : `${acting?.identity.identityId}/${acting?.merchant?.merchantId}`;
  useEffect(() => {
    if (key === null) return;
    if (before.current !== null && before.current !== key) setText(announceActing(useAccount.getState().snapshot?.acting ?? null));
    before.current = key;
  }, [key]);
  return text;
}

/** Who somebody acts as, for which merchant, and where: always in the title bar, above every dialog, never animated. */
export function ActingAs() {
  useWords();
  const content = useCapsule();
  const snapshot = useAccount((state) => state.snapshot);
  const announcement = useAnnouncement();
  return (
    <div className={styles.place} data-react-aria-top-layer="true">
      {content && (
        <button type="button" className={`${styles.capsule} ${styles.button}`} aria-haspopup="dialog" onClick={() => runCommand('identity.actAs')}>
          <span className="visually-hidden">{nameActing(snapshot?.acting ?? null, content.kind === 'out' && content.signedIn)}</span>
          <span className={styles.blocks} aria-hidden="true">
            <CapsuleBlocks content={content} />
          </span>
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      )}
      <span role="status" className="visually-hidden">
        {announcement}
      </span>
    </div>
  );
}
