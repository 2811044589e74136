Component({
  props: {
    quantity: 0,
    label: '',
    name: '',
    onChange: () => {},
  },
  methods: {
    handleLess() {
      this.props.onChange(-1, this.props.name);
    },
    handleMore() {
      this.props.onChange(1, this.props.name);
    },
  },
});
