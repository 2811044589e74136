import { confirm, type LibraryCase, tap, type } from '#test/support/libraries/library-case.ts';

/** What a person fills in or presses. */
export const fields: readonly LibraryCase[] = [
  {
    proves: ['am-checkbox'],
    axml: '<label><c-am-checkbox value="a" onChange="change"/><text>With milk</text></label><c-am-checkbox value="b" disabled="{{true}}" checked="{{true}}"/>',
    shows: ['With milk'],
    sees: ['.am-checkbox'],
    steps: [tap('text="With milk"', '@change true')],
  },
  {
    proves: ['amount-input'],
    axml: '<c-amount-input type="digit" title="Tip" extra="up to ten" btnText="All of it" placeholder="Amount" value="{{value}}" onInput="input" onButtonClick="all"/>',
    data: { value: '' },
    shows: ['Tip', 'up to ten', 'All of it'],
    steps: [type('.am-amount', '5', '@input 5'), tap('text="All of it"', '@all')],
  },
  {
    proves: ['calendar'],
    axml: '<c-calendar type="single" haveYear="{{true}}" tagData="{{tags}}" onSelect="choose" onMonthChange="month"/>',
    data: { tags: [{ date: '2026-02-03', tag: 'open', tagColor: 5 }] },
    shows: ['15'],
    sees: ['.am-calendar-date'],
    steps: [tap('.am-calendar-next-month', '@month'), tap('.am-calendar-date >> text="15"', '@choose')],
  },
  {
    proves: ['filter', 'filter/filter-item'],
    axml: '<c-filter show="show" max="{{5}}" onChange="change"><c-filter-filter-item a:for="{{items}}" a:key="id" id="{{item.id}}" value="{{item.value}}" selected="{{item.selected}}"/></c-filter>',
    data: {
      items: [
        { id: 1, value: 'Coffee', selected: true },
        { id: 2, value: 'Tea', selected: false },
      ],
    },
    shows: ['Coffee', 'Tea'],
    steps: [tap('text="Tea"'), tap('text="确定"', '@change Tea')],
  },
  {
    proves: ['input-item'],
    axml: '<c-input-item placeholder="Your name" clear="{{true}}" value="{{value}}" onInput="input" onConfirm="done" onClear="clear" onFocus="focus">Name<view slot="extra" onTap="help">Help</view></c-input-item>',
    data: { value: '' },
    script: 'input(event) { this.setData({ value: event.detail.value }); told("input", [event.detail.value]); }',
    shows: ['Name', 'Help'],
    steps: [confirm('.am-input-item', 'Anna', '@focus', '@input Anna', '@done'), tap('text="Help"', '@help')],
  },
  {
    proves: ['picker-item'],
    axml: '<c-picker-item placeholder="Choose" value="{{value}}" onPickerTap="open">Size</c-picker-item>',
    data: { value: '' },
    shows: ['Size', 'Choose'],
    steps: [tap('text="Choose"', '@open')],
  },
  {
    proves: ['search-bar'],
    axml: '<c-search-bar placeholder="Search the menu" value="" showCancelButton="{{true}}" onInput="input" onSubmit="submit" onCancel="cancel" onClear="clear" onFocus="focus" onBlur="blur"/>',
    sees: ['.am-search-value'],
    steps: [confirm('.am-search', 'tea', '@input tea', '@submit tea'), tap('.am-search-cancel', '@cancel')],
  },
  {
    proves: ['stepper'],
    axml: '<c-stepper value="{{2}}" min="{{0}}" max="{{5}}" showNumber="{{true}}" onChange="change"/>',
    sees: ['.am-stepper-content'],
    steps: [tap('[data-type="add"], .am-stepper-right, .am-stepper-add', '@change 3')],
  },
];
