import type { LobbyMessages } from '../en/lobby.ts'

export const arLobby: LobbyMessages = {
  deviceReplaced: 'انقطع اتصال «{before}». يُستخدم الآن «{now}».',
  deviceReplacedUnnamed: 'انقطع اتصال جهازك. يُستخدم الآن «{now}».',
  deviceReturned: 'عاد استخدام «{now}».',
  otherMicrophone: 'ميكروفون آخر',
  otherCamera: 'كاميرا أخرى',
  otherSpeaker: 'مكبر صوت آخر',

  title: 'هل أنت مستعد للانضمام؟',
  preview: 'كما سيراك الآخرون',
  cameraIsOff: 'كاميرتك متوقفة',
  cameraStarting: 'جارٍ تشغيل الكاميرا',
  personIsIn: '{person} في المكالمة الآن',
  peopleAreIn: 'عدد الموجودين في المكالمة الآن: {count}',
  expected: 'مع {people}',
  joinNow: 'انضم الآن',
  joinMuted: 'انضم مع كتم الصوت',
  joinWithoutCamera: 'انضم دون كاميرا',
  joinMutedWithoutCamera: 'انضم مع كتم الصوت ودون كاميرا',
  cancel: 'إلغاء',

  microphone: 'الميكروفون',
  camera: 'الكاميرا',
  speaker: 'مكبر الصوت',
  microphoneNumber: 'ميكروفون {number}',
  cameraNumber: 'كاميرا {number}',
  speakerNumber: 'مكبر صوت {number}',
  noMicrophone: 'لا يوجد ميكروفون متاح',
  noCamera: 'لا توجد كاميرا متاحة',
  systemSpeaker: 'يختاره نظامك',
  saySomething: 'قل شيئًا لاختباره.',
  microphoneHeard: 'نسمعك بوضوح.',
  microphoneMuted: 'صوتك مكتوم.',
  reduceNoise: 'تقليل ضوضاء الخلفية',
  testSpeaker: 'تشغيل صوت تجريبي',
  speakerPlaying: 'جارٍ التشغيل',
  speakerFailed: 'تعذّر تشغيل الصوت. اختر مكبر صوت آخر.',

  allowBoth: 'اسمح باستخدام الكاميرا والميكروفون',
  allowMicrophone: 'اسمح باستخدام الميكروفون',
  allowCamera: 'اسمح باستخدام الكاميرا',
  allowDetail: 'اختر «السماح» عندما يسألك المتصفح. لن يراك أحد أو يسمعك قبل أن تنضم.',
  dismissedBoth:
    'لم تسمح بعد باستخدام الكاميرا والميكروفون، فلن يراك أحد أو يسمعك. حاول مرة أخرى واختر «السماح».',
  blockedBoth: 'الكاميرا والميكروفون محظوران',
  blockedMicrophone: 'الميكروفون محظور',
  blockedCamera: 'الكاميرا محظورة',
  allowInChrome: 'انقر الرمز المجاور لعنوان هذه الصفحة ثم شغّل الكاميرا والميكروفون.',
  allowInChromePhone:
    'المس الرمز المجاور لعنوان هذه الصفحة، ثم «الأذونات»، واسمح باستخدام الكاميرا والميكروفون.',
  allowInEdge:
    'انقر القفل المجاور لعنوان هذه الصفحة، ثم «أذونات هذا الموقع»، واسمح باستخدام الكاميرا والميكروفون.',
  allowInFirefox: 'انقر رمز الكاميرا أو الميكروفون المشطوب بجوار عنوان هذه الصفحة وأزل الحظر.',
  allowInSafari:
    'من شريط القوائم اختر «Safari» ثم «إعدادات موقع الويب هذا»، واضبط الكاميرا والميكروفون على «السماح».',
  allowInSafariPhone:
    'المس قائمة الصفحة في شريط العنوان، ثم «إعدادات موقع الويب»، واضبط الكاميرا والميكروفون على «السماح».',
  allowInIosApp: 'افتح تطبيق «الإعدادات» في جهازك، واختر هذا المتصفح، ثم شغّل الكاميرا والميكروفون.',
  allowInOther: 'افتح إعدادات المتصفح لهذه الصفحة واسمح باستخدام الكاميرا والميكروفون.',
  allowedAppears: 'لا داعي لإعادة التحميل: ستلاحظ هذه الصفحة ذلك تلقائيًا.',
  allowedTryAgain: 'ثم حاول مرة أخرى.',
}
