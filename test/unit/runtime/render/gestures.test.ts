// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestPhone, type TestProgram } from '#test/support/test-phone.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(axml: string, program: Partial<TestProgram> = {}, data: Record<string, unknown> = {}): TestPhone {
  return new TestPhone({ ...program, units: { '/pages/test/test': axml, ...program.units } }).open(data);
}

function pointer(phone: TestPhone, type: string, x = 5, y = 5): void {
  const event = new PointerEvent(type, { bubbles: true, composed: true, pointerId: 3, pointerType: 'touch', clientX: x, clientY: y });
  phone.page.querySelector('#t')?.dispatchEvent(event);
}

const axml = '<view onTouchStart="start" onTouchMove="move" onTouchEnd="end" onTouchCancel="cancel" onLongTap="long"><text id="t">x</text></view>';
const methods = (phone: TestPhone) => phone.sent('event').map(({ method }) => method);

describe('touches', () => {
  it('start, move and end, and bubble', () => {
    const phone = open(axml);
    pointer(phone, 'pointerdown');
    pointer(phone, 'pointermove', 30, 40);
    pointer(phone, 'pointerup', 30, 40);
    pointer(phone, 'pointermove', 50, 50);
    expect(methods(phone)).toEqual(['start', 'move', 'end']);
    const [start, move, end] = phone.sent('event').map(({ event }) => event);
    expect(start).toMatchObject({ type: 'touchStart', target: { id: 't' }, touches: [{ clientX: 5, clientY: 5 }] });
    expect(move).toMatchObject({ touches: [{ clientX: 30, clientY: 40 }], changedTouches: [{ clientX: 30, clientY: 40 }] });
    expect(end).toMatchObject({ touches: [], changedTouches: [{ clientX: 30 }] });
  });

  it('held for half a second are long taps, moved ones are not', () => {
    const phone = open(axml);
    pointer(phone, 'pointerdown');
    vi.advanceTimersByTime(499);
    expect(methods(phone)).toEqual(['start']);
    vi.advanceTimersByTime(2);
    expect(methods(phone)).toEqual(['start', 'long']);
    pointer(phone, 'pointercancel');
    pointer(phone, 'pointerdown');
    pointer(phone, 'pointermove', 60, 5);
    vi.advanceTimersByTime(600);
    expect(methods(phone)).toEqual(['start', 'long', 'cancel', 'start', 'move']);
  });
});

describe('events of built-ins', () => {
  it('reach the element only, unless they bubble', () => {
    const emitters: ((type: string, bubbles: boolean) => void)[] = [];
    const probe: NonNullable<TestProgram['builtIns']>[string] = (_, context) => {
      emitters.push((type, bubbles) => context.emit(type, { value: 1 }, { bubbles }));
      return {};
    };
    const phone = open('<view onChange="outer" onScrollToLower="outerLower"><probe onChange="inner" onScrollToLower="lower"/></view>', { builtIns: { probe } });
    emitters[0]?.('change', false);
    emitters[0]?.('scrollToLower', true);
    expect(methods(phone)).toEqual(['inner', 'lower', 'outerLower']);
    expect(phone.sent('event')[0]?.event).toMatchObject({ type: 'change', detail: { value: 1 }, target: { tagName: 'probe' } });
  });
});

interface Descriptor {
  setStyle(style: unknown): void;
  callMethod(name: string, argument: unknown): void;
  getState(): Record<string, unknown>;
  selectComponent(selector: string): Descriptor | null;
  addClass(name: string): void;
}

describe('SJS', () => {
  it('handles events in the document through descriptors', () => {
    const seen: unknown[] = [];
    const tap = (event: { type: string; instance: Descriptor }, owner: Descriptor) => {
      event.instance.setStyle({ width: '75rpx', backgroundColor: 'red' });
      owner.selectComponent('.other')?.addClass('picked');
      owner.selectComponent('.other')?.setStyle('height: 10vh');
      const state = event.instance.getState();
      state.taps = Number(state.taps ?? 0) + 1;
      owner.callMethod('told', { taps: state.taps });
      seen.push(Object.keys(event.instance).some((key) => key.toLowerCase().includes('node')));
    };
    const sjs = { '/pages/test/m.sjs': { tap } };
    const phone = open('<import-sjs name="{tap}" from="./m.sjs"/><view id="t" onTap="{{tap}}">x</view><view class="other"/>', { sjs });
    const target = phone.page.querySelector<HTMLElement>('#t');
    target?.click();
    target?.click();
    expect(target?.style.width).toBe('10vw');
    expect(target?.style.backgroundColor).toBe('red');
    expect(phone.page.querySelector('.other')?.className).toBe('other picked');
    expect(phone.page.querySelector<HTMLElement>('.other')?.style.height).toBe('calc(var(--a-vh) * 10)');
    expect(phone.sent('event').map(({ method, args }) => [method, args])).toEqual([
      ['told', [{ taps: 1 }]],
      ['told', [{ taps: 2 }]],
    ]);
    expect(seen).toEqual([false, false]);
  });

  it('listens to attributes', () => {
    const seen: unknown[] = [];
    const sjs = { '/pages/test/m.sjs': { default: { changed: (value: unknown, before: unknown) => seen.push([value, before]) } } };
    const phone = open('<import-sjs name="m" from="./m.sjs"/><view change:prop="{{m.changed}}" prop="{{n}}"/>', { sjs }, { n: 1 });
    phone.set({ n: 2 });
    phone.set({ other: 1 });
    expect(seen).toEqual([
      [1, undefined],
      [2, 1],
    ]);
  });

  it('that throws is reported and leaves the rest standing', () => {
    const sjs = {
      '/pages/test/m.sjs': {
        default: {
          bad: () => {
            throw new Error('from SJS');
          },
        },
      },
    };
    const phone = open('<import-sjs name="m" from="./m.sjs"/><view>{{m.bad()}}</view><view>{{n}}</view>', { sjs }, { n: 1 });
    expect(phone.html()).toBe('<view></view><view>1</view>');
    expect(phone.errors.map(String)).toEqual(['Error: from SJS']);
  });
});
