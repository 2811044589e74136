import { FlaskConical, Pencil, Plus, Trash2 } from 'lucide-react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import type { ApiMock } from '#shared/model/phone.ts';
import { saveMock } from '../phone-actions.ts';
import { usePhones } from '../phone-store.ts';
import panel from './panel.module.css';
import { summaryOf } from './value-view.tsx';

function MockRow({ mock }: { mock: ApiMock }) {
  const words = useWords();
  const { api, outcome, result, delayMs, off = false } = mock;
  const name = `my.${api}`;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={words('phone.mocks.use', { api: name })}
          checked={!off}
          onChange={(event) => attempt(() => saveMock({ ...mock, off: !event.target.checked }))}
        />
      </td>
      <td className={panel.mono}>{name}</td>
      <td className={off ? panel.quiet : outcome === 'fail' ? panel.fail : panel.mocked}>
        <FlaskConical size={12} aria-hidden="true" /> {words(off ? 'phone.mocks.off' : `phone.calls.outcomes.${outcome}`)}
      </td>
      <td className={panel.mono}>{summaryOf(result ?? {}, 80)}</td>
      <td>{delayMs} ms</td>
      <td className={panel.actions}>
        <IconButton
          icon={Pencil}
          size={14}
          label={words('phone.mocks.edit', { api: name })}
          onPress={() => usePhones.setState({ question: { kind: 'mock', api, call: null } })}
        />
        <IconButton
          icon={Trash2}
          size={14}
          label={words('phone.mocks.remove', { api: name })}
          onPress={() => attempt(() => saveMock({ ...mock, outcome: 'default' }))}
        />
      </td>
    </tr>
  );
}

/** Every API of which the project says what it answers. */
export function MocksList() {
  const words = useWords();
  const mocks = usePhones((state) => state.mocks);
  const sorted = mocks.toSorted((a, b) => a.api.localeCompare(b.api));
  const heads = ['used', 'api', 'outcome', 'answer', 'delay'] as const;
  const add = (
    <Button size="small" onPress={() => runCommand('phone.addMock')}>
      <Plus size={14} aria-hidden="true" />
      {words('phone.mocks.add')}
    </Button>
  );
  if (sorted.length === 0)
    return (
      <div className={panel.empty}>
        <p>{words('phone.mocks.none')}</p>
        {add}
      </div>
    );
  return (
    <>
      <table className={panel.table} aria-label={words('phone.mocks.title')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {words(`phone.mocks.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words('phone.mocks.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((mock) => (
            <MockRow key={mock.api} mock={mock} />
          ))}
        </tbody>
      </table>
      <div className={panel.bar}>{add}</div>
    </>
  );
}
