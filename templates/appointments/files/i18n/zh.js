export const zh = {
  tabs: ['预约', '我的预约', '联系我们'],
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  day: '{month}{day}日 {weekday}', nextVisit: '您的下一次预约', with: '{person}', service: '选择服务', minutes: '{count} 分钟', from: '{amount} 起', pickDay: '选择日期', pickTime: '选择时间', noTimes: '当天没有空闲时间', person: '选择人员', anyone: '不指定', continue: '继续', chooseTime: '请先选择时间',
  confirm: '确认预约', name: '姓名', phone: '电话', note: '备注', required: '请填写此项', book: '预约', booked: '预约成功', taken: '该时间刚被预约，请选择其他时间。',
  visits: '我的预约', coming: '即将到来', past: '以往', none: '还没有预约', noneHint: '一分钟即可完成预约。', toBook: '立即预约', cancelVisit: '取消预约', cancelQuestion: '取消这次预约吗？', keep: '保留', cancelled: '已取消', gone: '该预约已不存在。', again: '再次预约',
  contact: '联系我们', hours: '营业时间', address: '地址', call: '致电', copy: '复制地址', copied: '已复制',
};
