// "Frau Osterkamp", "박도윤 님": a title says that its neighbour is a name, where capitals say nothing of it or there are none.
// Left out is what is also said to people without their name ("pani", "sir") and what is another word too ("miss", "seu").
export interface Titles {
  readonly before?: string;
  readonly after?: string;
  /** Who is called so without a name: "お客さん". */
  readonly nobody?: string;
}

export const titles: Readonly<Record<string, Titles>> = {
  en: { before: 'mr mrs ms mister dr prof professor' },
  de: { before: 'herr herrn frau dr prof professor firma kanzlei' },
  fr: { before: 'mme mlle monsieur madame mademoiselle dr docteur' },
  es: { before: 'sr sra srta señor señora señorita don doña dr dra doctor doctora' },
  pt: { before: 'sr sra senhor senhora dona dr dra doutor doutora' },
  it: { before: 'sig signor signora dott dottor dottoressa avv' },
  nl: { before: 'meneer mevrouw mevr dhr mw dr' },
  sv: { before: 'herr fru dr doktor' },
  da: { before: 'hr fru dr' },
  nb: { before: 'herr fru dr' },
  fi: { before: 'herra rouva tohtori' },
  tr: { before: 'sayın dr', after: 'bey hanım hanim hoca' },
  ru: { before: 'господин госпожа доктор' },
  uk: { before: 'пан пані' },
  ar: { before: 'السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة' },
  hi: { before: 'श्री श्रीमती सुश्री', after: 'जी' },
  'hi-Latn': { before: 'mr mrs ms dr', after: 'ji bhai' },
  ko: {
    after:
      '님 님은 님이 님을 님께 님께서 님께는 님으로 님과 님도 님의 님이다 님입니다 님이에요 님이고 님한테 님에게 씨 씨는 씨가 씨를 씨에게 씨한테 씨로 씨와 씨도 씨의 씨다 씨입니다 씨예요',
    nobody: '고객 손님 사용자 여러분 회원 선생 환자',
  },
  ja: {
    after: 'さん 様 氏 先生',
    nobody: '客 お客 皆 みな お母 お父 母 父 兄 姉 奥 嫁 娘 息子 孫 業者 患者 店員 相手 読者 生徒 利用者',
  },
  zh: { after: '先生 女士 老师 师傅 老師 師傅', nobody: '各位 客户' },
};
