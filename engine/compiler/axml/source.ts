import { Reporter } from '../source/reporter.ts';
import { MustacheScanner } from './mustache.ts';

/** One file while it is parsed. */
export interface AxmlSource {
  text: string;
  mustaches: MustacheScanner;
  report: Reporter;
}

export function createSource(path: string, text: string): AxmlSource {
  return { text, mustaches: new MustacheScanner(text), report: new Reporter(path, text) };
}
