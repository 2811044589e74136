import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import { OutputPane } from '#renderer/features/output/index.ts';
import { CallsPanel, ConsolePanel, DataPanel, PerformancePanel, StoragePanel, TreePanel, useActivePhone } from '#renderer/features/phone/index.ts';
import { ProblemsCount, ProblemsPane } from '#renderer/features/problems/index.ts';
import { IconButton } from '#renderer/ui/index.ts';
import styles from './bottom-panel.module.css';
import { type PanelTab, useLayout } from './layout-store.ts';

/** What can be asked of the phone, in the order of its tabs. */
const phonePanels = [
  { id: 'console', title: 'phone.console.title', Panel: ConsolePanel },
  { id: 'network', title: 'phone.calls.title', Panel: CallsPanel },
  { id: 'tree', title: 'phone.tree.title', Panel: TreePanel },
  { id: 'data', title: 'phone.data.title', Panel: DataPanel },
  { id: 'storage', title: 'phone.storage.title', Panel: StoragePanel },
  { id: 'performance', title: 'phone.performance.title', Panel: PerformancePanel },
] as const;

/** How much the phone has said, beside the name of the panel that shows it. */
function Amount({ id }: { id: PanelTab }) {
  const phone = useActivePhone();
  const amount = id === 'console' ? phone?.console.length : id === 'network' ? phone?.calls.length : 0;
  return amount ? (
    <span className={styles.amount} aria-hidden="true">
      {amount > 999 ? '999+' : amount}
    </span>
  ) : null;
}

/** A tab that was chosen by its command may stand outside a narrow panel. */
function useChosenTabInView(tab: PanelTab) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is what moves the list
  useEffect(() => {
    // Newer browsers return a promise from scrolling, which is no way to end an effect.
    void list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  return list;
}

export function BottomPanel() {
  const words = useWords();
  const tab = useLayout((state) => state.panelTab);
  const list = useChosenTabInView(tab);
  return (
    <Tabs className={styles.panel ?? ''} selectedKey={tab} onSelectionChange={(key) => useLayout.setState({ panelTab: key as PanelTab })} data-part="panel">
      <div className={styles.head}>
        <TabList ref={list} aria-label={words('workbench.panel')} className={styles.tabs ?? ''}>
          <Tab id="problems" className={styles.tab ?? ''}>
            {words('workbench.panels.problems')} <ProblemsCount />
          </Tab>
          {phonePanels.map(({ id, title }) => (
            <Tab key={id} id={id} className={styles.tab ?? ''}>
              {words(title)} <Amount id={id} />
            </Tab>
          ))}
          <Tab id="output" className={styles.tab ?? ''}>
            {words('workbench.panels.output')}
          </Tab>
        </TabList>
        <IconButton icon={X} label={words('workbench.closePanel')} onPress={() => useLayout.setState({ panelVisible: false })} />
      </div>
      <TabPanel id="problems" className={styles.body ?? ''}>
        <ProblemsPane />
      </TabPanel>
      {phonePanels.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className={styles.body ?? ''}>
          <Panel />
        </TabPanel>
      ))}
      <TabPanel id="output" className={styles.body ?? ''}>
        <OutputPane />
      </TabPanel>
    </Tabs>
  );
}
