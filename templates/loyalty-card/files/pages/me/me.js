import { memberNumber } from '../../utils/card';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { load, save } from '../../utils/storage';

Page({
  data: { theme: '', words: {}, appName: '', member: '', openingHours: '', phone: '', birthdayGift: false, name: '', birthday: '' },
  onLoad() {
    const said = words();
    const { appName, openingHours, phone, birthdayGift } = merchantConfig();
    this.setData({
      theme: themeStyle(), words: said, appName, openingHours, phone, birthdayGift,
      member: fill(said.member, { number: memberNumber() }),
      name: load('name', ''),
      birthday: load('birthday', ''),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleName(event) {
    this.setData({ name: event.detail.value });
  },
  handleBirthday() {
    my.datePicker({
      format: 'yyyy-MM-dd',
      currentDate: this.data.birthday,
      success: ({ date }) => {
        if (date) this.setData({ birthday: date });
      },
    });
  },
  handleSave() {
    save('name', this.data.name);
    save('birthday', this.data.birthday);
    my.showToast({ content: words().saved, type: 'success', duration: 1200 });
  },
  handleCall() {
    my.makePhoneCall({ number: this.data.phone });
  },
});
