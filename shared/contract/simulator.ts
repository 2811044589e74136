import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { phoneEnvironment } from '#shared/model/device.ts';
import { diagnostic } from '#shared/model/diagnostics.ts';
import { apiMock, phoneRequest } from '#shared/model/phone.ts';
import {
  compileModes,
  deviceList,
  launchChoice,
  merchantCandidate,
  merchantsText,
  openedPhone,
  phoneEvent,
  phoneOpening,
  simulatedProject,
} from '#shared/model/simulator.ts';
import { procedure } from './procedure.ts';

const ofWorkspace = z.object({ workspaceId: z.string() });
const ofPhone = z.object({ phoneId: z.string() });

export const simulatorContract = {
  devices: procedure.output(deviceList),
  project: procedure.input(ofWorkspace).output(simulatedProject),
  /** Problems of the whole program, again after every change on disk. */
  diagnostics: procedure.input(ofWorkspace).output(eventIterator(z.array(diagnostic))),
  /** Everybody the project can be run as; `file` adds the rows of a merchants file. */
  merchants: procedure.input(ofWorkspace.extend({ file: merchantsText.optional() })).output(z.array(merchantCandidate)),
  /** A phone lives as long as the connection that opened it. */
  open: procedure.input(phoneOpening).output(openedPhone),
  close: procedure.input(ofPhone).output(z.void()),
  /** What happened so far, then what happens. */
  watch: procedure.input(ofPhone).output(eventIterator(z.array(phoneEvent))),
  request: procedure.input(ofPhone.extend({ request: phoneRequest })).output(z.unknown()),
  /** Runs an expression or statements in the logic worker; a preview of the value. */
  evaluate: procedure.input(ofPhone.extend({ source: z.string().max(100_000) })).output(z.unknown()),
  /** Starts the program again, as `launch` says; the document has to be loaded again from the same address. */
  restart: procedure.input(ofPhone.extend({ launch: launchChoice.optional(), clearData: z.boolean() })).output(z.void()),
  setEnvironment: procedure.input(ofPhone.extend({ environment: phoneEnvironment })).output(z.void()),
  saveModes: procedure.input(ofWorkspace.extend({ modes: compileModes })).output(z.void()),
  /** Kept in the project, one file per API, and in force at once. */
  saveMock: procedure.input(ofWorkspace.extend({ mock: apiMock })).output(z.void()),
};
