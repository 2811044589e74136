import { Suspense, useEffect, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { attempt, useWords } from '#renderer/client/index.ts';
import { AccountMain, AccountSideBar, TargetBanner } from '#renderer/features/account/index.ts';
import { EditorArea, useEditors } from '#renderer/features/editor/index.ts';
import { ExplorerPane } from '#renderer/features/explorer/index.ts';
import { FolderPicker } from '#renderer/features/folder-picker/index.ts';
import { GalleryMain, GallerySideBar, GenerateDialog } from '#renderer/features/gallery/index.ts';
import { Notifications } from '#renderer/features/notifications/index.ts';
import { PhonePane, PhoneQuestions, SideBySide, usePhones } from '#renderer/features/phone/index.ts';
import { QuickPick } from '#renderer/features/quick-pick/index.ts';
import { SearchPane } from '#renderer/features/search/index.ts';
import { StartPage } from '#renderer/features/start/index.ts';
import { restoreWorkspace, useWorkspace } from '#renderer/features/workspace/index.ts';
import { ActivityBar } from './activity-bar.tsx';
import { BottomPanel } from './bottom-panel.tsx';
import { restoreLayout, setSideBarWidth, useLayout } from './layout-store.ts';
import { startFeatures } from './start-features.ts';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import styles from './workbench.module.css';

function SideBar() {
  const view = useLayout((state) => state.view);
  switch (view) {
    case 'explorer':
      return <ExplorerPane />;
    case 'search':
      return <SearchPane />;
    case 'gallery':
      return <GallerySideBar />;
    case 'account':
      return <AccountSideBar />;
  }
}

/** Several phones, and the editor beside them when somebody opens a file meanwhile. */
function PhonesWithEditor() {
  const words = useWords();
  const editor = usePhones((state) => state.editorBeside);
  return (
    <Group orientation="horizontal" className={styles.group ?? ''}>
      {editor && (
        <>
          <Panel id="editor-beside-phones" defaultSize="40%" minSize="200px">
            <EditorArea />
          </Panel>
          <Separator className={styles.verticalSeparator ?? ''} aria-label={words('phone.resize')} />
        </>
      )}
      <Panel id="phones" minSize="260px">
        <SideBySide />
      </Panel>
    </Group>
  );
}

/** What fills the middle: account and gallery bring pages of their own, everything else is about files. */
function Main() {
  const view = useLayout((state) => state.view);
  const hasFolder = useWorkspace((state) => state.workspace !== null);
  const sideBySide = usePhones((state) => state.layout === 'side-by-side');
  const hasEditors = useEditors((state) => state.groups.some((group) => group.tabs.length > 0));
  if (view === 'account') return <AccountMain />;
  if (view === 'gallery') return <GalleryMain />;
  if (hasFolder && sideBySide) return <PhonesWithEditor />;
  return hasFolder || hasEditors ? <EditorArea /> : <StartPage />;
}

function MainWithPanel() {
  const { panelVisible, panelHeight } = useLayout();
  const words = useWords();
  if (!panelVisible)
    return (
      <Suspense fallback={null}>
        <Main />
      </Suspense>
    );
  return (
    <Group orientation="vertical" className={styles.group ?? ''}>
      <Panel id="main" minSize="120px">
        <Suspense fallback={null}>
          <Main />
        </Suspense>
      </Panel>
      <Separator className={styles.horizontalSeparator ?? ''} aria-label={words('workbench.resizePanel')} />
      <Panel
        id="panel"
        defaultSize={`${panelHeight}px`}
        minSize="100px"
        groupResizeBehavior="preserve-pixel-size"
        onResize={(size) => useLayout.setState({ panelHeight: Math.round(size.inPixels) })}
      >
        <BottomPanel />
      </Panel>
    </Group>
  );
}

/** Start page and account pages stand without the explorer's empty side bar until a folder is open. */
function useSideBarShown(): boolean {
  const { view, sideBarVisible } = useLayout();
  const hasFolder = useWorkspace((state) => state.workspace !== null);
  return sideBarVisible && (hasFolder || view === 'gallery' || view === 'account');
}

/** The phone stands beside files, not beside the pages of account and gallery. */
function usePhoneShown(): boolean {
  const view = useLayout((state) => state.view);
  const hasFolder = useWorkspace((state) => state.workspace !== null);
  const layout = usePhones((state) => state.layout);
  return layout === 'pane' && hasFolder && view !== 'account' && view !== 'gallery';
}

function Body() {
  const sideBar = useSideBarShown();
  const view = useLayout((state) => state.view);
  const width = useLayout((state) => state.sideBarWidths[state.view]);
  const phone = usePhoneShown();
  const phoneWidth = useLayout((state) => state.phoneWidth);
  const words = useWords();
  return (
    <div className={styles.body}>
      <ActivityBar />
      <div className={styles.frame}>
        <Group orientation="horizontal" className={styles.group ?? ''}>
          {sideBar && (
            <>
              <Panel
                id={`side-bar-${view}`}
                key={view}
                defaultSize={`${width}px`}
                minSize="180px"
                maxSize="60%"
                groupResizeBehavior="preserve-pixel-size"
                onResize={(size) => setSideBarWidth(view, Math.round(size.inPixels))}
              >
                <aside className={styles.sideBar} data-part="side-bar" aria-label={words('workbench.sideBar')}>
                  <Suspense fallback={null}>
                    <SideBar />
                  </Suspense>
                </aside>
              </Panel>
              <Separator className={styles.verticalSeparator ?? ''} aria-label={words('workbench.resizeSideBar')} />
            </>
          )}
          <Panel id="centre" minSize="200px">
            <main className={styles.main} data-part="main">
              <MainWithPanel />
            </main>
          </Panel>
          {phone && (
            <>
              <Separator className={styles.verticalSeparator ?? ''} aria-label={words('phone.resize')} />
              <Panel
                id="phone"
                defaultSize={`${phoneWidth}px`}
                minSize="260px"
                maxSize="60%"
                groupResizeBehavior="preserve-pixel-size"
                onResize={(size) => useLayout.setState({ phoneWidth: Math.round(size.inPixels) })}
              >
                <PhonePane />
              </Panel>
            </>
          )}
        </Group>
      </div>
    </div>
  );
}

export function Workbench({ openOnStart }: { openOnStart: string | null }) {
  const [restored, setRestored] = useState(false);
  // A start page would only flash before a folder that is about to open.
  const restoring = useWorkspace((state) => state.restoring);
  useEffect(() => {
    const stop = startFeatures();
    attempt(async () => {
      await Promise.all([restoreLayout().finally(() => setRestored(true)), restoreWorkspace(openOnStart)]);
    });
    return stop;
  }, [openOnStart]);
  if (!restored) return null;
  return (
    <div className={styles.window}>
      <TitleBar />
      <TargetBanner />
      {restoring ? <div className={styles.body} /> : <Body />}
      <StatusBar />
      <PhoneQuestions />
      <QuickPick />
      <GenerateDialog />
      <FolderPicker />
      <Notifications />
    </div>
  );
}
