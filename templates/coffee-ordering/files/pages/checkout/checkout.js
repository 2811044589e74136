import { clearCart, readCart } from '../../utils/cart';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { placeOrder } from '../../utils/orders';
import { load, save } from '../../utils/storage';

Page({
  data: { theme: '', words: {}, modes: [], activeMode: 'pickup', name: '', place: '', note: '', missing: '', placeText: '', cart: { lines: [], count: 0, total: 0, totalText: '' } },
  onLoad() {
    const { serviceModes } = merchantConfig();
    const said = words();
    const cart = readCart();
    const kept = load('mode', serviceModes[0]);
    this.setData({
      theme: themeStyle(),
      words: said,
      modes: serviceModes.map((id) => ({ id, name: said.modes[id] || id })),
      activeMode: serviceModes.indexOf(kept) === -1 ? serviceModes[0] : kept,
      name: load('name', ''),
      cart,
      placeText: fill(said.place, { amount: cart.totalText }),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleMode(event) {
    this.setData({ activeMode: event.currentTarget.dataset.mode, missing: '' });
  },
  handleInput(event) {
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value, missing: '' });
  },
  handlePlace() {
    const { name, place, note, activeMode, cart } = this.data;
    if (cart.count === 0) return;
    const missing = name.trim() === '' ? 'name' : activeMode !== 'pickup' && place.trim() === '' ? 'place' : '';
    if (missing) {
      this.setData({ missing });
      return;
    }
    save('name', name);
    save('mode', activeMode);
    const order = placeOrder({
      mode: activeMode, name, place, note,
      count: cart.count,
      totalText: cart.totalText,
      lines: cart.lines.map(({ sku, options, quantity, amount, product }) => ({ id: `${sku} ${options}`, sku, options, quantity, amount, title: product.title })),
    });
    clearCart();
    my.showToast({ content: words().placed, type: 'success', duration: 1500 });
    my.redirectTo({ url: `/pages/order/order?id=${order.id}` });
  },
});
