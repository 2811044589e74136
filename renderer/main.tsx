import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-700.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import './ui/global.css';
import { createRoot } from 'react-dom/client';
import { connect, followSettings, loadHost } from './client/index.ts';
import { Workbench } from './features/workbench/index.ts';

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no root element');
  await connect();
  const [host] = await Promise.all([loadHost(), followSettings()]);
  createRoot(container).render(<Workbench openOnStart={host.openOnStart} />);
}

void start();
