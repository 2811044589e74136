export { defaultEnvironment, deviceOf, devices } from './devices.ts';
export { type InspectAction, type InspectOptions, type InspectResult, inspect } from './inspect/inspect.ts';
export type { InspectAnswer } from './inspect/inspect-answer.ts';
export { createSimulatorRouter } from './router.ts';
export { Simulator, type SimulatorOptions } from './simulator.ts';
