Component({
  props: {
    days: [],
    chosen: '',
    onChoose: () => {},
  },
  methods: {
    handleDay(event) {
      const { day, closed } = event.currentTarget.dataset;
      if (closed === true || closed === 'true') return;
      this.props.onChoose(day);
    },
  },
});
