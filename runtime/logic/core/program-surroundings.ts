import type { LogicMessage } from '../../protocol/messages.ts';
import type { ModuleRegistry } from '../modules/module-registry.ts';
import type { UnitRegistry } from '../units/unit-registry.ts';
import type { Listeners } from './listeners.ts';
import type { LogicPlatform } from './platform.ts';
import type { ProgramErrors } from './program-errors.ts';
import type { ProgramTimers } from './program-timers.ts';
import type { Reporter } from './reporter.ts';
import type { Watchdog } from './watchdog.ts';

/** What exists before the program is known. */
export interface ProgramSurroundings {
  platform: LogicPlatform;
  send(message: LogicMessage): void;
  reporter: Reporter;
  errors: ProgramErrors;
  listeners: Listeners;
  timers: ProgramTimers;
  watchdog: Watchdog;
  modules: ModuleRegistry;
  units: UnitRegistry;
  console: unknown;
}
