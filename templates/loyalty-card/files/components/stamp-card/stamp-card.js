Component({
  data: { stamps: [] },
  props: {
    count: 0,
    needed: 10,
    title: '',
    note: '',
    member: '',
  },
  deriveDataFromProps(nextProps) {
    const stamps = Array.from({ length: nextProps.needed }, (_, index) => {
      const given = index < nextProps.count;
      return { id: index, given, sign: given ? '✓' : index === nextProps.needed - 1 ? '★' : '' };
    });
    this.setData({ stamps });
  },
});
