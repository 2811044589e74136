Component({
  props: {
    title: '',
    text: '',
    action: '',
    onAction: () => {},
  },
  methods: {
    handleTap() {
      this.props.onAction();
    },
  },
});
