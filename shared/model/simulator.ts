import * as z from 'zod';
import { device, phoneEnvironment } from './device.ts';
import { apiMock, phoneReport } from './phone.ts';

/** How many phones may run side by side for one workbench. */
export const maximumPhones = 6;

/** A named way to start a program, kept with the project in `.minifoundry/compile-modes.json`. */
export const compileMode = z.object({
  name: z.string().min(1).max(100),
  /** Route; empty for the entry page. */
  page: z.string().max(500),
  /** `a=1&b=2`. */
  query: z.string().max(5000),
  scene: z.string().max(20),
});
export type CompileMode = z.infer<typeof compileMode>;

/** How many compile modes a project has at most. */
export const maximumModes = 100;

export const compileModes = z.array(compileMode).max(maximumModes);

export const launchChoice = z.object({ path: z.string().max(500), query: z.string().max(10_000), scene: z.string().max(20) });

/** A merchant that the open project can be run as. */
export const merchantCandidate = z.object({
  /** Names the candidate when a phone is opened. */
  key: z.string().max(500),
  merchantId: z.string(),
  name: z.string(),
  /** Where the values come from: the project's own answers, another project of the same template, or a merchants file. */
  origin: z.enum(['instance', 'sibling', 'file']),
  /** The `ext` that is injected. */
  ext: z.record(z.string(), z.unknown()),
});
export type MerchantCandidate = z.infer<typeof merchantCandidate>;

export const merchantsText = z.object({ format: z.enum(['csv', 'json']), text: z.string().max(64 * 1024 * 1024) });
export type MerchantsText = z.infer<typeof merchantsText>;

/** What the phone pane needs to know of a project before a phone runs. */
export const simulatedProject = z.object({
  /** False when the folder is no mini program. */
  runnable: z.boolean(),
  pages: z.array(z.string()),
  entryPagePath: z.string(),
  modes: compileModes,
  mocks: z.array(apiMock),
  /** `ext` of the project's own `ext.json`: what a phone is given that runs for no merchant. */
  ext: z.record(z.string(), z.unknown()),
});
export type SimulatedProject = z.infer<typeof simulatedProject>;

export const phoneOpening = z.object({
  workspaceId: z.string(),
  environment: phoneEnvironment.optional(),
  launch: launchChoice.optional(),
  merchantKey: z.string().max(500).optional(),
});
export type PhoneOpening = z.infer<typeof phoneOpening>;

export const openedPhone = z.object({
  phoneId: z.string(),
  url: z.string(),
  environment: phoneEnvironment,
  merchant: merchantCandidate.nullable(),
});
export type OpenedPhone = z.infer<typeof openedPhone>;

/** A place in the project's sources; line and column count from 1. */
export const sourcePlace = z.object({ file: z.string(), line: z.number().int(), column: z.number().int() });
export type SourcePlace = z.infer<typeof sourcePlace>;

/** A report with the place in the sources it came from. */
export const phoneEvent = z.object({ report: phoneReport, source: sourcePlace.optional() });
export type PhoneEvent = z.infer<typeof phoneEvent>;

export const deviceList = z.array(device);
