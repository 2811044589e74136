export const id = {
  tabs: ['Menu', 'Pesanan', 'Saya'],
  modes: { pickup: 'Ambil', delivery: 'Antar', 'dine-in': 'Di tempat' },
  categories: { coffee: 'Kopi', 'non-coffee': 'Non-kopi', pastry: 'Roti', beans: 'Biji kopi' },
  soldOut: 'Habis', readyIn: 'Siap dalam {from}–{to} menit', checkout: 'Bayar', cart: 'Pesanan Anda', total: 'Total', addNote: 'Catatan untuk barista',
  size: 'Ukuran', sizes: ['Biasa', 'Besar'], sweetness: 'Kemanisan', sweetnesses: ['Normal', 'Sedikit', 'Tanpa'], add: 'Tambah {count} · {amount}', addLine: 'Tambah',
  emptyCart: 'Pesanan masih kosong', emptyCartHint: 'Pilih sesuatu dari menu dahulu.', toMenu: 'Lihat menu', continue: 'Lanjut',
  how: 'Bagaimana Anda menerimanya?', name: 'Nama pemesan', namePlaceholder: 'Agar kami dapat memanggil Anda', table: 'Meja', address: 'Alamat', required: 'Mohon diisi', place: 'Pesan · {amount}', placed: 'Pesanan diterima',
  orders: 'Pesanan', emptyOrders: 'Belum ada pesanan', emptyOrdersHint: 'Pesanan Anda akan ada di sini.', order: 'Pesanan {number}', items: '{count} item', progress: ['Diterima', 'Disiapkan', 'Siap'], again: 'Pesan lagi', added: 'Ditambahkan',
  hours: 'Jam buka', call: 'Telepon toko', loyalty: 'Stempel', loyaltyText: '{count} dari 10 stempel. Kopi kesepuluh gratis.', about: 'Tentang toko ini', gone: 'Produk ini tidak ada lagi di menu.', clear: 'Hapus semua', clearQuestion: 'Hapus semua dari pesanan?', cancel: 'Batal',
};
