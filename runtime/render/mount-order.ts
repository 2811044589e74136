import type { InstanceId } from '../protocol/messages.ts';
import type { Instance } from './instance.ts';

/** New components so that children come before the component they stand in, else in document order. */
export function mountOrder(created: ReadonlySet<InstanceId>, instances: ReadonlyMap<InstanceId, Instance>): InstanceId[] {
  const children = new Map<InstanceId, InstanceId[]>();
  const roots: InstanceId[] = [];
  for (const id of created) {
    const parent = instances.get(id)?.place?.parent.id;
    if (parent === undefined) continue;
    if (!created.has(parent)) roots.push(id);
    else children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const ordered: InstanceId[] = [];
  const visit = (id: InstanceId) => {
    for (const child of children.get(id) ?? []) visit(child);
    ordered.push(id);
  };
  for (const root of roots) visit(root);
  return ordered;
}
