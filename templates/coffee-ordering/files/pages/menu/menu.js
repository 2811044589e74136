import { allProducts, categories } from '../../data/menu';
import { changeCart, quantityOf, readCart, removeOne } from '../../utils/cart';
import { merchantConfig, paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { formatMoney } from '../../utils/money';
import { load, save } from '../../utils/storage';

function productsOf(category) {
  return allProducts()
    .filter((product) => product.category === category)
    .map((product) => ({
      ...product,
      priceText: formatMoney(product.price),
      beforeText: product.before > 0 ? formatMoney(product.before) : '',
      quantity: quantityOf(product.sku),
    }));
}

Page({
  data: {
    theme: '', words: {}, storeName: '', openingHours: '', greeting: '', offerTitle: '', offerText: '', readyIn: '',
    modes: [], activeMode: '', categories: [], activeCategory: '', products: [], cart: { lines: [], count: 0, total: 0, totalText: '' },
  },
  onLoad() {
    const config = merchantConfig();
    const said = words();
    const minutes = config.preparationMinutes;
    const kept = load('mode', config.serviceModes[0]);
    this.setData({
      theme: themeStyle(),
      words: said,
      storeName: config.storeName || config.appName,
      openingHours: config.openingHours,
      greeting: config.greeting,
      offerTitle: config.offerTitle,
      offerText: config.offerText,
      readyIn: fill(said.readyIn, { from: minutes, to: minutes + 2 }),
      modes: config.serviceModes.map((id) => ({ id, name: said.modes[id] || id })),
      activeMode: config.serviceModes.indexOf(kept) === -1 ? config.serviceModes[0] : kept,
      categories: categories.map((id) => ({ id, name: said.categories[id] || id })),
      activeCategory: categories[0],
    });
  },
  onShow() {
    this.refresh();
  },
  onReady() {
    paintNavigationBar();
  },
  refresh() {
    this.setData({ products: productsOf(this.data.activeCategory || categories[0]), cart: readCart() });
  },
  handleMode(event) {
    const { mode } = event.currentTarget.dataset;
    save('mode', mode);
    this.setData({ activeMode: mode });
  },
  handleCategory(event) {
    const { category } = event.currentTarget.dataset;
    this.setData({ activeCategory: category, products: productsOf(category) });
  },
  handleSelect(sku) {
    my.navigateTo({ url: `/pages/detail/detail?sku=${encodeURIComponent(sku)}` });
  },
  handleChange(sku, by) {
    if (by > 0) changeCart(sku, '', by);
    else removeOne(sku);
    this.refresh();
  },
  handleCart() {
    my.navigateTo({ url: '/pages/cart/cart' });
  },
});
