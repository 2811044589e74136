import { merchantConfig } from './utils/config';
import { words } from './utils/i18n';

App({
  onLaunch() {
    const { brandColour } = merchantConfig();
    if (!my.canIUse || !my.canIUse('setTabBarItem')) return;
    words().tabs.forEach((text, index) => {
      my.setTabBarItem({ index, text, fail: () => console.warn('The tab bar cannot be renamed here') });
    });
    my.setTabBarStyle({ selectedColor: brandColour, fail: () => console.warn('The tab bar cannot be coloured here') });
  },
  onError(error) {
    console.error('Unexpected error', error);
  },
});
