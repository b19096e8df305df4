export const enCall = {
  leave: 'Leave',
}

export type CallMessages = typeof enCall
