import { ExternalLink, LoaderCircle } from 'lucide-react';
import { attempt, followLink, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import { cancelSignIn } from './sign-in-flow.ts';
import styles from './sign-in-waiting.module.css';

/** While the person is in the browser: where to go on when no page opened, and how to give up. */
export function SignInWaiting({ url }: { url: string }) {
  const words = useWords();
  return (
    <div className={styles.waiting}>
      <p role="status" className={styles.text}>
        <LoaderCircle size={14} className={styles.spinner} aria-hidden="true" />
        <span>
          <strong className={styles.title}>{words('account.signIn.waiting')}</strong> {words('account.signIn.waitingText')}
        </span>
      </p>
      <div className={styles.actions}>
        <a href={url} target="_blank" rel="noopener noreferrer" className={styles.link} onClick={(event) => followLink(event, url)}>
          {words('account.signIn.continue')}
          <ExternalLink size={12} aria-hidden="true" />
          <span className="visually-hidden">({words('account.signIn.opensTab')})</span>
        </a>
        <Button size="small" onPress={() => attempt(cancelSignIn)}>
          {words('account.signIn.cancel')}
        </Button>
      </div>
    </div>
  );
}
