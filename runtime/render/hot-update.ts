import type { Instance } from './instance.ts';
import type { PageRoot } from './page-root.ts';

/** Renders again, with the data they have, the page and components whose templates are not the ones they were made with. */
export function renderAgain(page: PageRoot): void {
  const { pass, instances } = page.environment;
  for (const instance of outdated(page)) {
    const left = pass.adopting(() => {
      instance.block?.remove();
      instance.block = null;
      if (instance.place) instance.place.render();
      else page.render();
    });
    for (const gone of left.sort((one, other) => other.id - one.id)) {
      instances.delete(gone.id);
      pass.unmounted.push(gone.id);
    }
  }
}

/** Instances with an outdated template that are not inside another such one. */
function outdated(page: PageRoot): Instance[] {
  const { instances, views } = page.environment;
  const changed = new Set<Instance>();
  for (const instance of instances.values()) {
    const { template } = instance.unit;
    const current = template ? views.view(template) : undefined;
    if (instance.page === page && instance.initialised && instance.view !== current) changed.add(instance);
  }
  return [...changed].filter((instance) => ![...around(instance)].some((outer) => changed.has(outer)));
}

/** The page and components around an instance: those whose templates its place depends on. */
function* around({ place }: Instance): Generator<Instance> {
  if (!place) return;
  yield place.owner;
  yield* around(place.owner);
  yield place.parent;
  yield* around(place.parent);
}
