import { changeCart } from '../../utils/cart';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { progressOf, readOrders } from '../../utils/orders';
import { queryValue } from '../../utils/query';

Page({
  data: { theme: '', words: { progress: [] }, order: null, title: '', modeName: '', step: 0 },
  onLoad(query) {
    const said = words();
    const order = readOrders().find((candidate) => candidate.id === queryValue(query, 'id')) || null;
    this.setData({ theme: themeStyle(), words: said, order });
    if (!order) return;
    this.setData({
      title: fill(said.order, { number: order.number }),
      modeName: said.modes[order.mode] || order.mode,
      step: progressOf(order, merchantConfig().preparationMinutes),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleAgain() {
    this.data.order.lines.forEach((line) => changeCart(line.sku, line.options, line.quantity));
    my.switchTab({ url: '/pages/menu/menu' });
  },
  handleMenu() {
    my.switchTab({ url: '/pages/menu/menu' });
  },
});
