export { registerStartCommands } from './new-project.ts';
export { StartPage } from './start-page.tsx';
