import { CircleX, TriangleAlert } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { Monogram } from '#renderer/ui/index.ts';
import type { LayoutFinding } from '#shared/model/phone.ts';
import panel from '../panels/panel.module.css';
import { SourceLink } from '../panels/source-link.tsx';
import { requestOf } from '../phone-actions.ts';
import { type Phone, usePhones } from '../phone-store.ts';
import styles from './findings-table.module.css';
import { useMerchantLook } from './merchant-look.ts';

/** The mark of a finding lights up on its phone; a page that has changed meanwhile has no such element any more. */
function point(phone: Phone, finding: LayoutFinding): void {
  usePhones.setState({ activeId: phone.phoneId });
  requestOf(phone.phoneId, { kind: 'highlight', nodeId: finding.nodeId }).catch(() => undefined);
}

function Row({ phone, finding }: { phone: Phone; finding: LayoutFinding }) {
  const words = useWords();
  const look = useMerchantLook(phone.merchant);
  const Icon = finding.kind === 'overflow' ? CircleX : TriangleAlert;
  return (
    <tr onClick={() => point(phone, finding)}>
      <td className={finding.kind === 'overflow' ? panel.fail : panel.mocked}>
        <Icon size={13} aria-hidden="true" /> {words(`phone.side.${finding.kind}`)}
      </td>
      <td>
        <span className={styles.merchant}>
          {look && <Monogram text={look.monogram} colour={look.colour} size={18} />}
          {phone.merchant?.name ?? words('phone.merchants.own')}
        </span>
      </td>
      <td className={panel.mono}>{`<${finding.name}>`}</td>
      <td className={panel.quiet}>{words(`phone.side.by.${finding.kind}`, { text: finding.text, by: Math.round(finding.by) })}</td>
      <td>
        <SourceLink place={finding.source} />
      </td>
    </tr>
  );
}

/** What overflows and what is cut on the phones that are shown, and where it was written. */
export function FindingsTable() {
  const words = useWords();
  const phones = usePhones((state) => state.phones);
  const found = phones.flatMap((phone) => (phone.findings ?? []).map((finding) => ({ phone, finding })));
  const affected = new Set(found.map(({ phone }) => phone.phoneId)).size;
  return (
    <section className={styles.findings} aria-label={words('phone.side.findingsTitle')}>
      <div className={styles.head}>
        <h3>{words('phone.side.findingsTitle')}</h3>
        <span className={panel.quiet}>
          {found.length === 0 ? words('phone.side.noFindings') : words('phone.side.found', { count: found.length, affected, phones: phones.length })}
        </span>
      </div>
      {found.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard
        <div className={styles.scroll} tabIndex={0}>
          <table className={panel.table} aria-label={words('phone.side.findingsTitle')}>
            <thead className={styles.hidden}>
              <tr>
                {(['kind', 'merchant', 'element', 'problem', 'place'] as const).map((name) => (
                  <th key={name} scope="col">
                    {words(`phone.side.columns.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.map(({ phone, finding }) => (
                <Row key={`${phone.phoneId}-${finding.nodeId}`} phone={phone} finding={finding} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
