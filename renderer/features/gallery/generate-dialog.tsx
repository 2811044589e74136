import { FolderOpen } from 'lucide-react';
import { attempt, currentLanguage, useWords } from '#renderer/client/index.ts';
import { pickFolder } from '#renderer/features/folder-picker/index.ts';
import { Button, Dialog, Segmented } from '#renderer/ui/index.ts';
import type { Merchant } from '#shared/model/identity.ts';
import type { TemplateDetail } from '#shared/model/templates.ts';
import { AnswersForm } from './answers-form.tsx';
import styles from './generate-dialog.module.css';
import { closeGenerate, type Run, startRun, stopRun, useGenerate } from './generate-store.ts';
import { LeftOutList } from './left-out-list.tsx';
import { MerchantChoice, useIsvMerchants } from './merchant-choice.tsx';
import { MerchantsFileField } from './merchants-file-field.tsx';
import { OneMerchantFields } from './one-merchant-fields.tsx';
import { countResults } from './result-rows.ts';
import { ResultTable } from './result-table.tsx';
import { RunProgress } from './run-progress.tsx';
import { type CurrentPlan, usePlan } from './use-plan.ts';

function OutputFolder() {
  const words = useWords();
  const folder = useGenerate((state) => state.folder);
  function choose(): void {
    attempt(async () => {
      const chosen = await pickFolder(words('gallery.generate.folder'));
      if (chosen !== null) useGenerate.setState({ folder: chosen });
    });
  }
  return (
    <section className={styles.folder} aria-label={words('gallery.generate.folder')}>
      <h3 className={styles.heading}>{words('gallery.generate.folder')}</h3>
      <FolderOpen size={14} aria-hidden="true" className={styles.folderIcon} />
      <bdi className={styles.folderPath}>{folder?.display ?? words('gallery.generate.noFolder')}</bdi>
      <Button size="small" onPress={choose}>
        {words('gallery.generate.chooseFolder')}
      </Button>
    </section>
  );
}

function Questions({ merchants, current }: { merchants: readonly Merchant[]; current: CurrentPlan }) {
  const words = useWords();
  const target = useGenerate((state) => state.target);
  const { fields, problems, plan } = current;
  return (
    <>
      <Segmented
        label={words('gallery.generate.target')}
        value={target}
        onChange={(value) => useGenerate.setState({ target: value })}
        options={[
          { value: 'one', label: words('gallery.generate.one') },
          { value: 'many', label: words('gallery.generate.many') },
        ]}
      />
      {target === 'one' ? (
        <>
          <OneMerchantFields merchants={merchants} />
          <AnswersForm label={words('gallery.form.values')} fields={fields} problems={problems} />
        </>
      ) : (
        <div className={styles.columns}>
          <div className={styles.column}>
            <MerchantChoice merchants={merchants} />
            <MerchantsFileField />
            {plan.duplicates.length > 0 && (
              <p className={styles.note} role="status">
                {words('gallery.generate.duplicates', { count: plan.duplicates.length })} ({plan.duplicates.slice(0, 5).join(', ')}
                {plan.duplicates.length > 5 && '…'})
              </p>
            )}
          </div>
          <div className={styles.column}>
            <AnswersForm label={words('gallery.form.commonValues')} fields={fields} problems={problems} />
            <p className={styles.note}>{words('gallery.form.commonHint')}</p>
          </div>
        </div>
      )}
      <LeftOutList entries={plan.leftOut} />
      <OutputFolder />
    </>
  );
}

function Results({ run }: { run: Extract<Run, { kind: 'done' }> }) {
  const words = useWords();
  const { created, identical, failed } = countResults(run.projects);
  const seconds = new Intl.NumberFormat(currentLanguage(), { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(run.durationMs / 1000);
  return (
    <>
      <p role="status" className={styles.summary}>
        {words(run.dryRun ? 'gallery.generate.doneDry' : 'gallery.generate.done', { duration: seconds, created, identical, failed })}
      </p>
      <ResultTable run={run.run} dryRun={run.dryRun} projects={run.projects} />
      <LeftOutList entries={run.leftOut} />
    </>
  );
}

function Start({ current }: { current: CurrentPlan }) {
  const words = useWords();
  const target = useGenerate((state) => state.target);
  const run = useGenerate((state) => state.run);
  const { plan, blockedBy } = current;
  const start = (dryRun: boolean): void => attempt(() => startRun(plan.rows, plan.leftOut, dryRun));
  const some = plan.total > plan.rows.length;
  const label =
    target === 'one'
      ? words('gallery.generate.generateOne')
      : words(some ? 'gallery.generate.generateSome' : 'gallery.generate.generateAll', { ready: plan.rows.length, total: plan.total });
  return (
    <>
      <span className={styles.ready} role="status">
        {run.kind === 'stopped' && <span className={styles.stopped}>{words('gallery.generate.stopped')} </span>}
        {blockedBy !== null
          ? words(`gallery.generate.${blockedBy}`)
          : target === 'many' &&
            `${words('gallery.generate.ready', { count: plan.rows.length })}${plan.leftOut.length > 0 ? `, ${words('gallery.generate.leftOutCount', { count: plan.leftOut.length })}` : ''}`}
      </span>
      <Button onPress={closeGenerate}>{words('gallery.generate.cancel')}</Button>
      <Button isDisabled={blockedBy !== null} onPress={() => start(true)}>
        {words('gallery.generate.dryRun')}
      </Button>
      <Button variant="primary" isDisabled={blockedBy !== null} onPress={() => start(false)}>
        {label}
      </Button>
    </>
  );
}

function Footer({ current }: { current: CurrentPlan }) {
  const words = useWords();
  const run = useGenerate((state) => state.run);
  if (run.kind === 'running')
    return (
      <>
        <RunProgress run={run} />
        <Button onPress={stopRun}>{words('gallery.generate.stop')}</Button>
      </>
    );
  if (run.kind === 'done')
    return (
      <>
        <Button onPress={() => useGenerate.setState({ run: { kind: 'idle' } })}>{words('gallery.generate.back')}</Button>
        {run.dryRun && <Start current={current} />}
        {!run.dryRun && <Button onPress={closeGenerate}>{words('gallery.generate.close')}</Button>}
      </>
    );
  return <Start current={current} />;
}

/** From a template to projects: for whom, with which values, where to; then what became of each. */
export function GenerateDialog({ template }: { template: TemplateDetail }) {
  const words = useWords();
  const { target, run } = useGenerate();
  const merchants = useIsvMerchants();
  const current = usePlan(template, merchants);
  return (
    <Dialog
      title={words(target === 'one' ? 'gallery.generate.titleOne' : 'gallery.generate.titleMany', { template: `${template.name} ${template.version}` })}
      width={980}
      onClose={closeGenerate}
      closeLabel={words('gallery.generate.close')}
      footer={<Footer current={current} />}
    >
      {run.kind === 'done' ? (
        <Results run={run} />
      ) : (
        <div className={styles.questions} inert={run.kind === 'running'}>
          <Questions merchants={merchants} current={current} />
        </div>
      )}
    </Dialog>
  );
}
