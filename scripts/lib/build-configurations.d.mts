import type { InlineConfig } from 'vite';

export const rendererConfiguration: InlineConfig;
export const buildConfigurations: InlineConfig[];
