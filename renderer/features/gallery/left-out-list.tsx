import { Ban, Clock, FileWarning } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { unavailableReason } from '#renderer/features/account/index.ts';
import { Badge, Monogram } from '#renderer/ui/index.ts';
import styles from './left-out-list.module.css';
import type { LeftOut } from './plan-rows.ts';

function Row({ entry }: { entry: LeftOut }) {
  const words = useWords();
  if (entry.kind === 'merchant') {
    const { merchant } = entry;
    const pending = merchant.authorisation === 'InReview';
    return (
      <li className={styles.row}>
        <Monogram text={merchant.monogram} colour={merchant.colour} size={18} />
        <bdi className={styles.name}>{merchant.name}</bdi>
        <Badge tone={pending ? 'info' : 'err'} icon={pending ? Clock : Ban}>
          {pending ? merchant.order : merchant.authorisation}
        </Badge>
        <span className={styles.reason}>{unavailableReason(merchant)}</span>
      </li>
    );
  }
  const { line, merchantId, code, field, detail } = entry.problem;
  return (
    <li className={styles.row}>
      <FileWarning size={16} className={styles.icon} aria-hidden="true" />
      <bdi className={styles.name}>{merchantId === '' ? words('gallery.generate.line', { line }) : merchantId}</bdi>
      {merchantId !== '' && <Badge tone="warn">{words('gallery.generate.line', { line })}</Badge>}
      <span className={styles.reason}>{words(`templates.rowProblem.${code}`, { field: field ?? '', detail })}</span>
    </li>
  );
}

/** Merchants and rows that get no project, each with its reason. They never stop the others. */
export function LeftOutList({ entries }: { entries: readonly LeftOut[] }) {
  const words = useWords();
  if (entries.length === 0) return null;
  return (
    <section aria-label={words('gallery.generate.leftOut')}>
      <h3 className={styles.title}>
        {words('gallery.generate.leftOut')} <span className={styles.count}>{entries.length}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className={styles.list} tabIndex={0} aria-label={words('gallery.generate.leftOut')}>
        {entries.map((entry) => (
          <Row key={entry.kind === 'merchant' ? entry.merchant.merchantId : `line-${entry.problem.line}-${entry.problem.code}`} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
