import { useWords } from '#renderer/client/index.ts';
import { type PerformanceEntry, useActivePhone } from '../phone-store.ts';
import panel from './panel.module.css';

const drawn = 500;

function Amount({ entry }: { entry: PerformanceEntry }) {
  const words = useWords();
  if (entry.measure === 'set-data') return words('phone.performance.bytes', { bytes: entry.amount });
  if (entry.measure === 'frames') return words('phone.performance.perSecond', { frames: Math.round(entry.amount) });
  return entry.measure === 'first-screen' ? words('phone.performance.nodes', { nodes: entry.amount }) : '–';
}

/** How long the program takes: first screen, updates, frames and long tasks. */
export function PerformancePanel() {
  const words = useWords();
  const phone = useActivePhone();
  const entries = (phone?.performance ?? []).slice(-drawn).reverse();
  if (!phone || entries.length === 0) return <p className={panel.empty}>{words('phone.performance.none')}</p>;
  const slowest = Math.max(...entries.map(({ ms }) => ms), 1);
  return (
    <section className={panel.pane} aria-label={words('phone.performance.title')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard */}
      <div className={panel.scroll} tabIndex={0}>
        <table className={panel.table} aria-label={words('phone.performance.title')}>
          <thead>
            <tr>
              <th scope="col">{words('phone.performance.measure')}</th>
              <th scope="col">{words('phone.calls.name')}</th>
              <th scope="col">{words('phone.calls.time')}</th>
              <th scope="col">{words('phone.calls.size')}</th>
              <th scope="col">{words('phone.calls.timeline')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.key}>
                <td>{words(`phone.performance.${entry.measure}`)}</td>
                <td className={panel.mono}>{entry.detail}</td>
                <td>{entry.ms < 10 ? entry.ms.toFixed(1) : Math.round(entry.ms)} ms</td>
                <td>
                  <Amount entry={entry} />
                </td>
                <td>
                  <span className={panel.timeline} aria-hidden="true">
                    <span className={panel.span} style={{ left: 0, width: `${(entry.ms / slowest) * 100}%` }} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
