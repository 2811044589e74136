import { findService, people } from '../../data/services';
import { dayText } from '../../utils/calendar';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { formatMoney } from '../../utils/money';
import { queryValue } from '../../utils/query';
import { load, save } from '../../utils/storage';
import { bookVisit } from '../../utils/visits';

Page({
  data: { theme: '', words: {}, serviceId: '', serviceTitle: '', minutes: 0, personName: '', personText: '', day: '', time: '', when: '', priceText: '', name: '', phone: '', note: '', missing: '' },
  onLoad(query) {
    const said = words();
    const day = queryValue(query, 'day');
    const time = queryValue(query, 'time');
    const service = findService(queryValue(query, 'service'));
    const person = people.find((candidate) => candidate.id === queryValue(query, 'person'));
    this.setData({
      theme: themeStyle(), words: said,
      serviceId: service ? service.id : '',
      serviceTitle: service ? service.title : '',
      minutes: service ? service.minutes : 0,
      priceText: service ? fill(said.from, { amount: formatMoney(service.price) }) : '',
      personName: person ? person.name : '',
      personText: person ? fill(said.with, { person: person.name }) : '',
      day,
      time,
      when: `${dayText(day)}, ${time}`,
      name: load('name', ''),
      phone: load('phone', ''),
    });
  },
  onReady() {
    paintNavigationBar();
  },
  handleInput(event) {
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value, missing: '' });
  },
  handleBook() {
    const { name, phone, note, serviceId, serviceTitle, minutes, personName, day, time } = this.data;
    const missing = name.trim() === '' ? 'name' : phone.trim() === '' ? 'phone' : '';
    if (missing) {
      this.setData({ missing });
      return;
    }
    save('name', name);
    save('phone', phone);
    const said = words();
    if (!bookVisit({ serviceId, serviceTitle, minutes, personName, day, time, name, phone, note })) {
      my.alert({ content: said.taken });
      return;
    }
    my.showToast({ content: said.booked, type: 'success', duration: 1500 });
    my.switchTab({ url: '/pages/visits/visits' });
  },
});
