import watcher from '@parcel/watcher';
import type { WatchSource } from './watch-source.ts';

/** Contents of these folders are neither shown at once nor edited, and watching them may exhaust the system's watches. */
const unwatched = ['node_modules', '.git', '.hg', '.svn'].map((name) => `**/${name}/*/**`);

/** The system's own change notifications. Rejects where they are exhausted. */
export const watchNatively: WatchSource = async (folder, report) => {
  const subscription = await watcher.subscribe(
    folder,
    (error, events) => {
      if (error) report({ kind: 'lost' });
      else report({ kind: 'paths', paths: events });
    },
    { ignore: unwatched },
  );
  return { stop: () => subscription.unsubscribe() };
};
