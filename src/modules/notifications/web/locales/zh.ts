export const zh = {
  notices: {
    title: '通知',
    unread: '{{count}} 条未读通知',
    which: { label: '范围', unread: '未读', all: '全部' },
    readAll: '全部标为已读',
    readAllDone: '已将 {{count}} 条通知标为已读',
    read: '标为已读：{{text}}',
    unreadAgain: '标为未读：{{text}}',
    isUnread: '未读',
    changes: '{{count}} 处',
    more: '显示更多',
    none: '没有未读通知',
    noneAtAll: '还没有通知',
    noneText: '分配给您的任务和客户、等您审核的申请、您客户档案的变化，都会出现在这里。',
  },
} as const
