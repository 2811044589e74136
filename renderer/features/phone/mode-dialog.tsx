import { useId, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, Dialog } from '#renderer/ui/index.ts';
import type { CompileMode } from '#shared/model/simulator.ts';
import { splitAddress } from './address.ts';
import styles from './mode-dialog.module.css';
import { saveMode } from './phone-actions.ts';
import { restartPhone } from './phone-lifecycle.ts';
import { activePhone, usePhones } from './phone-store.ts';

/** Ways into a mini program that programs ask for most: search, QR code, another mini program, home screen. */
const scenes = ['1000', '1005', '1007', '1011', '1020', '1037', '1038', '1090', '1300'];

/** As many characters as the engine keeps. */
const longest = { name: 100, page: 500, query: 5000, scene: 20 };

interface Fields {
  name: string;
  page: string;
  query: string;
  scene: string;
}

function firstFields(mode: CompileMode | null): Fields {
  if (mode) return mode;
  const top = activePhone()?.stack.at(-1);
  return { name: '', page: top?.route ?? '', query: new URLSearchParams(top?.query).toString(), scene: '1000' };
}

async function save(mode: CompileMode, before: CompileMode | null): Promise<void> {
  await saveMode(mode, before?.name);
  usePhones.setState({ activeMode: mode.name });
  const phone = activePhone();
  if (phone) await restartPhone(phone.phoneId);
}

/** Names a way to start the program, or changes one. */
export function ModeDialog({ mode, onClose }: { mode: CompileMode | null; onClose(): void }) {
  const words = useWords();
  const [fields, setFields] = useState(() => firstFields(mode));
  const { pages, modes } = usePhones();
  const pagesId = useId();
  const scenesId = useId();
  const name = fields.name.trim();
  const [page, pageQuery] = splitAddress(fields.page);
  const taken = modes.some((other) => other.name === name && other.name !== mode?.name);
  const unknown = page !== '' && pages.length > 0 && !pages.includes(page);
  const problem = taken ? words('phone.modes.taken', { name }) : unknown ? words('phone.modes.unknown', { page }) : null;
  const valid = name !== '' && problem === null;
  function field(key: keyof Fields, list?: string) {
    return (
      <label className={styles.row}>
        <span>{words(`phone.modes.${key}`)}</span>
        <input
          value={fields[key]}
          list={list}
          maxLength={longest[key]}
          spellCheck={false}
          aria-invalid={(key === 'name' && taken) || (key === 'page' && unknown)}
          onChange={(event) => setFields({ ...fields, [key]: event.target.value })}
        />
      </label>
    );
  }
  function submit(): void {
    if (!valid) return;
    const query = [pageQuery, fields.query.trim().replace(/^[?&]/, '')].filter((part) => part !== '').join('&');
    attempt(async () => {
      await save({ name, page, query, scene: fields.scene.trim() || '1000' }, mode);
      onClose();
    });
  }
  return (
    <Dialog
      title={mode ? words('phone.modes.editTitle', { name: mode.name }) : words('phone.modes.addTitle')}
      onClose={onClose}
      closeLabel={words('dialogs.close')}
      footer={
        <>
          <Button onPress={onClose}>{words('dialogs.cancel')}</Button>
          <Button variant="primary" isDisabled={!valid} onPress={submit}>
            {words('phone.modes.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {field('name')}
        {field('page', pagesId)}
        {field('query')}
        {field('scene', scenesId)}
        <datalist id={pagesId}>
          {pages.map((route) => (
            <option key={route} value={route} />
          ))}
        </datalist>
        <datalist id={scenesId}>
          {scenes.map((scene) => (
            <option key={scene} value={scene} />
          ))}
        </datalist>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}
