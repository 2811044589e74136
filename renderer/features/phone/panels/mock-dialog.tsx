import { useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, Dialog } from '#renderer/ui/index.ts';
import type { ApiMock } from '#shared/model/phone.ts';
import { saveMock } from '../phone-actions.ts';
import { type CallRow, usePhones } from '../phone-store.ts';
import styles from './panel.module.css';

const outcomes = ['success', 'fail', 'default'] as const;

function parse(text: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Sets what an API answers from now on; kept as a file of the project. */
export function MockDialog({ api, call, onClose }: { api: string; call: CallRow | null; onClose(): void }) {
  const words = useWords();
  const known = usePhones.getState().mocks.find((mock) => mock.api === api);
  const [outcome, setOutcome] = useState<ApiMock['outcome']>(known?.outcome ?? (call?.status === 'fail' ? 'fail' : 'success'));
  const [text, setText] = useState(JSON.stringify(known?.result ?? call?.result ?? {}, null, 2));
  const [delay, setDelay] = useState(known?.delayMs ?? 0);
  const parsed = parse(text);
  function save(): void {
    if (!parsed.ok) return;
    attempt(() => saveMock({ api, outcome, result: parsed.value, delayMs: delay }));
    onClose();
  }
  return (
    <Dialog
      title={words('phone.calls.mockTitle', { api: `my.${api}` })}
      onClose={onClose}
      closeLabel={words('dialogs.close')}
      footer={
        <>
          <Button onPress={onClose}>{words('dialogs.cancel')}</Button>
          <Button variant="primary" isDisabled={!parsed.ok} onPress={save}>
            {words('phone.calls.save')}
          </Button>
        </>
      }
    >
      <label className={styles.option}>
        {words('phone.calls.outcome')}
        <select className={styles.choice} value={outcome} onChange={(event) => setOutcome(event.target.value as ApiMock['outcome'])}>
          {outcomes.map((name) => (
            <option key={name} value={name}>
              {words(`phone.calls.outcomes.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <textarea
        className={styles.textarea}
        rows={10}
        aria-label={words('phone.calls.answer')}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {!parsed.ok && (
        <p className={styles.problem} role="alert">
          {words('phone.calls.invalid', { detail: parsed.detail })}
        </p>
      )}
      <label className={styles.option}>
        {words('phone.calls.delay')}
        <input
          className={styles.field}
          type="number"
          min={0}
          max={60_000}
          value={delay}
          onChange={(event) => setDelay(Math.min(Math.max(Number(event.target.value), 0), 60_000))}
        />
      </label>
    </Dialog>
  );
}
