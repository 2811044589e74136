import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { words } from '../../utils/i18n';

Page({
  data: { theme: '', words: {}, appName: '', greeting: '', openingHours: '', address: '', phone: '' },
  onLoad() {
    const { appName, greeting, openingHours, address, phone } = merchantConfig();
    this.setData({ theme: themeStyle(), words: words(), appName, greeting, openingHours, address, phone });
  },
  onReady() {
    paintNavigationBar();
  },
  handleCall() {
    my.makePhoneCall({ number: this.data.phone });
  },
  handleCopy() {
    const said = words();
    my.setClipboard({ text: this.data.address, success: () => my.showToast({ content: said.copied, type: 'success', duration: 1200 }) });
  },
});
