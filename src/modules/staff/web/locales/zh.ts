export const zh = {
  signInSettings: {
    title: '登录设置',
    passwords: '密码规则',
    modern: '长而不易猜',
    modernText: '至少 10 个字符，不得是常见密码、键盘顺序、日期或本人姓名；不强制定期更换。',
    mlps3: '等级保护三级',
    mlps3Text: '另外要求大小写、数字、符号中的三种，每 90 天更换，不得重复最近五次；90 天未使用的账号停用。',
    secondFactor: '必须使用第二验证方式的角色',
    secondFactorText: '这些角色下次登录时须先绑定手机验证器。建议负责人和各管理员都使用。',
    networks: '允许登录的网络',
    networksText: '每行一个网络或地址，例如 192.168.1.0/24。不填则任何网络都可登录。您当前的地址须在其中。',
    lockOut: '锁定',
    lockOutText:
      '同一账号连续输错五次后，每次等待时间加倍，最长 15 分钟；同一地址为五十次。无需设置，每次失败都记入访问日志。',
    saved: '登录设置已保存',
  },
} as const
