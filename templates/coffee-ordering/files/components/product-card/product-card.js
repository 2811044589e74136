Component({
  props: {
    product: { sku: '', title: '', note: '', image: '', priceText: '', beforeText: '', soldOut: false, quantity: 0 },
    soldOutText: '',
    onSelect: () => {},
    onChange: () => {},
  },
  methods: {
    handleSelect() {
      this.props.onSelect(this.props.product.sku);
    },
    handleChange(by) {
      this.props.onChange(this.props.product.sku, by);
    },
  },
});
