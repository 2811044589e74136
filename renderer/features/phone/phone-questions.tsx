import { ModeDialog } from './mode-dialog.tsx';
import { MockDialog } from './panels/mock-dialog.tsx';
import { usePhones } from './phone-store.ts';

function close(): void {
  usePhones.setState({ question: null });
}

/** The dialogs that commands about phones open. */
export function PhoneQuestions() {
  const question = usePhones((state) => state.question);
  if (question === null) return null;
  if (question.kind === 'mode') return <ModeDialog mode={question.mode} onClose={close} />;
  return <MockDialog key={question.api} api={question.api} call={question.call} onClose={close} />;
}
