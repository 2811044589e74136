/** Words of the page that a browser shows when it comes back from a sign-in. */
export const signIn = {
  callback: {
    signedIn: { title: 'You are signed in', detail: 'You can go back to Minifoundry and close this page.' },
    denied: { title: 'Sign-in declined', detail: 'Nothing was allowed. You can go back to Minifoundry and close this page.' },
    failed: { title: 'Sign-in did not work', detail: 'Go back to Minifoundry to see why, and start the sign-in again there.' },
  },
} as const;
