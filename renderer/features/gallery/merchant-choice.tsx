import { useEffect, useState } from 'react';
import { attempt, client, useWords } from '#renderer/client/index.ts';
import { mayActFor, useActing, useMerchants } from '#renderer/features/account/index.ts';
import { Button, Monogram } from '#renderer/ui/index.ts';
import type { Merchant } from '#shared/model/identity.ts';
import { useGenerate } from './generate-store.ts';
import styles from './merchant-choice.module.css';
import { Tick } from './tick.tsx';

const none: readonly Merchant[] = [];

/** The merchants of the acting ISV, asked for again when the dialog opens; none for anybody else. */
export function useIsvMerchants(): readonly Merchant[] {
  const identity = useActing()?.identity;
  const isv = identity?.role === 'isv' ? identity.identityId : undefined;
  const known = useMerchants(isv);
  const [fresh, setFresh] = useState<{ identityId: string; merchants: Merchant[] } | null>(null);
  useEffect(() => {
    if (isv !== undefined) attempt(async () => setFresh({ identityId: isv, merchants: await client.identity.merchants({ identityId: isv }) }));
  }, [isv]);
  if (isv === undefined) return none;
  return fresh?.identityId === isv ? fresh.merchants : known;
}

function setTicked(merchantIds: readonly string[], ticked: boolean): void {
  useGenerate.setState(({ unticked }) => {
    const next = new Set(unticked);
    for (const id of merchantIds) ticked ? next.delete(id) : next.add(id);
    return { unticked: next };
  });
}

/** All authorised merchants, chosen until unticked. */
export function MerchantChoice({ merchants }: { merchants: readonly Merchant[] }) {
  const words = useWords();
  const name = useActing()?.identity.workspaceName ?? '';
  const unticked = useGenerate((state) => state.unticked);
  const authorised = merchants.filter(mayActFor);
  if (authorised.length === 0) return <p className={styles.hint}>{words('gallery.generate.notIsv')}</p>;
  const ids = authorised.map(({ merchantId }) => merchantId);
  const chosen = ids.filter((id) => !unticked.has(id)).length;
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{words('gallery.generate.merchants', { name })}</legend>
      <div className={styles.tools}>
        <span className={styles.count} role="status">
          {words('gallery.generate.merchantCount', { chosen, total: ids.length })}
        </span>
        <Button size="small" variant="ghost" onPress={() => setTicked(ids, true)}>
          {words('gallery.generate.all')}
        </Button>
        <Button size="small" variant="ghost" onPress={() => setTicked(ids, false)}>
          {words('gallery.generate.none')}
        </Button>
      </div>
      <div className={styles.list}>
        {authorised.map((merchant) => (
          <Tick key={merchant.merchantId} isSelected={!unticked.has(merchant.merchantId)} onChange={(ticked) => setTicked([merchant.merchantId], ticked)}>
            <Monogram text={merchant.monogram} colour={merchant.colour} size={18} />
            <bdi className={styles.name}>{merchant.name}</bdi>
            <span className={styles.place}>{merchant.city}</span>
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}
