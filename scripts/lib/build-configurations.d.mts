import type { InlineConfig } from 'vite';

export const rendererConfiguration: InlineConfig;
export function buildConfigurations(output: string): InlineConfig[];
