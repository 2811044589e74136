import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { readOrders } from '../../utils/orders';

Page({
  data: { theme: '', words: {}, appName: '', storeName: '', openingHours: '', phone: '', loyalty: false, stamps: [], stampText: '' },
  onLoad() {
    const { appName, storeName, openingHours, phone, loyalty } = merchantConfig();
    this.setData({ theme: themeStyle(), words: words(), appName, storeName, openingHours, phone, loyalty });
  },
  onShow() {
    const given = readOrders().length % 10;
    this.setData({
      stamps: Array.from({ length: 10 }, (_, index) => ({ id: index, given: index < given })),
      stampText: fill(words().loyaltyText, { count: given }),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleCall() {
    my.makePhoneCall({ number: this.data.phone });
  },
});
