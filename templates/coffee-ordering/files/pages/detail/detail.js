import { findProduct } from '../../data/menu';
import { changeCart } from '../../utils/cart';
import { paintNavigationBar, themeStyle } from '../../utils/config';
import { fill, words } from '../../utils/i18n';
import { formatMoney } from '../../utils/money';
import { queryValue } from '../../utils/query';

Page({
  data: { theme: '', words: { sizes: [], sweetnesses: [] }, product: null, isDrink: false, priceText: '', addText: '', quantity: 1, size: 0, sweetness: 0 },
  onLoad(query) {
    const product = findProduct(queryValue(query, 'sku')) || null;
    this.setData({
      theme: themeStyle(),
      words: words(),
      product,
      isDrink: product !== null && (product.category === 'coffee' || product.category === 'non-coffee'),
      priceText: product ? formatMoney(product.price) : '',
    });
    this.showAmount(1);
  },
  onReady() {
    paintNavigationBar();
  },
  showAmount(quantity) {
    const { product } = this.data;
    if (!product) return;
    this.setData({ quantity, addText: fill(words().add, { count: quantity, amount: formatMoney(product.price * quantity) }) });
  },
  handleSize(event) {
    this.setData({ size: Number(event.currentTarget.dataset.index) });
  },
  handleSweetness(event) {
    this.setData({ sweetness: Number(event.currentTarget.dataset.index) });
  },
  handleQuantity(by) {
    this.showAmount(Math.max(1, Math.min(20, this.data.quantity + by)));
  },
  handleAdd() {
    const { product, quantity, isDrink, size, sweetness } = this.data;
    if (!product || product.soldOut) return;
    const said = words();
    const chosen = [];
    if (isDrink && size > 0) chosen.push(said.sizes[size]);
    if (isDrink && sweetness > 0) chosen.push(`${said.sweetness}: ${said.sweetnesses[sweetness]}`);
    changeCart(product.sku, chosen.join(', '), quantity);
    my.showToast({ content: said.added, type: 'success', duration: 1000 });
    my.navigateBack();
  },
  handleBack() {
    my.switchTab({ url: '/pages/menu/menu' });
  },
});
