import type { signIn as english } from '../en/sign-in.ts';
import type { Words } from '../words.ts';

export const signIn: Words<typeof english> = {
  callback: {
    signedIn: { title: '登录成功', detail: '可以返回 Minifoundry 并关闭此页面。' },
    denied: { title: '已拒绝登录', detail: '没有授予任何权限。可以返回 Minifoundry 并关闭此页面。' },
    failed: { title: '登录未成功', detail: '请返回 Minifoundry 查看原因，并在那里重新登录。' },
  },
};
