export const zh = {
  tabs: ['菜单', '订单', '我的'],
  modes: { pickup: '自取', delivery: '外送', 'dine-in': '堂食' },
  categories: { coffee: '咖啡', 'non-coffee': '非咖啡', pastry: '糕点', beans: '咖啡豆' },
  soldOut: '售罄', readyIn: '{from}–{to} 分钟后可取', checkout: '结算', cart: '您的订单', total: '合计', addNote: '给咖啡师的备注',
  size: '规格', sizes: ['标准', '大杯'], sweetness: '甜度', sweetnesses: ['正常', '少糖', '无糖'], add: '加入 {count} 份 · {amount}', addLine: '加入',
  emptyCart: '订单还是空的', emptyCartHint: '先从菜单里选一些吧。', toMenu: '查看菜单', continue: '继续',
  how: '取餐方式', name: '称呼', namePlaceholder: '方便我们叫您', table: '桌号', address: '地址', required: '请填写此项', place: '提交订单 · {amount}', placed: '下单成功',
  orders: '订单', emptyOrders: '还没有订单', emptyOrdersHint: '您的订单会显示在这里。', order: '订单 {number}', items: '{count} 件', progress: ['已收到', '制作中', '可取餐'], again: '再来一单', added: '已加入',
  hours: '营业时间', call: '致电门店', loyalty: '集点', loyaltyText: '已集 {count}/10 点，第十杯免费。', about: '关于本店', gone: '该商品已下架。', clear: '全部移除', clearQuestion: '移除订单中的所有商品？', cancel: '取消',
};
