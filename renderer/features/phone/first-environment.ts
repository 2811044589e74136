import type { Device, PhoneEnvironment } from '#shared/model/device.ts';

/** Bars of the pane above and below the phone, with the phone's rim and a little air, in CSS pixels. */
const around = 146;

/**
 * What the first phone of a window looks like: the first device of the list that the pane can show at its true size,
 * else the first one. Undefined leaves the choice to the engine.
 */
export function firstEnvironment(devices: readonly Device[]): PhoneEnvironment | undefined {
  const room = (document.querySelector('[data-part="phone"]')?.clientHeight ?? 0) - around;
  const device = devices.find(({ height, width }) => height <= room && width < 500) ?? devices[0];
  if (device === undefined) return undefined;
  return {
    ...{ device, orientation: 'portrait', colorScheme: 'light', fontScale: 1, language: navigator.language, network: 'wifi' },
    location: { latitude: -6.2601, longitude: 106.8136, accuracy: 30 },
  };
}
