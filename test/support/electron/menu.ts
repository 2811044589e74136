import type { MenuItemConstructorOptions, Menu as RealMenu } from 'electron';

type Template = readonly MenuItemConstructorOptions[];

/** The native menu as data. */
export class Menu {
  readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  static buildFromTemplate(template: Parameters<typeof RealMenu.buildFromTemplate>[0]): Menu & RealMenu {
    return new Menu(template as Template) as Menu & RealMenu;
  }

  static setApplicationMenu(menu: (Menu & RealMenu) | null): void {
    shown = menu;
  }
}

({ buildFromTemplate: Menu.buildFromTemplate, setApplicationMenu: Menu.setApplicationMenu }) satisfies Pick<
  typeof RealMenu,
  'buildFromTemplate' | 'setApplicationMenu'
>;

let shown: Menu | null = null;

function flatten(template: Template): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

/** Labels by id of everything the menu shows now. */
export function menuLabels(): Record<string, string> {
  return Object.fromEntries(flatten(shown?.template ?? []).flatMap(({ id, label }) => (id === undefined ? [] : [[id, label ?? '']])));
}

/** Does what a person does with the mouse. */
export function clickMenuItem(id: string): void {
  const item = flatten(shown?.template ?? []).find((candidate) => candidate.id === id);
  if (item?.click === undefined) throw new Error(`The menu has no item "${id}"`);
  (item.click as () => void)();
}
