import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, MenuButton } from '#renderer/ui/index.ts';
import { requestOf } from '../phone-actions.ts';
import { useActivePhone } from '../phone-store.ts';
import panel from './panel.module.css';
import { usePhoneAnswer } from './use-phone-answer.ts';

/** The data of a page or component as the program holds it. */
export interface InstanceData {
  id: number;
  name: string;
  kind: 'page' | 'component';
  data: Record<string, unknown>;
}

function Editor({ phoneId, instance }: { phoneId: string; instance: InstanceData }) {
  const words = useWords();
  const current = JSON.stringify(instance.data, null, 2);
  const [text, setText] = useState(current);
  const [problem, setProblem] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  // What the program changes shows at once, but never over what a person is typing.
  useEffect(() => {
    if (!touched) setText(current);
  }, [current, touched]);
  function apply(): void {
    try {
      const data = JSON.parse(text) as Record<string, unknown>;
      setProblem(null);
      setTouched(false);
      attempt(() => requestOf(phoneId, { kind: 'set-data', instanceId: instance.id, data }));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <div className={panel.pane} style={{ padding: '0 12px 8px', gap: 6 }}>
      <textarea
        className={panel.textarea}
        aria-label={words('phone.data.edit', { route: instance.name })}
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setTouched(true);
          setText(event.target.value);
        }}
      />
      <div className={panel.bar} style={{ padding: 0 }}>
        {problem && (
          <span className={panel.problem} role="alert">
            {words('phone.data.invalid', { detail: problem })}
          </span>
        )}
        <span className={panel.gap} />
        <Button size="small" isDisabled={!touched} onPress={apply}>
          {words('phone.data.apply')}
        </Button>
      </div>
    </div>
  );
}

/** The data of every page and component, edited in place. */
export function DataPanel() {
  const words = useWords();
  const phone = useActivePhone();
  const [instances, ask] = usePhoneAnswer<InstanceData[]>(phone, { kind: 'data' }, phone?.contentVersion);
  const [chosen, setChosen] = useState<number | null>(null);
  const list = instances ?? [];
  const shown = list.find(({ id }) => id === chosen) ?? list.find(({ id }) => id === phone?.stack.at(-1)?.id) ?? list[0];
  if (!phone || !shown) return <p className={panel.empty}>{words('phone.data.none')}</p>;
  return (
    <section className={panel.pane} aria-label={words('phone.data.title')}>
      <div className={panel.bar}>
        <MenuButton
          label={words('phone.data.title')}
          entries={list.map(({ id, name, kind }) => ({ kind: 'item', id: String(id), label: kind === 'component' ? `– ${name}` : name }))}
          onAction={(id) => setChosen(Number(id))}
          trigger={
            <Button size="small" aria-label={words('phone.data.of', { name: shown.name })} onPress={ask}>
              {shown.name}
              <ChevronDown size={12} aria-hidden="true" />
            </Button>
          }
        />
      </div>
      <Editor key={shown.id} phoneId={phone.phoneId} instance={shown} />
    </section>
  );
}
