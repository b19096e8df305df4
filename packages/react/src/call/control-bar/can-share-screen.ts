/** Phones have no `getDisplayMedia`: a button that cannot work is not shown. */
export function canShareScreen(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getDisplayMedia === 'function'
}
