import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type ComponentDriver, createInstance } from '#test/support/component-instance.ts';

interface LibraryForm {
  addItem(ref: unknown): void;
  getFieldsValue(): object;
  submit(): Promise<object>;
  reset(): void;
}

interface Summing {
  $id: number;
  data: { total: number };
  setData(data: object): void;
  add(n: number): void;
}

const library = fileURLToPath(import.meta.resolve('antd-mini/package.json')).replace(/package\.json$/, 'es/');
const codes = new Map<string, string>();

/** A query that finds everything ten pixels wide. */
function createSelectorQuery(): object {
  const query = { exec: (done: (rects: object[]) => void) => done([{ width: 10, height: 10, left: 0, top: 0 }]) };
  const step = () => chain;
  const chain: object = {
    ...query,
    ...Object.fromEntries(['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset'].map((name) => [name, step])),
  };
  return chain;
}

const my = { canIUse: () => true, SDKVersion: '2.9.40', env: { clientName: 'ap' }, createSelectorQuery };

function codeOf(name: string): string {
  const known = codes.get(name);
  if (known !== undefined) return known;
  const built = buildSync({ entryPoints: [`${library}${name}/index.js`], bundle: true, write: false, format: 'iife', logLevel: 'silent' });
  const code = built.outputFiles[0]?.text ?? '';
  codes.set(name, code);
  return code;
}

/** One component of the library, with real logic and without a view. */
function make(name: string, props: Record<string, unknown>): ComponentDriver {
  let made: ComponentDriver | null = null;
  const Component = (options: Record<string, unknown>) => {
    made = createInstance(options, props, my);
  };
  new Function('my', 'Component', 'Page', 'App', codeOf(name))(
    my,
    Component,
    () => undefined,
    () => undefined,
  );
  if (made === null) throw new Error(`${name} does not call Component()`);
  return made;
}

function held(driver: ComponentDriver): unknown {
  return (driver.getData().mixin as { value?: unknown }).value;
}

const tapOn = (mode: string) => ({ currentTarget: { dataset: { mode } } });

describe('a stepper', () => {
  it('takes the precision of its step', () => {
    expect(held(make('Stepper', { defaultValue: 0, step: 0.1 }))).toBe('0.0');
    expect(held(make('Stepper', { defaultValue: 1.02, precision: 1 }))).toBe('1.0');
  });

  it('counts up and down between its limits', () => {
    const changes: unknown[] = [];
    const stepper = make('Stepper', { defaultValue: 1, min: 0, max: 2, onChange: (value: unknown) => changes.push(value) });
    for (const mode of ['add', 'add', 'minus', 'minus', 'minus']) stepper.callMethod('onTap', tapOn(mode));
    expect(held(stepper)).toBe('0');
    expect(changes).toEqual([2, 1, 0]);
  });

  it('waits for its owner when it is controlled', () => {
    const changes: unknown[] = [];
    const stepper = make('Stepper', { value: 1, onChange: (value: unknown) => changes.push(value) });
    stepper.callMethod('onTap', tapOn('add'));
    expect(held(stepper)).toBe('1');
    stepper.setProps({ value: 2 });
    expect(held(stepper)).toBe('2');
    expect(changes).toEqual([2]);
  });
});

describe.each(['Switch', 'Checkbox'])('%s', (name) => {
  it('turns itself over, or asks its owner to', () => {
    const changes: unknown[] = [];
    const free = make(name, { defaultChecked: true, onChange: (value: unknown) => changes.push(value) });
    free.callMethod('onChange', {});
    expect(held(free)).toBe(false);
    const owned = make(name, { checked: false, onChange: (value: unknown) => changes.push(value) });
    owned.callMethod('onChange', {});
    expect(held(owned)).toBe(false);
    owned.setProps({ checked: true });
    expect(held(owned)).toBe(true);
    expect(changes).toEqual([false, true]);
  });
});

describe('a form', () => {
  it('takes part of its items through what they give as their ref', async () => {
    const { Form } = (await import('antd-mini/es/Form/form.js')) as { Form: new (options: object) => LibraryForm };
    const form = new Form({ initialValues: { city: 'Xi' }, rules: { city: [{ required: true, min: 4 }] } });
    const item = make('Form/FormInput', { name: 'city' });
    form.addItem(item.ref());
    expect(item.getData().formData).toMatchObject({ value: 'Xi', required: true });
    item.callMethod('onChange', 'Riga');
    expect(form.getFieldsValue()).toEqual({ city: 'Riga' });
    expect(await form.submit()).toEqual({ city: 'Riga' });
    form.reset();
    expect(item.getData().formData).toMatchObject({ value: 'Xi' });
  });
});

describe('what tests of libraries ask of a component', () => {
  const sum = {
    data: { total: 0 },
    mixins: [
      {
        methods: {
          add(this: Summing, n: number) {
            this.setData({ total: this.data.total + n });
          },
        },
      },
    ],
    methods: {
      addTwice(this: Summing, n: number) {
        this.add(n);
        this.add(n);
        return this.$id;
      },
    },
  };

  it('gives its methods where it has no ref of its own', () => {
    const driver = createInstance(sum, {});
    const { add, addTwice } = driver.ref() as Record<'add' | 'addTwice', (n: number) => unknown>;
    add(1);
    expect(addTwice(2)).toBe(1);
    expect(driver.getData()).toEqual({ total: 5 });
    expect(driver.componentInstance().data).toEqual({ total: 5 });
  });
});

describe('every component of the library', () => {
  const names = [
    'Badge',
    'Button',
    'Calendar',
    'Collapse',
    'Input',
    'Modal',
    'NoticeBar',
    'NumberKeyboard',
    'Pagination',
    'Picker',
    'Popover',
    'Popup',
    'Progress',
    'Rate',
    'Selector',
    'Slider',
    'Tabs',
    'Toast',
  ];

  it.each(names)('%s is made, changed and taken away', (name) => {
    const driver = make(name, {});
    expect(driver.getData()).toBeTypeOf('object');
    driver.setProps({ className: 'other' });
    driver.unMount();
  });
});
