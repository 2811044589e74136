import { Ban, CircleCheck, CircleX, Clock, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, IconButton, Segmented } from '#renderer/ui/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import { changeEnvironment } from '../phone-actions.ts';
import { type CallRow, type Phone, useActivePhone, usePhones } from '../phone-store.ts';
import { MocksList } from './mocks-list.tsx';
import panel from './panel.module.css';
import { SourceLink } from './source-link.tsx';
import { ValueView } from './value-view.tsx';

const network = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket']);
const drawn = 500;

/** `GET` for requests, `JSAPI` for other calls. */
function kindOf({ api, args }: CallRow): string {
  if (!network.has(api)) return 'JSAPI';
  const method = (args as { method?: unknown } | null)?.method;
  return api === 'request' ? String(method ?? 'GET').toUpperCase() : api;
}

function nameOf({ api, args }: CallRow): string {
  const url = (args as { url?: unknown } | null)?.url;
  return network.has(api) && typeof url === 'string' ? url : `my.${api}`;
}

function sizeOf(value: unknown): string {
  const text = JSON.stringify(value);
  return text === undefined ? '–' : `${(text.length / 1024).toFixed(1)} KB`;
}

function Outcome({ call }: { call: CallRow }) {
  const words = useWords();
  const [Icon, name] = call.mocked
    ? ([FlaskConical, 'mocked'] as const)
    : ({ success: [CircleCheck, 'success'], fail: [CircleX, 'fail'], pending: [Clock, 'pending'] } as const)[call.status];
  const status = (call.result as { status?: unknown } | null)?.status;
  return (
    <span className={panel[name === 'success' ? 'ok' : name]}>
      <Icon size={12} aria-hidden="true" /> {network.has(call.api) && typeof status === 'number' ? status : words(`phone.calls.${name}`)}
    </span>
  );
}

function Bar({ call, from, span }: { call: CallRow; from: number; span: number }) {
  const left = ((call.startedAt - from) / span) * 100;
  const width = ((call.ms ?? Date.now() - call.startedAt) / span) * 100;
  return (
    <span className={panel.timeline} aria-hidden="true">
      <span
        className={panel.span}
        data-status={call.mocked ? 'mocked' : call.status}
        style={{ left: `${Math.min(left, 97)}%`, width: `${Math.max(Math.min(width, 100 - left), 0)}%` }}
      />
    </span>
  );
}

function Details({ call, onMock }: { call: CallRow; onMock(): void }) {
  const words = useWords();
  return (
    <aside className={panel.side} aria-label={words('phone.calls.details')}>
      <h3>{words('phone.calls.arguments')}</h3>
      <ValueView value={call.args ?? null} />
      <h3>{words('phone.calls.result')}</h3>
      <ValueView value={call.result ?? null} />
      <p>
        <button type="button" className={panel.link} onClick={onMock}>
          {words('phone.calls.mock')}
        </button>
      </p>
    </aside>
  );
}

interface RowsProps {
  calls: readonly CallRow[];
  selected: number | null;
  select(key: number): void;
  mock(call: CallRow): void;
}

function Rows({ calls, selected, select, mock }: RowsProps) {
  const words = useWords();
  const from = calls[0]?.startedAt ?? 0;
  const span = Math.max((calls.at(-1)?.startedAt ?? 0) + (calls.at(-1)?.ms ?? 0) - from, 1);
  const heads = ['kind', 'name', 'result', 'time', 'size', 'source', 'timeline'] as const;
  return (
    <table className={`${panel.table} ${panel.calls}`} aria-label={words('phone.calls.title')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {words(`phone.calls.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={call.key} aria-selected={call.key === selected} onClick={() => select(call.key)} onDoubleClick={() => mock(call)}>
            <td className={`${panel.mono} ${network.has(call.api) ? panel.quiet : panel.api}`}>{kindOf(call)}</td>
            <td className={panel.mono}>
              <button type="button" className={panel.name} title={nameOf(call)} onClick={() => select(call.key)}>
                {nameOf(call)}
              </button>
            </td>
            <td>
              <Outcome call={call} />
            </td>
            <td>{call.ms === null ? '…' : `${Math.round(call.ms)} ms`}</td>
            <td>{sizeOf(call.result)}</td>
            <td>
              <SourceLink place={call.source} />
            </td>
            <td>
              <Bar call={call} from={from} span={span} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const kinds = ['all', 'network', 'api', 'failed'] as const;
type Kind = (typeof kinds)[number];

function isOfKind(call: CallRow, kind: Kind): boolean {
  if (kind === 'failed') return call.status === 'fail';
  return kind === 'all' || network.has(call.api) === (kind === 'network');
}

function mock(call: CallRow): void {
  usePhones.setState({ question: { kind: 'mock', api: call.api, call } });
}

/** How fast the phone's network is, where its requests are looked at. */
function NetworkChoice({ phone }: { phone: Phone }) {
  const words = useWords();
  return (
    <select
      className={panel.choice}
      aria-label={words('phone.network')}
      value={phone.environment.network}
      onChange={(event) => attempt(() => changeEnvironment(phone.phoneId, { network: event.target.value as PhoneEnvironment['network'] }))}
    >
      {(['wifi', 'slow', 'offline'] as const).map((id) => (
        <option key={id} value={id}>
          {words(`phone.networks.${id}`)}
        </option>
      ))}
    </select>
  );
}

function Calls({ phone, filter, kind }: { phone: Phone; filter: string; kind: Kind }) {
  const words = useWords();
  const [selected, setSelected] = useState<number | null>(null);
  const wanted = filter.toLowerCase();
  const calls = phone.calls.filter((call) => isOfKind(call, kind) && nameOf(call).toLowerCase().includes(wanted)).slice(-drawn);
  const details = calls.find(({ key }) => key === selected);
  return (
    <div className={panel.split}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard */}
      <div className={panel.scroll} tabIndex={0}>
        {calls.length === 0 ? (
          <p className={panel.empty}>{words(phone.calls.length === 0 ? 'phone.calls.none' : 'phone.calls.noneOfThese')}</p>
        ) : (
          <Rows calls={calls} selected={selected} select={setSelected} mock={mock} />
        )}
      </div>
      {details && <Details call={details} onMock={() => mock(details)} />}
    </div>
  );
}

/** Requests and `my.*` calls in one timeline; a double click makes a mock of one. */
export function CallsPanel() {
  const words = useWords();
  const phone = useActivePhone();
  const mocks = usePhones((state) => state.mocks.length);
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [showMocks, setShowMocks] = useState(false);
  if (!phone) return <p className={panel.empty}>{words('phone.nonePanel')}</p>;
  return (
    <section className={panel.pane} aria-label={words('phone.calls.title')}>
      <div className={panel.bar}>
        <input
          className={panel.field}
          placeholder={words('phone.console.filter')}
          aria-label={words('phone.console.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Segmented
          label={words('phone.calls.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: words(`phone.calls.kinds.${value}`) }))}
          onChange={(value) => setKind(value)}
        />
        <Button size="small" variant="ghost" aria-pressed={showMocks} onPress={() => setShowMocks(!showMocks)}>
          <FlaskConical size={13} aria-hidden="true" />
          {words('phone.mocks.count', { count: mocks })}
        </Button>
        <span className={panel.gap} />
        <NetworkChoice phone={phone} />
        <IconButton icon={Ban} label={words('phone.console.clear')} onPress={() => runCommand('phone.clearCalls')} />
      </div>
      {showMocks ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to be reachable by keyboard
        <div className={panel.scroll} tabIndex={0}>
          <MocksList />
        </div>
      ) : (
        <Calls phone={phone} filter={filter} kind={kind} />
      )}
    </section>
  );
}
