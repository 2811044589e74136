import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { clockTime, progressOf, readOrders } from '../../utils/orders';

Page({
  data: { theme: '', words: {}, orders: [] },
  onLoad() {
    this.setData({ theme: themeStyle(), words: words() });
  },
  onShow() {
    const said = words();
    const { preparationMinutes } = merchantConfig();
    this.setData({
      orders: readOrders().map((order) => {
        const step = progressOf(order, preparationMinutes);
        return {
          id: order.id,
          title: fill(said.order, { number: order.number }),
          time: clockTime(order.placedAt),
          items: fill(said.items, { count: order.count }),
          totalText: order.totalText,
          step,
          state: said.progress[step],
        };
      }),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleOrder(event) {
    my.navigateTo({ url: `/pages/order/order?id=${event.currentTarget.dataset.id}` });
  },
  handleMenu() {
    my.switchTab({ url: '/pages/menu/menu' });
  },
});
