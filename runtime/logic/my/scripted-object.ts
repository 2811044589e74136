import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, isObject, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import type { ApiDispatcher } from './api-dispatcher.ts';
import { apiByName } from './table.ts';

/** Which factory hands out which object of the table. */
export const scriptedFactories: Readonly<Record<string, string>> = {
  createVideoContext: 'VideoContext',
  createInnerAudioContext: 'InnerAudioContext',
  getBackgroundAudioManager: 'BackgroundAudioManager',
  getRecorderManager: 'RecorderManager',
  createCameraContext: 'CameraContext',
  createLottieContext: 'LottieContext',
  createMapContext: 'MapContext',
  createWebViewContext: 'WebViewContext',
  createRewardedAd: 'RewardedAd',
  createWorker: 'Worker',
  getUpdateManager: 'UpdateManager',
  getAccessibilityManager: 'AccessibilityManager',
  getGeocoder: 'Geocoder',
  'cloud.createCloudContext': 'CloudContext',
};

function capitalised(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function membersOf(object: string): string[] {
  const prefix = `${object}.`;
  return [...apiByName.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/**
 * An object whose methods are recorded as calls (`MapContext.getScale`) and succeed with a result that a mock can set.
 * `start()` tells the listeners of `onStart`, and so on.
 */
export function createScriptedObject(object: string, dispatcher: ApiDispatcher, errors: ProgramErrors): ProgramObject {
  const listeners = new Map<string, Set<ProgramFunction>>();
  const tell = (event: string, argument: unknown) => {
    for (const run of listeners.get(event) ?? []) errors.call(`on${event} of ${object}`, undefined, run, [argument]);
  };
  const listen = (name: string) => (run: unknown) => {
    const event = name.replace(/^(on|off)/, '');
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known);
    if (name.startsWith('off')) {
      if (run === undefined) known.clear();
      else known.delete(run as ProgramFunction);
    } else if (isFunction(run)) known.add(run);
  };
  const method = (name: string) => (options: unknown) => {
    const entry = apiByName.get(`${object}.${name}`);
    if (!entry) return undefined;
    const promise = dispatcher.run(entry, isObject(options) ? options : { value: options });
    promise.then(
      (result) => tell(capitalised(name), result),
      (error) => tell('Error', error),
    );
    return promise;
  };
  const fields = membersOf(object).map((name): [string, unknown] => [name, /^(on|off)[A-Z]/.test(name) ? listen(name) : method(name)]);
  return Object.fromEntries(fields);
}
