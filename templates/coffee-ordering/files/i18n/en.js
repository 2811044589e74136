export const en = {
  tabs: ['Menu', 'Orders', 'Me'],
  modes: { pickup: 'Pickup', delivery: 'Delivery', 'dine-in': 'Dine in' },
  categories: { coffee: 'Coffee', 'non-coffee': 'Non-coffee', pastry: 'Pastry', beans: 'Beans' },
  soldOut: 'Sold out', readyIn: 'Ready in {from}–{to} min', checkout: 'Check out', cart: 'Your order', total: 'Total', addNote: 'Note for the barista',
  size: 'Size', sizes: ['Regular', 'Large'], sweetness: 'Sweetness', sweetnesses: ['Normal', 'Less', 'None'], add: 'Add {count} · {amount}', addLine: 'Add',
  emptyCart: 'Your order is empty', emptyCartHint: 'Choose something from the menu first.', toMenu: 'See the menu', continue: 'Continue',
  how: 'How would you like it?', name: 'Name for the order', namePlaceholder: 'So that we can call you', table: 'Table', address: 'Address', required: 'Please fill in this field', place: 'Place order · {amount}', placed: 'Order placed',
  orders: 'Orders', emptyOrders: 'No orders yet', emptyOrdersHint: 'Your orders will be here.', order: 'Order {number}', items: '{count} items', progress: ['Received', 'In preparation', 'Ready'], again: 'Order again', added: 'Added',
  hours: 'Opening hours', call: 'Call the shop', loyalty: 'Stamps', loyaltyText: '{count} of 10 stamps. The tenth coffee is on us.', about: 'About this shop', gone: 'This product is no longer on the menu.', clear: 'Remove all', clearQuestion: 'Remove everything from your order?', cancel: 'Cancel',
};
