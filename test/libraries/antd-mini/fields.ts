import { confirm, drag, type LibraryCase, tap, type } from '#test/support/libraries/library-case.ts';

const dot = '/assets/dot.png';
const sizes = [
  { text: 'Small', value: 's' },
  { text: 'Large', value: 'l', subText: '0.4 l' },
];
const options = [
  { label: 'Milk', value: 'milk' },
  { label: 'Sugar', value: 'sugar' },
];
const places = [
  {
    label: 'North',
    value: 'n',
    children: [
      { label: 'Harbour', value: 'h' },
      { label: 'Station', value: 's' },
    ],
  },
  { label: 'South', value: 's', children: [{ label: 'Beach', value: 'b' }] },
];

/** What a person fills in. */
export const fields: readonly LibraryCase[] = [
  {
    proves: ['Button'],
    axml: '<c-button type="primary" onTap="press" subText="and go" icon="CheckOutline">Order</c-button><c-button inline size="small" disabled onDisabledTap="refused">Closed</c-button><c-button loading="{{true}}" danger>Busy</c-button>',
    shows: ['Order', 'and go', 'Closed', 'Busy'],
    sees: ['.ant-button'],
    steps: [tap('text="Order"', '@press')],
  },
  {
    proves: ['Calendar'],
    axml: '<c-calendar selectionMode="single" monthRange="{{range}}" onChange="choose"/>',
    data: { range: [1767225600000, 1772323200000] },
    shows: ['2026', '15'],
    sees: ['.ant-calendar-cells'],
    steps: [tap('.ant-calendar-cell >> text="15"', '@choose 17')],
  },
  {
    proves: ['Checkbox'],
    axml: '<c-checkbox defaultChecked="{{false}}" color="#112233" onChange="change">With milk</c-checkbox><c-checkbox disabled checked="{{true}}">Always</c-checkbox>',
    shows: ['With milk', 'Always'],
    sees: ['.ant-checkbox-item-fake'],
    steps: [tap('text="With milk"', '@change true')],
  },
  {
    proves: ['Checkbox/CheckboxGroup'],
    axml: '<c-checkbox-checkboxgroup options="{{options}}" defaultValue="{{[\'milk\']}}" position="vertical" onChange="change"/>',
    data: { options },
    shows: ['Milk', 'Sugar'],
    steps: [tap('text="Sugar"', '@change ["milk","sugar"]')],
  },
  {
    proves: ['Checklist', 'Checklist/ChecklistItem'],
    axml: '<c-checklist options="{{options}}" multiple="{{true}}" defaultValue="{{[1]}}" onChange="change"/>',
    data: {
      options: [
        { title: 'Cups', value: 1, description: 'paper' },
        { title: 'Spoons', value: 2, image: dot },
        { title: 'Gone', value: 3, disabled: true },
      ],
    },
    shows: ['Cups', 'paper', 'Spoons'],
    sees: ['.ant-checklist-item-content-icon'],
    steps: [tap('text="Spoons"', '@change [1,2]')],
  },
  {
    proves: ['DatePicker'],
    axml: '<c-datepicker defaultValue="2026/02/03" min="2020/01/01" max="2030/01/01" precision="day" title="When" okText="Take it" cancelText="Not now" onOk="choose" onVisibleChange="visible"/>',
    shows: ['2026/02/03'],
    steps: [tap('.ant-picker', '@visible true', 'When', 'Take it'), tap('text="Take it"', '@choose 2026/02/03', '-When')],
  },
  {
    proves: ['DatePicker/RangePicker'],
    axml: '<c-datepicker-rangepicker defaultValue="{{value}}" min="2020/01/01" max="2030/01/01" precision="day" title="From and to" okText="Take it" cancelText="Not now" onOk="choose" onVisibleChange="visible"/>',
    data: { value: ['2026/02/03', '2026/02/05'] },
    shows: ['2026/02/03', '2026/02/05'],
    steps: [tap('.ant-picker', '@visible true', 'From and to'), tap('text="Take it"', '@choose')],
  },
  {
    proves: ['ImageUpload'],
    axml: '<c-imageupload defaultFileList="{{files}}" maxCount="{{3}}" onUpload="upload" onChange="change" onRemove="remove" onPreview="preview"/>',
    data: { files: [{ uid: 'a', url: dot, status: 'done' }] },
    script: 'upload(file) { told("upload", [file]); return Promise.resolve("/assets/dot.png"); }, remove(file) { told("remove", [file]); return true; }',
    sees: ['.ant-image-upload-show', '.ant-image-upload-image'],
    steps: [tap('.ant-image-upload-image', '@preview'), tap('.ant-image-upload-close', '@remove', '@change []')],
  },
  {
    proves: ['Input'],
    axml: '<c-input placeholder="Your name" allowClear="{{true}}" onChange="change" onFocus="focus" onBlur="blur" onConfirm="done"><view slot="prefix">Name</view><view slot="suffix">!</view></c-input>',
    shows: ['Name', '!'],
    sees: ['.ant-input-content'],
    steps: [confirm('.ant-input', 'Anna', '@focus', '@change Anna', '@done Anna'), tap('.ant-input-clear', '@change ""')],
  },
  {
    proves: ['Input/InputBlur'],
    axml: '<c-input-inputblur className="own" placeholder="When left" onChange="change" onConfirm="done"/>',
    sees: ['.own'],
    steps: [confirm('.own', 'Bert', '@change Bert', '@done Bert')],
  },
  {
    proves: ['Input/Textarea'],
    axml: '<c-input-textarea placeholder="Tell us" showCount="{{true}}" maxLength="{{20}}" allowClear="{{true}}" onChange="change"/>',
    sees: ['.ant-textarea'],
    steps: [type('.ant-textarea', 'Good coffee', '@change Good coffee')],
  },
  {
    proves: ['NumberInput'],
    axml: '<c-numberinput title="Tip" prefix="$" linkText="How much?" quickAmounts="{{[\'1\', \'5\']}}" onChange="change" onLinkTap="link"><view slot="footer">Thank you</view></c-numberinput>',
    shows: ['Tip', 'How much?', '$5', 'Thank you'],
    steps: [tap('text="$5"', '@change 5'), tap('text="How much?"', '@link'), type('.ant-number-input-field', '12', '@change 12')],
  },
  {
    proves: ['NumberKeyboard'],
    axml: '<view>{{value}}</view><c-numberkeyboard visible="{{visible}}" value="{{value}}" confirmText="Pay" point="{{true}}" closeable="{{true}}" onChange="change" onConfirm="pay" onClose="close"/><view id="open" onTap="open">open</view>',
    data: { visible: false, value: '' },
    script: "open() { this.setData({ visible: true }); }, change(value) { this.setData({ value }); told('change', [value]); }",
    shows: ['open'],
    steps: [
      tap('#open', 'Pay'),
      tap('.ant-number-keyboard-kb_number >> text="7"', '@change 7'),
      tap('.ant-number-keyboard-kb_number >> text="0"', '@change 70'),
      tap('.ant-number-keyboard-kb_transfer', '@pay'),
    ],
  },
  {
    proves: ['Picker'],
    axml: '<c-picker options="{{options}}" placeholder="Which size?" title="Size" okText="Take it" cancelText="Not now" onOk="choose" onVisibleChange="visible" onCancel="cancel"/>',
    data: {
      options: [
        { label: 'Small', value: 's' },
        { label: 'Large', value: 'l' },
      ],
    },
    shows: ['Which size?'],
    steps: [
      tap('.ant-picker', '@visible true', 'Large'),
      tap('text="Take it"', '@choose "s"', 'Small'),
      tap('.ant-picker', 'Take it'),
      tap('text="Not now"', '@cancel'),
    ],
  },
  {
    proves: ['Picker/CascaderPicker'],
    axml: '<c-picker-cascaderpicker options="{{options}}" placeholder="Where?" title="Place" okText="Take it" cancelText="Not now" onOk="choose"/>',
    data: { options: places },
    shows: ['Where?'],
    steps: [tap('.ant-picker', 'Harbour', 'South'), tap('text="Take it"', '@choose ["n","h"]')],
  },
  {
    proves: ['Postscript'],
    axml: '<c-postscript title="A note" placeholder="For the kitchen" quickInputs="{{[\'no ice\', \'to go\']}}" maxLength="{{30}}" onChange="change"/>',
    shows: ['A note', 'no ice'],
    steps: [tap('text="to go"', '@change to go'), type('.ant-postscript-input', 'hot', '@change hot')],
  },
  {
    proves: ['Radio'],
    axml: '<c-radio value="a" onChange="change">One way</c-radio><c-radio disabled checked="{{true}}">No way</c-radio>',
    shows: ['One way', 'No way'],
    sees: ['.ant-radio-item-fake'],
    steps: [tap('text="One way"', '@change true')],
  },
  {
    proves: ['Radio/RadioGroup'],
    axml: '<c-radio-radiogroup options="{{options}}" defaultValue="milk" onChange="change"><view slot="label" slot-scope="props">with {{props.value.label}}</view></c-radio-radiogroup>',
    data: { options },
    shows: ['with Milk', 'with Sugar'],
    steps: [tap('text="with Sugar"', '@change "sugar"')],
  },
  {
    proves: ['RareWordsKeyboard'],
    axml: '<c-rarewordskeyboard visible="{{visible}}" onChange="change" onClose="close" onError="fail"/><view id="open" onTap="open">open</view>',
    data: { visible: false },
    script: 'open() { this.setData({ visible: true }); }',
    shows: ['open'],
    steps: [tap('#open'), tap('text="W"', 'W'), tap('text="E"', 'WE'), tap('text="I"', 'WEI', '𬀩'), tap('text="𬀩"', '@change "𬀩"', '@close')],
    ownErrors: ['catchAppearModal'],
    mocks: [{ api: 'loadFontFace', outcome: 'success', delayMs: 0 }],
    note: 'its font comes from the network, here a scripted answer of `my.loadFontFace`; names a handler `catchAppearModal` that it does not have',
  },
  {
    proves: ['Rate'],
    axml: '<c-rate defaultValue="{{2}}" count="{{5}}" gutter="{{8}}" allowHalf="{{false}}" onChange="change"/>',
    sees: ['.ant-rate-star', '.ant-rate-star-icon-active'],
    steps: [tap('.ant-rate-star >> nth=3', '@change 4')],
  },
  {
    proves: ['Selector'],
    axml: '<c-selector options="{{options}}" multiple="{{true}}" defaultValue="{{[\'s\']}}" onChange="change"/>',
    data: { options: sizes },
    shows: ['Small', 'Large', '0.4 l'],
    sees: ['.ant-selector-item-active'],
    steps: [tap('text="Large"', '@change ["s","l"]')],
  },
  {
    proves: ['Slider'],
    axml: '<view style="padding: 40px"><c-slider defaultValue="{{20}}" min="{{0}}" max="{{100}}" step="{{10}}" showTicks="{{true}}" showNumber="{{true}}" onChange="change" onAfterChange="after"/></view>',
    shows: ['100'],
    sees: ['.ant-slider-track'],
    steps: [drag('.ant-slider-handler', [100, 0], '@change', '@after')],
  },
  {
    proves: ['Stepper'],
    axml: '<c-stepper defaultValue="{{1}}" min="{{0}}" max="{{3}}" onChange="change"/>',
    sees: ['.ant-stepper'],
    steps: [tap('.ant-stepper-button-up', '@change 2'), tap('.ant-stepper-button-down', '@change 1'), confirm('.ant-stepper-input', '3', '@change 3')],
  },
  {
    proves: ['Switch'],
    axml: '<c-switch defaultChecked="{{true}}" checkedText="on" uncheckedText="off" onChange="change"/><c-switch loading="{{true}}"/>',
    shows: ['on'],
    sees: ['.ant-switch-handle'],
    steps: [tap('.ant-switch', '@change false', 'off')],
  },
];
