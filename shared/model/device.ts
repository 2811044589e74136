import * as z from 'zod';

/** A phone model: what `my.getSystemInfo` says and how the frame looks. Lengths in CSS pixels. */
export const device = z.object({
  id: z.string(),
  name: z.string(),
  platform: z.enum(['Android', 'iOS']),
  brand: z.string(),
  model: z.string(),
  system: z.string(),
  width: z.number().int().min(240).max(1600),
  height: z.number().int().min(320).max(2600),
  pixelRatio: z.number().min(1).max(4),
  statusBarHeight: z.number().int(),
  titleBarHeight: z.number().int(),
  safeArea: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
  notch: z.enum(['none', 'notch', 'island', 'hole']),
  /** Corner radius of the screen. */
  cornerRadius: z.number(),
});
export type Device = z.infer<typeof device>;

/** What a person sets around the program, beside the device. */
export const phoneEnvironment = z.object({
  device,
  orientation: z.enum(['portrait', 'landscape']),
  colorScheme: z.enum(['light', 'dark']),
  /** 1 is the system's normal size. */
  fontScale: z.number().min(0.5).max(3),
  /** BCP 47: `en-US`, `zh-CN`. */
  language: z.string().max(35),
  network: z.enum(['wifi', 'slow', 'offline']),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracy: z.number() }),
});
export type PhoneEnvironment = z.infer<typeof phoneEnvironment>;
