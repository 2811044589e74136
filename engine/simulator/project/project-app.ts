import { basename } from 'node:path';
import { type CompiledProject, createManifest } from '#engine/compiler/index.ts';
import { resolveInside } from '#engine/files/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { AppUpdate } from '#shared/model/phone.ts';
import type { SourcePlace } from '#shared/model/simulator.ts';
import { isMedia } from '../phones/media-type.ts';
import type { PhoneApp } from '../phones/phone-app.ts';
import { createLogicScript, type LogicScript, placeInScript } from './logic-script.ts';
import type { ProjectUpdate } from './running-project.ts';

/** An ext document: `ext.json` as the platform would put it into the instance; null leaves the project's own file. */
export type ExtDocument = Record<string, unknown>;

/** How many scripts stay known, so that errors of code that was replaced still find their source. */
const keptScripts = 50;

/** The program of one phone: a compiled project with one merchant's `ext`. */
export class ProjectApp implements PhoneApp {
  readonly #root: string;
  readonly #ext: ExtDocument | null;
  readonly #scripts = new Map<number, LogicScript>();
  #compiled: CompiledProject;
  #manifest: AppManifest;
  #lastScript = 0;

  constructor(root: string, compiled: CompiledProject, ext: ExtDocument | null) {
    this.#root = root;
    this.#ext = ext;
    this.#compiled = compiled;
    this.#manifest = createManifest(compiled, ext);
  }

  get compiled(): CompiledProject {
    return this.#compiled;
  }

  manifest(): AppManifest {
    return this.#manifest;
  }

  viewScript(ids: readonly string[]): string {
    const wanted = new Set<string>();
    const add = (id: string): void => {
      const view = this.#compiled.views.get(id);
      if (view === undefined || wanted.has(id)) return;
      wanted.add(id);
      for (const dependency of view.dependencies) add(dependency);
    };
    for (const id of ids) add(id);
    return [...wanted].map((id) => this.#compiled.views.get(id)?.code ?? '').join('\n');
  }

  styles(ids: readonly string[]): Record<string, { css: string; fontFaces: string }> {
    return Object.fromEntries(
      ids.flatMap((id) => {
        const style = this.#compiled.styles.get(id);
        return style === undefined ? [] : [[id, { css: style.css, fontFaces: style.fontFaces }]];
      }),
    );
  }

  logicUrl(): string {
    return this.#urlOf([...this.#compiled.logic.keys()]);
  }

  #urlOf(modules: readonly string[]): string {
    const version = ++this.#lastScript;
    this.#scripts.set(version, createLogicScript(this.#compiled.logic, modules));
    const [oldest] = this.#scripts.keys();
    if (this.#scripts.size > keptScripts && oldest !== undefined) this.#scripts.delete(oldest);
    return `/app/logic.js?v=${version}`;
  }

  logicScript(version: number): string | null {
    return this.#scripts.get(version)?.text ?? null;
  }

  async filePath(projectPath: string): Promise<string | null> {
    if (!isMedia(projectPath)) return null;
    const path = `${this.#compiled.programRoot}/${projectPath}`.replace(/^\/+|\/+(?=\/)/g, '');
    try {
      return await resolveInside({ name: basename(this.#root), realPath: this.#root }, path);
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }

  /** Where in the sources the innermost frame of the program is; undefined when no frame is the program's. */
  placeOf(stack: string): SourcePlace | undefined {
    for (const [, version, line, column] of stack.matchAll(/\/app\/logic\.js\?v=(\d+):(\d+):(\d+)/g)) {
      const script = this.#scripts.get(Number(version));
      const place = script && placeInScript(script, Number(line), Number(column));
      if (place) return place;
    }
    return undefined;
  }

  /** Takes over a newer compilation; the messages that bring a running phone up to date, in order. */
  update(compiled: CompiledProject, { change, why }: ProjectUpdate): AppUpdate[] {
    this.#compiled = compiled;
    this.#manifest = createManifest(compiled, this.#ext);
    const manifest = this.#manifest;
    if (change.kind === 'app') return [{ kind: 'app', why }];
    const { styles, views, modules } = change;
    return [
      ...(styles.length > 0 ? [{ kind: 'style' as const, manifest, styles, why }] : []),
      ...(views.length > 0 ? [{ kind: 'template' as const, manifest, views, why }] : []),
      ...(modules.length > 0 ? [{ kind: 'logic' as const, manifest, logicUrl: this.#urlOf(modules), modules, why }] : []),
    ];
  }
}
