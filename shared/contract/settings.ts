import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { settingsSchema } from '#shared/model/settings.ts';
import { procedure } from './procedure.ts';

const snapshot = z.object({
  values: settingsSchema,
  /** Set when the settings file could not be read: where the unreadable copy was kept, for display. */
  recovered: z.object({ copy: z.string() }).nullable(),
});

export const settingsContract = {
  get: procedure.output(snapshot),
  /** `value: null` goes back to the default. */
  set: procedure.input(z.object({ key: z.string(), value: z.unknown() })).output(z.void()),
  watch: procedure.output(eventIterator(snapshot)),

  /** Layout, open tabs and the like: opaque to the engine, at most 1 MB, per workspace (null: the window without one). */
  loadState: procedure.input(z.object({ workspaceId: z.string().nullable() })).output(z.unknown()),
  saveState: procedure.input(z.object({ workspaceId: z.string().nullable(), state: z.unknown() })).output(z.void()),
};
