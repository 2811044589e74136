import type { UnitManifest } from '#shared/model/mini-program.ts';
import type { InstanceId, InstanceUpdate } from '../protocol/messages.ts';
import type { Block } from './block.ts';
import { within } from './building.ts';
import { applyPatch, type Change, type ChangeMap, createChanges, isContainer } from './changes.ts';
import type { ComponentPlace } from './component-place.ts';
import { refreshExternalClasses } from './external-classes.ts';
import type { PageRoot } from './page-root.ts';
import type { View } from './view-registry.ts';

/** A page or component as the document knows it. Generated code reads `id`, `scope` and `changes`. */
export class Instance {
  readonly id: InstanceId;
  /** As of the newest manifest. */
  unit: UnitManifest;
  readonly page: PageRoot;
  /** Where a component stands; null for pages. */
  place: ComponentPlace | null;
  /** The view that `block` was made with. */
  view: View | undefined = undefined;
  /** Whether the logic has said what the scope is. */
  initialised = false;
  /** What templates can name: props overlaid by data. No prototype, so that only names of the program are found. */
  readonly scope: Record<string, unknown> = Object.create(null);
  /** What the current update has changed. */
  changes: Change = undefined;
  block: Block | null = null;
  /** Names of classes that the owner chooses. */
  externalClasses: readonly string[] = [];
  private readonly data: Record<string, unknown> = Object.create(null);
  private readonly props: Record<string, unknown> = Object.create(null);

  constructor(id: InstanceId, unit: UnitManifest, page: PageRoot, place: ComponentPlace | null) {
    this.id = id;
    this.unit = unit;
    this.page = page;
    this.place = place;
  }

  /** A prop as the logic last said. */
  prop(name: string): unknown {
    return this.props[name];
  }

  initialise(props: Record<string, unknown>, data: Record<string, unknown>, externalClasses: readonly string[] = []): void {
    this.externalClasses = externalClasses;
    this.initialised = true;
    Object.assign(this.props, props);
    Object.assign(this.data, data);
    Object.assign(this.scope, this.props, this.place?.localProps, this.data);
    if (!this.place) return;
    this.scope.$id = this.id;
    this.scope.$slots = givenSlots(this.place);
  }

  /** Takes over what the logic changed, without touching the page yet. */
  apply({ patches, props }: InstanceUpdate): void {
    const changes: ChangeMap = this.changes === undefined || this.changes === true ? createChanges() : this.changes;
    for (const patch of patches) {
      if (patch.path.length > 0) {
        applyPatch(this.data, patch, changes);
        const root = String(patch.path[0]);
        this.scope[root] = this.data[root];
      } else if ('value' in patch && isContainer(patch.value)) {
        for (const [name, value] of Object.entries(patch.value)) this.setRoot(name, value, changes);
      }
    }
    for (const [name, value] of Object.entries(props ?? {})) this.setProp(name, value, changes);
    if (props && this.externalClasses.length > 0) refreshExternalClasses(this);
    if (this.changes !== true) this.changes = changes;
  }

  private setRoot(name: string, value: unknown, changes: ChangeMap): void {
    applyPatch(this.data, { path: [name], value }, changes);
    this.scope[name] = value;
  }

  private setProp(name: string, value: unknown, changes: ChangeMap): void {
    const same = value === this.props[name] && !isContainer(value);
    this.props[name] = value;
    if (same || name in this.data || (this.place && name in this.place.localProps)) return;
    this.scope[name] = value;
    changes[name] = true;
  }

  /** A value that stays in the document: SJS functions given as props. */
  setLocal(name: string, value: unknown): void {
    if (name in this.data) return;
    const next = value === undefined ? this.props[name] : value;
    if (this.scope[name] === next) return;
    this.scope[name] = next;
    this.changes = Object.assign(this.changes === true || !this.changes ? createChanges() : this.changes, { [name]: true });
    this.commit();
  }

  /** Brings the page up to date with what was applied. */
  commit(): void {
    if (this.changes === undefined) return;
    try {
      within(this, () => this.block?.update?.(false));
    } finally {
      this.changes = undefined;
    }
  }

  fail(error: unknown): void {
    this.page.environment.onError(error, this);
  }
}

/** `$slots.NAME` in a component's template tells whether there is content for the slot; `$default` is the one without a name. */
function givenSlots({ slots }: ComponentPlace): Record<string, true> {
  const given: Record<string, true> = Object.create(null);
  for (const name of Object.keys(slots ?? {})) given[name === '' ? '$default' : name] = true;
  return given;
}
