import { documentsContract } from './documents.ts';
import { hostContract } from './host.ts';
import { identityContract } from './identity.ts';
import { logContract } from './log.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { simulatorContract } from './simulator.ts';
import { templatesContract } from './templates.ts';
import { workspaceContract } from './workspace.ts';

/** What every shell can ask of the engine. Both ends import this one object. */
export const contract = {
  documents: documentsContract,
  host: hostContract,
  identity: identityContract,
  log: logContract,
  search: searchContract,
  settings: settingsContract,
  simulator: simulatorContract,
  templates: templatesContract,
  workspace: workspaceContract,
};

export type Contract = typeof contract;
