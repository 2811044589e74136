/** Where a mini program stands, in the words of the platform's release table. */
export interface SampleRelease {
  liveVersion: string | null;
  workingVersion: string | null;
  status: string;
}

/** Dealt out in turn to the sample mini programs. */
export const sampleReleases: readonly SampleRelease[] = [
  { liveVersion: '1.13.2', workingVersion: '1.14.0', status: 'Under Review' },
  { liveVersion: '0.9.4', workingVersion: null, status: 'Full Release' },
  { liveVersion: null, workingVersion: '0.2.0', status: 'New Version Created' },
  { liveVersion: '2.3.1', workingVersion: '2.4.0', status: 'Grayscale Release' },
  { liveVersion: '1.0.6', workingVersion: '1.1.0', status: 'Release Preparation' },
  { liveVersion: '3.2.0', workingVersion: '3.3.0', status: 'Pilot Testing' },
  { liveVersion: '1.4.0', workingVersion: '1.5.0', status: 'Canceled' },
];
