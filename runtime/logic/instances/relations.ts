import type { ProgramErrors } from '../core/program-errors.ts';
import { functionOf, isObject, type ProgramObject } from '../core/types.ts';
import { resolvePath } from '../router/route-address.ts';
import { type ComponentInstance, exposedOf, type Instance } from './instance.ts';
import type { InstanceStore } from './instance-store.ts';

type RelationType = 'parent' | 'child' | 'ancestor' | 'descendant';

interface Relation {
  key: string;
  type: RelationType;
  options: ProgramObject;
}

const opposite: Record<RelationType, RelationType> = { parent: 'child', child: 'parent', ancestor: 'descendant', descendant: 'ancestor' };

function isRelationType(value: unknown): value is RelationType {
  return typeof value === 'string' && Object.hasOwn(opposite, value);
}

function relationsOf(instance: ComponentInstance): Relation[] {
  const { relations } = instance.definition;
  return Object.keys(relations).flatMap((key) => {
    const options = relations[key];
    return isObject(options) && isRelationType(options.type) ? [{ key, type: options.type, options }] : [];
  });
}

/** Whether a relation of `from` names `to`: by path, or by a mixin that `to` has. */
function names(from: ComponentInstance, { key, options }: Relation, to: ComponentInstance): boolean {
  if (typeof options.target === 'string') return to.definition.mixins.has(options.target);
  return resolvePath(key, from.name) === to.name;
}

function ancestorsOf(instance: ComponentInstance): ComponentInstance[] {
  const found: ComponentInstance[] = [];
  for (let parent: Instance = instance.parent; parent.kind === 'component'; parent = parent.parent) found.push(parent);
  return found;
}

/** `relations` between components: both ends must name each other; parent goes with child, ancestor with descendant. */
export class Relations {
  readonly #store: InstanceStore;
  readonly #errors: ProgramErrors;
  readonly #links = new Map<ComponentInstance, { relation: Relation; other: ComponentInstance }[]>();

  constructor(store: InstanceStore, errors: ProgramErrors) {
    this.#store = store;
    this.#errors = errors;
  }

  /** The component is in the page: links it with those that are there, upwards and downwards. */
  link(instance: ComponentInstance): void {
    if (relationsOf(instance).length === 0) return;
    for (const other of ancestorsOf(instance)) if (other.isMounted) this.#linkPair(instance, other);
    for (const other of this.#store.componentsOf(instance.page)) {
      if (other !== instance && other.isMounted && ancestorsOf(other).includes(instance)) this.#linkPair(other, instance);
    }
  }

  #linkPair(lower: ComponentInstance, upper: ComponentInstance): void {
    for (const up of relationsOf(lower)) {
      if ((up.type !== 'parent' && up.type !== 'ancestor') || !names(lower, up, upper)) continue;
      if (up.type === 'parent' && !this.#isNearest(lower, up, upper)) continue;
      const down = relationsOf(upper).find((relation) => relation.type === opposite[up.type] && names(upper, relation, lower));
      if (!down) continue;
      this.#add(lower, up, upper);
      this.#add(upper, down, lower);
    }
  }

  #isNearest(lower: ComponentInstance, up: Relation, upper: ComponentInstance): boolean {
    return ancestorsOf(lower).find((ancestor) => names(lower, up, ancestor)) === upper;
  }

  #add(instance: ComponentInstance, relation: Relation, other: ComponentInstance): void {
    const links = this.#links.get(instance) ?? [];
    if (links.some((link) => link.other === other && link.relation.key === relation.key)) return;
    this.#links.set(instance, [...links, { relation, other }]);
    this.#tell(instance, relation, 'linked', other);
  }

  unlink(instance: ComponentInstance): void {
    const links = this.#links.get(instance) ?? [];
    this.#links.delete(instance);
    for (const { relation, other } of links) {
      this.#tell(instance, relation, 'unlinked', other);
      const back = this.#links.get(other) ?? [];
      this.#links.set(
        other,
        back.filter((link) => link.other !== instance),
      );
      for (const link of back) if (link.other === instance) this.#tell(other, link.relation, 'unlinked', instance);
    }
  }

  move(instance: ComponentInstance): void {
    for (const { relation, other } of this.#links.get(instance) ?? []) {
      this.#tell(instance, relation, 'linkChanged', other);
      for (const back of this.#links.get(other) ?? []) if (back.other === instance) this.#tell(other, back.relation, 'linkChanged', instance);
    }
  }

  /** Components linked under that key, in the order of their creation. */
  nodes(instance: ComponentInstance, key: string): unknown[] {
    const others = (this.#links.get(instance) ?? []).filter(({ relation }) => relation.key === key).map(({ other }) => other);
    return others.sort((left, right) => left.id - right.id).map(exposedOf);
  }

  #tell(instance: ComponentInstance, relation: Relation, hook: string, other: ComponentInstance): void {
    const run = functionOf(relation.options, hook);
    if (run) this.#errors.call(`${hook} of the relation "${relation.key}" of ${instance.name}`, instance.self, run, [exposedOf(other)]);
  }
}
