Component({
  props: {
    service: { id: '', title: '', minutesText: '', priceText: '' },
    chosen: false,
    onChoose: () => {},
  },
  methods: {
    handleTap() {
      this.props.onChoose(this.props.service.id);
    },
  },
});
