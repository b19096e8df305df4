import type { ConnectionCheckMessages } from '../en/connection-check.ts'

export const arConnectionCheck: ConnectionCheckMessages = {
  check: 'فحص الاتصال',
  checkNotLoaded: 'تعذّر تحميل الفحص. حاول مرة أخرى.',
  stop: 'إيقاف الفحص',
  checkAgain: 'الفحص من جديد',
  reaching: 'جارٍ الوصول إلى خدمة الفيديو',
  connecting: 'جارٍ تجربة الصوت والصورة',
  measuring: 'جارٍ القياس لبضع ثوانٍ',

  goodTitle: 'اتصالك جيد',
  goodAdvice: 'من المتوقع أن يكون الصوت والصورة واضحين.',
  fairTitle: 'اتصالك بطيء قليلاً',
  fairAdvice: 'من المتوقع أن تعمل المكالمة. إذا تقطعت، فأوقف الكاميرا أو اقترب من جهاز التوجيه.',
  poorTitle: 'اتصالك بطيء',
  poorAdvice: 'أوقف الكاميرا، أو اقترب من جهاز التوجيه، أو استخدم كابل شبكة.',
  blockedTitle: 'مكالمات الفيديو محظورة على هذه الشبكة',
  blockedAdvice:
    'استخدم شبكة أخرى، مثل شبكة هاتفك، أو أوقف الشبكة الافتراضية (VPN). وفي العمل، اسأل المسؤول عن الشبكة.',
  unreachableTitle: 'تعذّر الوصول إلى خدمة الفيديو',
  unreachableAdvice: 'تحقق من اتصالك بالإنترنت. وقد تعيقه أيضًا شبكة افتراضية (VPN) أو أداة لحظر الإعلانات.',
  failedTitle: 'تعذّر فحص اتصالك',
  failedAdvice: 'لا يدل هذا على شيء بشأن المكالمة: يمكنك الانضمام على أي حال.',

  details: 'التفاصيل',
  latency: 'التأخير ذهابًا وإيابًا',
  jitter: 'تغيّر التأخير',
  packetLoss: 'الحزم المفقودة',
  connectTime: 'مدة الاتصال',
  notMeasured: 'لم يُقَس',
}
