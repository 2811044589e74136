import { changeCart, clearCart, readCart } from '../../utils/cart';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { words } from '../../utils/i18n';

Page({
  data: { theme: '', words: {}, cart: { lines: [], count: 0, total: 0, totalText: '' } },
  onLoad() {
    this.setData({ theme: themeStyle(), words: words() });
  },
  onShow() {
    this.setData({ cart: readCart() });
  },
  onReady() {
    paintNavigationBar();
  },
  handleChange(by, id) {
    const line = this.data.cart.lines.find((candidate) => candidate.id === id);
    if (!line) return;
    changeCart(line.sku, line.options, by);
    this.setData({ cart: readCart() });
  },
  handleClear() {
    const said = words();
    my.confirm({
      content: said.clearQuestion,
      confirmButtonText: said.clear,
      cancelButtonText: said.cancel,
      success: ({ confirm }) => {
        if (!confirm) return;
        clearCart();
        this.setData({ cart: readCart() });
      },
    });
  },
  handleMenu() {
    my.switchTab({ url: '/pages/menu/menu' });
  },
  handleContinue() {
    my.navigateTo({ url: '/pages/checkout/checkout' });
  },
});
