import { SourceMap } from 'node:module';
import type { CompiledProject } from '#engine/compiler/index.ts';
import type { SourcePlace } from '#shared/model/simulator.ts';

type LogicModules = CompiledProject['logic'];

interface Section {
  module: string;
  /** Zero-based line of the script where the module's text begins. */
  start: number;
  end: number;
  map: string | null;
}

/** Several modules as one script, and where each begins. */
export interface LogicScript {
  text: string;
  sections: Section[];
}

export function createLogicScript(logic: LogicModules, modules: readonly string[]): LogicScript {
  const texts: string[] = [];
  const sections: Section[] = [];
  let line = 0;
  for (const module of modules) {
    const found = logic.get(module);
    if (found === undefined) continue;
    const lines = found.code.split('\n').length;
    sections.push({ module, start: line, end: line + lines, map: found.map });
    texts.push(found.code);
    line += lines;
  }
  return { text: texts.join('\n'), sections };
}

/** The source behind a position of the script as stacks give it, counted from 1. */
export function placeInScript({ sections }: LogicScript, line: number, column: number): SourcePlace | undefined {
  const section = sections.find(({ start, end }) => line - 1 >= start && line - 1 < end);
  if (!section) return undefined;
  const file = section.module.replace(/^\//, '');
  if (section.map === null) return { file, line: line - section.start, column };
  const entry = new SourceMap(JSON.parse(section.map)).findEntry(line - 1 - section.start, column - 1);
  return 'originalLine' in entry ? { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 } : { file, line: 1, column: 1 };
}
