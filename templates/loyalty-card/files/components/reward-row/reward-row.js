Component({
  props: {
    reward: { id: '', title: '', image: '', cost: '', state: '', ready: false },
    onSelect: () => {},
  },
  methods: {
    handleTap() {
      this.props.onSelect(this.props.reward.id);
    },
  },
});
