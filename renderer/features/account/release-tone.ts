import type { BadgeTone } from '#renderer/ui/index.ts';
import type { ReleaseStatus } from '#shared/model/identity.ts';

/** How a release state is toned; the word is always the platform's. */
export const releaseTone: Record<ReleaseStatus, BadgeTone> = {
  'New Version Created': 'idle',
  'Under Review': 'info',
  'Release Preparation': 'info',
  'Pilot Testing': 'info',
  'Grayscale Release': 'warn',
  'Full Release': 'ok',
  Canceled: 'err',
  Archived: 'idle',
};
