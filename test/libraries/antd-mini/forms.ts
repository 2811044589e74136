import { type LibraryCase, type Step, tap, type } from '#test/support/libraries/library-case.ts';

const dot = '/assets/dot.png';
const choices = [
  { label: 'Milk', value: 'milk' },
  { label: 'Sugar', value: 'sugar' },
];

interface Field {
  name: string;
  attributes?: string;
  inside?: string;
  data?: Record<string, unknown>;
  /** Value before. */
  initial?: unknown;
  shows: string[];
  steps: Step[];
  /** What the form hands in at the end. */
  submits: string;
}

/** A form with one field, which is registered as the library asks for it, and handed in at the end. */
function formWith({ name, attributes = '', inside = '', data = {}, initial, shows, steps, submits }: Field): LibraryCase {
  const tag = `c-form-${name.toLowerCase()}`;
  const start = initial === undefined ? '{}' : JSON.stringify({ field: initial });
  return {
    proves: [`Form/${name}`],
    head: "import { Form } from 'antd-mini/es/Form/form';",
    axml: `<${tag} name="field" label="Label" help="Helps" ref="register" ${attributes}>${inside}</${tag}><view id="submit" onTap="submit">Hand in</view>`,
    data,
    script: `register(ref) { this.form = this.form || new Form({ initialValues: ${start} }); this.form.addItem(ref); },
  submit() { this.form.submit().then(function (values) { told('submitted', [values]); }, function (error) { console.log('refused', error); }); }`,
    shows: ['Label', 'Helps', ...shows],
    steps: [...steps, tap('#submit', `@submitted ${submits}`)],
  };
}

/** Fields bound to a form. */
export const forms: readonly LibraryCase[] = [
  {
    proves: ['Form/FormItem'],
    axml: '<c-form-formitem label="Size" required="{{true}}" help="In litres" position="horizontal" tooltip="Why?"><view onTap="press">Any field</view><view slot="extra">More</view></c-form-formitem>',
    shows: ['Size', 'In litres', 'Any field', 'More'],
    steps: [tap('text="Any field"', '@press')],
  },
  formWith({
    name: 'FormInput',
    attributes: 'placeholder="Name" onChange="change"',
    inside: '<view slot="prefix">P</view>',
    initial: 'Ann',
    shows: ['P'],
    steps: [type('.ant-input', 'Anna', '@change Anna')],
    submits: '{"field":"Anna"}',
  }),
  formWith({
    name: 'FormTextarea',
    attributes: 'onChange="change"',
    shows: [],
    steps: [type('.ant-textarea', 'Note', '@change Note')],
    submits: '{"field":"Note"}',
  }),
  formWith({
    name: 'FormPicker',
    attributes: 'options="{{options}}" placeholder="Which?" okText="Take it" onOk="choose"',
    data: { options: choices },
    shows: ['Which?'],
    steps: [tap('.ant-picker', 'Sugar'), tap('text="Take it"', '@choose milk')],
    submits: '{"field":"milk"}',
  }),
  formWith({
    name: 'FormCascaderPicker',
    attributes: 'options="{{options}}" placeholder="Where?" okText="Take it" onOk="choose"',
    data: { options: [{ label: 'North', value: 'n', children: [{ label: 'Harbour', value: 'h' }] }] },
    shows: ['Where?'],
    steps: [tap('.ant-picker', 'Harbour'), tap('text="Take it"', '@choose')],
    submits: '{"field":["n","h"]}',
  }),
  formWith({
    name: 'FormDatePicker',
    attributes: 'placeholder="When?" okText="Take it" onOk="choose"',
    initial: 1770076800000,
    shows: ['2026'],
    steps: [tap('.ant-picker', 'Take it'), tap('text="Take it"', '@choose')],
    submits: '2026',
  }),
  formWith({
    name: 'FormRangePicker',
    attributes: 'placeholder="From, to?" okText="Take it" onOk="choose" onVisibleChange="visible"',
    shows: [],
    steps: [],
    submits: '{',
  }),
  formWith({
    name: 'FormCheckboxGroup',
    attributes: 'options="{{options}}" onChange="change"',
    data: { options: choices },
    initial: ['milk'],
    shows: ['Milk', 'Sugar'],
    steps: [tap('text="Sugar"', '@change sugar')],
    submits: '{"field":["milk","sugar"]}',
  }),
  formWith({
    name: 'FormRadioGroup',
    attributes: 'options="{{options}}" onChange="change"',
    data: { options: choices },
    initial: 'milk',
    shows: ['Milk', 'Sugar'],
    steps: [tap('text="Sugar"', '@change sugar')],
    submits: '{"field":"sugar"}',
  }),
  formWith({
    name: 'FormSelector',
    attributes: 'options="{{options}}" onChange="change"',
    data: {
      options: [
        { text: 'Small', value: 's' },
        { text: 'Large', value: 'l' },
      ],
    },
    initial: 's',
    shows: ['Small', 'Large'],
    steps: [tap('text="Large"', '@change l')],
    submits: '{"field":"l"}',
  }),
  formWith({
    name: 'FormStepper',
    attributes: 'min="{{0}}" max="{{9}}" onChange="change"',
    initial: 3,
    shows: [],
    steps: [tap('.ant-stepper-button-up', '@change 4')],
    submits: '{"field":4}',
  }),
  formWith({
    name: 'FormSwitch',
    attributes: 'onChange="change"',
    initial: false,
    shows: [],
    steps: [tap('.ant-switch', '@change true')],
    submits: '{"field":true}',
  }),
  formWith({
    name: 'FormRate',
    attributes: 'onChange="change"',
    initial: 2,
    shows: [],
    steps: [tap('.ant-rate-star >> nth=3', '@change 4')],
    submits: '{"field":4}',
  }),
  formWith({ name: 'FormSlider', attributes: 'onChange="change"', initial: 20, shows: [], steps: [], submits: '{"field":20}' }),
  formWith({
    name: 'FormImageUpload',
    attributes: 'maxCount="{{2}}" onChange="change"',
    initial: [{ uid: 'a', url: dot, status: 'done' }],
    shows: [],
    steps: [],
    submits: dot,
  }),
];
