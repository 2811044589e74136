import { type LibraryCase, tap, type, wait } from '#test/support/libraries/library-case.ts';

const dot = '/assets/dot.png';
const open = '<view id="open" onTap="open">open</view>';
const toggles = "open() { this.setData({ visible: true }); }, close() { this.setData({ visible: false }); told('close', []); }";

/** What lies above the page, and navigation. */
export const overlays: readonly LibraryCase[] = [
  {
    proves: ['ActionSheet'],
    axml: `${open}<c-actionsheet visible="{{visible}}" title="Choose one" actions="{{actions}}" cancelText="Never mind" onAction="choose" onClose="close"/>`,
    data: { visible: false, actions: [{ text: 'Take a photo' }, { text: 'Delete', danger: true }] },
    script: toggles,
    shows: ['open'],
    steps: [
      tap('#open', 'Choose one', 'Take a photo'),
      tap('text="Never mind"', '@close', '-Choose one'),
      tap('#open', 'Choose one'),
      tap('text="Delete"', '@choose Delete'),
    ],
  },
  {
    proves: ['Dialog'],
    axml: `${open}<c-dialog visible="{{visible}}" title="Delete it?" content="It cannot come back" footer="{{footer}}" closable="{{true}}" onButtonTap="choose" onClose="close"/>`,
    data: {
      visible: false,
      footer: {
        layout: 'horizontal',
        buttons: [
          { text: 'Delete', id: 'yes', type: 'primary' },
          { text: 'Keep', id: 'no', type: 'default' },
        ],
      },
    },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open', 'Delete it?', 'It cannot come back'), tap('text="Keep"', '@choose no'), tap('.ant-dialog-close', '@close', '-Delete it?')],
  },
  {
    proves: ['Feedback'],
    axml: '<view style="padding: 240px 20px"><c-feedback type="popover" placement="bottom-left" visible="{{visible}}" title="What is wrong?" list="{{list}}" onVisibleChange="change" onTapFeedItem="choose"><view id="trigger">Feedback</view></c-feedback></view><c-feedback type="card" title="Rate us" list="{{list}}" onTapFeedItem="choose"/>',
    data: {
      visible: false,
      list: [
        { id: '1', text: 'Too slow', icon: 'CheckOutline' },
        { id: '2', text: 'Too cold', image: dot },
      ],
    },
    script: "change(visible) { this.setData({ visible }); told('change', [visible]); }",
    shows: ['Feedback', 'Rate us', 'Too slow'],
    steps: [tap('#trigger', '@change true', 'What is wrong?'), tap('text="Too cold"', '@choose Too cold')],
  },
  {
    proves: ['GuideTour'],
    axml: `${open}<c-guidetour visible="{{visible}}" items="{{items}}" defaultCurrent="{{0}}" onChange="change" onCancel="close"/>`,
    data: {
      visible: false,
      items: [
        { title: 'One', imageUrl: dot, imageStyle: 'width: 100px; height: 60px', top: '80px', left: '20px' },
        { title: 'Two', imageUrl: dot, imageStyle: 'width: 100px; height: 60px', top: '120px', left: '20px' },
      ],
    },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open'), tap('text="下一步"', '@change 1')],
  },
  {
    proves: ['Mask'],
    axml: `${open}<c-mask show="{{visible}}" onMaskTap="close"/>`,
    data: { visible: false },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open'), tap('.ant-mask', '@close')],
  },
  {
    proves: ['Modal'],
    axml: `${open}<c-modal visible="{{visible}}" title="Pay now?" content="Three coffees" primaryButtonText="Pay" cancelButtonText="Later" onPrimaryButtonTap="pay" onCancelButtonTap="close" onClose="close"><view slot="header">Above the title</view></c-modal>`,
    data: { visible: false },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open', 'Pay now?', 'Three coffees', 'Above the title'), tap('text="Pay"', '@pay'), tap('text="Later"', '@close', '-Pay now?')],
  },
  {
    proves: ['Popover'],
    axml: '<view style="padding: 100px"><c-popover content="More about it" placement="bottom" onVisibleChange="change"><view id="target">What is it?</view></c-popover></view>',
    shows: ['What is it?'],
    steps: [tap('#target', '@change true', 'More about it')],
  },
  {
    proves: ['PopoverList'],
    axml: '<view style="padding: 100px"><c-popoverlist list="{{list}}" placement="bottom" onVisibleChange="change" onTapItem="choose"><view id="target">Menu</view></c-popoverlist></view>',
    data: {
      list: [
        { id: 'a', text: 'Share', icon: 'CheckOutline' },
        { id: 'b', text: 'Report', showBadge: true },
      ],
    },
    shows: ['Menu'],
    steps: [tap('#target', '@change true', 'Share'), tap('text="Report"', '@choose Report')],
  },
  {
    proves: ['Popup'],
    axml: `${open}<c-popup visible="{{visible}}" title="Details" showClose="{{true}}" position="bottom" height="{{200}}" onClose="close" onAfterShow="shown" onAfterClose="gone"><view>Inside the popup</view></c-popup>`,
    data: { visible: false },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open', 'Inside the popup', '@shown'), tap('.ant-popup-content-header-icon-close', '@close', '@gone', '-Inside the popup')],
  },
  {
    proves: ['Toast'],
    axml: `${open}<c-toast visible="{{visible}}" content="Saved" type="success" duration="{{600}}" onClose="close"/>`,
    data: { visible: false },
    script: toggles,
    shows: ['open'],
    steps: [tap('#open', 'Saved', '@close', '-Saved')],
  },
  {
    proves: ['TabBar'],
    axml: '<c-tabbar items="{{items}}" defaultCurrent="{{0}}" onChange="change"/>',
    data: {
      items: [
        { text: 'Home', icon: 'AddOutline', activeIcon: 'CheckOutline' },
        { text: 'Cart', icon: dot, activeIcon: dot, badge: { type: 'number', text: 3 } },
      ],
    },
    shows: ['Home', 'Cart', '3'],
    sees: ['.ant-tab-bar-item-active'],
    steps: [tap('text="Cart"', '@change 1')],
  },
  {
    proves: ['Tabs'],
    axml: '<c-tabs items="{{items}}" type="basic" onChange="change"><view slot-scope="props">Content of {{props.value.title}}</view></c-tabs><c-tabs items="{{items}}" type="capsule"/><c-tabs items="{{items}}" direction="vertical"/>',
    data: {
      items: [
        { title: 'Hot', content: 'Coffee' },
        { title: 'Cold', content: 'Juice' },
        { title: 'Closed', disabled: true },
      ],
    },
    shows: ['Hot', 'Cold', 'Content of Hot'],
    sees: ['.ant-tabs-bar-active'],
    steps: [tap('.ant-tabs-bar-item >> text="Cold"', '@change 1', 'Content of Cold')],
  },
  {
    proves: ['Terms'],
    axml: '<c-terms type="check" terms="{{terms}}" buttons="{{buttons}}" termPrefix="I agree to" onButtonTap="press" onTermTap="read" onCheckChange="check"/>',
    data: { terms: [{ key: 'a', name: 'the terms' }], buttons: [{ key: 'go', text: 'Go on' }] },
    shows: ['the terms', 'Go on', 'I agree to'],
    steps: [tap('.ant-checkbox-item', '@check true'), tap('text="the terms"', '@read'), tap('text="Go on"', '@press')],
  },
  {
    proves: ['SelectContact', 'Alphabet'],
    axml: '<c-selectcontact height="500px" allContactsList="{{all}}" recommendContactsList="{{recommended}}" onSelect="choose" onError="fail"/>',
    data: {
      all: [
        { userId: '1', displayName: 'Anna Example', loginId: 'anna', avatar: dot, tag: 'friend' },
        { userId: '2', displayName: 'Bert Sample', loginId: 'bert', avatar: dot },
      ],
      recommended: [{ userId: '3', displayName: 'Carla Test', loginId: 'carla', avatar: dot }],
    },
    shows: ['Anna Example', 'Bert Sample', 'Carla Test'],
    steps: [tap('text="Anna Example"', '@choose Anna')],
  },
  {
    proves: ['Actions'],
    axml: '<c-actions items="{{items}}" onItemTap="choose"/>',
    data: {
      items: [
        { label: 'copy', icon: 'CheckOutline' },
        { label: 'share', icon: dot },
      ],
    },
    sees: ['.ant-copilot-actions-item'],
    steps: [tap('.ant-copilot-actions-item', '@choose copy')],
  },
  {
    proves: ['Bubble'],
    axml: `<c-bubble content="Your coffee is ready" avatar="${dot}" placement="start"><view slot="header">Barista</view><view slot="footer">just now</view></c-bubble><c-bubble loading="{{true}}"/><c-bubble content="Letter by letter" typing="{{({ step: 4, interval: 20 })}}" onTypingComplete="typed"/>`,
    shows: ['Your coffee is ready', 'Barista', 'just now'],
    steps: [wait('Letter by letter', '@typed')],
  },
  {
    proves: ['Conversations'],
    axml: '<c-conversations items="{{items}}" menus="{{menus}}" onItemTap="choose" onMenuItemTap="menu"/>',
    data: { items: [{ key: 'a', label: 'Order 12', description: 'On its way', timestamp: 'today' }], menus: [{ text: 'Delete', bgColor: '#ff3b30' }] },
    shows: ['Order 12', 'On its way', 'today'],
    steps: [tap('text="Order 12"', '@choose Order 12')],
    ownErrors: ['onSwipeTap', 'onClick'],
    note: 'its SwipeAction names handlers `onSwipeTap` and `onClick` that it does not have',
  },
  {
    proves: ['Prompts'],
    axml: '<c-prompts title="Ask for" items="{{items}}" vertical="{{true}}" onItemTap="choose"/><c-prompts items="{{items}}" onItemTap="choose"/>',
    data: { items: [{ key: 'a', icon: 'CheckOutline', label: 'The menu', description: 'of today', showArrow: true }] },
    shows: ['Ask for', 'The menu', 'of today'],
    steps: [tap('text="of today"', '@choose The menu')],
  },
  {
    proves: ['Sender'],
    axml: '<c-sender value="{{value}}" placeholder="Write to us" onChange="change" onSubmit="submit"/>',
    data: { value: '' },
    script: "change(value) { this.setData({ value }); told('change', [value]); }",
    sees: ['.ant-copilot-sender'],
    steps: [type('.ant-copilot-sender', 'Hello', '@change Hello')],
  },
  {
    proves: ['ThoughtChain'],
    script: "expand(keys) { this.setData({ 'collapsible.expandedKeys': keys }); told('expand', [keys]); }",
    axml: '<c-thoughtchain items="{{items}}" collapsible="{{collapsible}}" onExpand="expand"/>',
    data: {
      collapsible: { expandedKeys: [] },
      items: [
        { key: 'a', title: 'Grind', content: 'Fresh beans' },
        { key: 'b', title: 'Brew', content: 'Hot water' },
      ],
    },
    shows: ['Grind', 'Brew'],
    steps: [tap('text="Grind"', '@expand ["a"]', 'Fresh beans')],
  },
  {
    proves: ['Welcome'],
    axml: '<c-welcome title="Good morning" description="What will it be?" onTap="press"/>',
    shows: ['Good morning', 'What will it be?'],
    steps: [tap('text="What will it be?"', '@press')],
  },
];
