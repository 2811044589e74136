import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-700.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import './ui/global.css';
import { createRoot } from 'react-dom/client';
import { connect, followSettings, loadHost, reportError, translate } from './client/index.ts';
import { CrashPage, Workbench } from './features/workbench/index.ts';

function rootElement(): HTMLElement {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no root element');
  return container;
}

async function start(): Promise<void> {
  window.addEventListener('unhandledrejection', (event) => reportError(event.reason));
  await connect();
  const [host] = await Promise.all([loadHost(), followSettings()]);
  createRoot(rootElement()).render(
    <CrashPage>
      <Workbench openOnStart={host.openOnStart} />
    </CrashPage>,
  );
}

start().catch((error: unknown) => {
  rootElement().textContent = translate('workbench.connectionLost');
  console.error(error);
});
