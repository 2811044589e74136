import { create } from 'zustand';
import type { Device, PhoneEnvironment } from '#shared/model/device.ts';
import type { ApiMock, ConsoleLevel, LayoutFinding, PhoneReport } from '#shared/model/phone.ts';
import type { CompileMode, MerchantCandidate, MerchantsText, SourcePlace } from '#shared/model/simulator.ts';

export interface ConsoleLine {
  key: number;
  time: number;
  level: ConsoleLevel;
  origin: 'program' | 'system' | 'person';
  text: string;
  values: unknown[];
  source: SourcePlace | undefined;
  /** How often the same line came one after the other. */
  count: number;
}

export interface CallRow {
  key: number;
  /** As the program counts its calls, and the generation of the phone in which it did. */
  id: number;
  run: number;
  api: string;
  args: unknown;
  status: 'pending' | 'success' | 'fail';
  result: unknown;
  mocked: boolean;
  startedAt: number;
  ms: number | null;
  source: SourcePlace | undefined;
}

export type PerformanceEntry = Extract<PhoneReport, { type: 'performance' }> & { key: number };

export interface StackedPage {
  id: number;
  route: string;
  query: Record<string, string>;
}

export type PhoneStatus =
  | { kind: 'starting' }
  | { kind: 'running'; firstScreenMs: number }
  | { kind: 'stopped'; reason: Extract<PhoneReport, { type: 'stopped' }>['reason']; detail: string };

/** One phone and what is known of the program on it. */
export interface Phone {
  phoneId: string;
  url: string;
  /** Grows with every restart: the frame is loaded anew. */
  generation: number;
  environment: PhoneEnvironment;
  merchant: MerchantCandidate | null;
  status: PhoneStatus;
  title: string;
  stack: StackedPage[];
  console: ConsoleLine[];
  calls: CallRow[];
  performance: PerformanceEntry[];
  /** Grows whenever stored values changed. */
  storageVersion: number;
  /** Grows whenever the page may look different. */
  contentVersion: number;
  picked: number | null;
  /** The home key was pressed: the program is in the background. */
  away: boolean;
  /** What overflows or is cut on the visible page; null while nobody asks. */
  findings: LayoutFinding[] | null;
}

/** What a person is asked for about phones, one thing at a time. */
export type PhoneQuestion = { kind: 'mode'; mode: CompileMode | null } | { kind: 'mock'; api: string; call: CallRow | null };

/** How large the phone is drawn beside the editor. */
export type PhoneZoom = number | 'fit';

interface PhonesState {
  phones: Phone[];
  /** The phone that panels are about. */
  activeId: string | null;
  layout: 'pane' | 'side-by-side' | 'hidden';
  /** Whether the person wants to see the phone whenever a mini program is open; kept with the window's layout. Null until that is known. */
  wanted: boolean | null;
  /** How input travels between phones side by side. */
  input: 'independent' | 'synchronised' | 'led';
  leaderId: string | null;
  showFindings: boolean;
  /** An editor stands beside the phones side by side. */
  editorBeside: boolean;
  devices: Device[];
  /** As a person last set it: for the next phone when there is no other to be like. Kept with the window's layout, as the zoom is. */
  lastEnvironment: PhoneEnvironment | null;
  zoom: PhoneZoom;
  runnable: boolean;
  pages: string[];
  entryPagePath: string;
  modes: CompileMode[];
  activeMode: string | null;
  mocks: ApiMock[];
  /** `ext` of the project's own `ext.json`. */
  ext: Record<string, unknown>;
  /** Lines, calls and measures stay when a person restarts the program. */
  preserveLog: boolean;
  merchants: MerchantCandidate[];
  /** The file whose rows are among the merchants. */
  merchantsFile: MerchantsText | null;
  question: PhoneQuestion | null;
}

export const usePhones = create<PhonesState>(() => ({
  phones: [],
  activeId: null,
  layout: 'hidden',
  wanted: null,
  input: 'synchronised',
  leaderId: null,
  showFindings: true,
  editorBeside: false,
  devices: [],
  lastEnvironment: null,
  zoom: 'fit',
  runnable: false,
  pages: [],
  entryPagePath: '',
  modes: [],
  activeMode: null,
  mocks: [],
  ext: {},
  preserveLog: false,
  merchants: [],
  merchantsFile: null,
  question: null,
}));

/** The phone that panels and commands are about. */
export function activePhone({ phones, activeId }: Pick<PhonesState, 'phones' | 'activeId'> = usePhones.getState()): Phone | undefined {
  return phones.find(({ phoneId }) => phoneId === activeId) ?? phones[0];
}

export function useActivePhone(): Phone | undefined {
  return usePhones(activePhone);
}

export function changePhone(phoneId: string, change: (phone: Phone) => Partial<Phone>): void {
  usePhones.setState(({ phones }) => ({ phones: phones.map((phone) => (phone.phoneId === phoneId ? { ...phone, ...change(phone) } : phone)) }));
}
