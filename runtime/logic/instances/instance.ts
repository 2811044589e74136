import type { ComponentCreation, InstanceId } from '../../protocol/messages.ts';
import type { ProgramFunction, ProgramObject } from '../core/types.ts';
import type { UnitDefinition } from '../units/definition.ts';

/** What pages and components have in common. `self` is the object that the program knows. */
interface InstanceBase {
  readonly id: InstanceId;
  /** For messages: `pages/index/index`, `/components/card/card`. */
  readonly name: string;
  readonly definition: UnitDefinition;
  readonly self: ProgramObject;
  /**
   * `creating`: its first data has not been sent, changes become part of it; `live`: changes are sent;
   * `gone`: it has left, changes are ignored.
   */
  phase: 'creating' | 'live' | 'gone';
  /** `setData` callbacks that wait for the first render. */
  waiting: ProgramFunction[];
  /** Set by `setUpdatePerformanceListener`. */
  performance: { listener: ProgramFunction; withDataPaths: boolean } | null;
}

export interface PageInstance extends InstanceBase {
  readonly kind: 'page';
  readonly route: string;
  readonly query: Record<string, string>;
  readonly isTab: boolean;
  /** Between `onShow` and `onHide`. */
  isShown: boolean;
}

export interface ComponentInstance extends InstanceBase {
  readonly kind: 'component';
  readonly page: PageInstance;
  /** Whose template it stands in. */
  readonly owner: Instance;
  /** In whose content it stands: on the way an event takes. */
  readonly parent: Instance;
  readonly ref: ComponentCreation['ref'];
  elementId: string;
  classNames: string[];
  dataset: Record<string, unknown>;
  isMounted: boolean;
}

export type Instance = PageInstance | ComponentInstance;

export function dataOf(instance: Instance): ProgramObject {
  return instance.self.data as ProgramObject;
}

export function propsOf(instance: Instance): ProgramObject {
  return instance.kind === 'component' ? (instance.self.props as ProgramObject) : {};
}

/** Path that relative addresses of the instance's own files start from: `/components/card/card`. */
export function basePathOf(instance: Instance): string {
  return instance.kind === 'page' ? `/${instance.route}` : instance.name;
}

/** What the program may see of a component from outside: what `ref()` returns, or the instance. */
export function exposedOf(instance: Instance): unknown {
  const { ref } = instance.definition;
  return ref === null ? instance.self : ref.call(instance.self);
}
