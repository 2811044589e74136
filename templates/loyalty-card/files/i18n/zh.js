export const zh = {
  tabs: ['会员卡', '奖励', '记录', '我的'],
  stamps: '已集 {count}/{needed} 点', toGo: '再集 {count} 点即可获得{reward}', full: '集点已满，请享用{reward}', theReward: '奖励', member: '会员 {number}', showCode: '出示我的码', codeHint: '在柜台出示即可集点。', newCode: '集一点',
  rewards: '奖励', all: '全部', use: '使用', missing: '还差 {count} 点', cost: '{count} 点', terms: '每次到店可用一项奖励，付款前请向店员出示。', useNow: '立即使用', useQuestion: '现在使用这项奖励吗？将扣除 {count} 点。', cancel: '取消', used: '请享用！', notEnough: '点数不足', gone: '该奖励已下架。',
  activity: '记录', nothing: '还没有记录', nothingHint: '集点和奖励会显示在这里。', gained: '获得一点', spent: '已使用：{title}', welcome: '欢迎礼',
  name: '姓名', birthday: '生日', birthdayHint: '生日当天有礼物。', pickDate: '选择日期', saved: '已保存', hours: '营业时间', call: '致电', about: '关于', save: '保存',
};
