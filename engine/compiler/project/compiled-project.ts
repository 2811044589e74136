import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { UnitManifest } from '#shared/model/mini-program.ts';
import type { CompiledStyle } from '../style/index.ts';

/** A view module: a template or SJS, as `defineView("<id>", "<hash>", ($) => …);`. */
export interface CompiledView {
  code: string;
  hash: string;
  /** Ids of the view modules it asks for with `$.view`. */
  dependencies: string[];
}

/** A logic module, as `defineModule("<path>", function (…) {…}, {specifier: path});`. */
export interface CompiledModule {
  code: string;
  hash: string;
  /** Source map of the whole text, as JSON; null for JSON modules. */
  map: string | null;
  /** Its file has syntax errors, and all it does is throw the first one. */
  failed: boolean;
  /** Paths of the modules that it requires. */
  dependencies: string[];
}

/** One package: the main one (root `''`) or a sub-package. */
export interface PackageSize {
  root: string;
  files: number;
  bytes: number;
}

/** Everything that a phone needs, and everything that is wrong. Paths have a leading slash and count from the program's root. */
export interface CompiledProject {
  /** `app.json` as it is written; `{}` when it cannot be read. */
  config: Record<string, unknown>;
  /** `ext.json` of the project, which {@link createManifest} uses when it gets no other. */
  extFile: Record<string, unknown> | null;
  /** Folder of the program in the project: `''` or such as `src`; from `miniprogramRoot`. */
  programRoot: string;
  /** The project runs with component2 semantics. */
  component2: boolean;
  /** Pages in declared order, then the components that they reach. Windows are those of the pages' own JSON. */
  units: Map<string, UnitManifest>;
  views: Map<string, CompiledView>;
  styles: Map<string, CompiledStyle>;
  logic: Map<string, CompiledModule>;
  /** Style sheets of `app.acss`. */
  appStyles: string[];
  packages: PackageSize[];
  diagnostics: Diagnostic[];
}
