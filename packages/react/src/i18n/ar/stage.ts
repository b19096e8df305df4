import type { StageMessages } from '../en/stage.ts'

export const arStage: StageMessages = {
  chat: 'الدردشة',
  people: 'المشاركون',
  settings: 'الإعدادات',
  statistics: 'الاتصال',
  closePanel: 'إغلاق اللوحة',
  panelLoading: 'جارٍ التحميل',
  panelFailed: 'تعذر التحميل. تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.',

  picturePaused: 'الصورة متوقفة مؤقتًا',
  connectionWeak: 'اتصال ضعيف',
  connectionBad: 'اتصال ضعيف جدًا',
  pin: 'تثبيت {name}',
  unpin: 'إلغاء تثبيت {name}',
  pages: 'صفحات المشاركين',
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  pageOf: '{page} من {pages}',
}
