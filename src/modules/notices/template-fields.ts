/** The fields an office's own wording may use, what they say of a letter, and the parts no wording may lack. */
import { letterFormOf } from '../../law/letter-forms.ts'
import type { Letter } from './layout.ts'
import type { LetterData, LetterKind } from './letter-data.ts'
import { replacedSentence } from './letters-change.ts'
import { officialDay, type Person, personName } from './wording.ts'

/** Words that stand in every official document as they are (NĐ 30/2020 Phụ lục I, ô số 1). */
export const fixedWords = {
  'national-name': 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const

/** Parts a wording is refused without; `article` and `substance` are said by the whole body or by their own fields. */
export type TemplatePart =
  | keyof typeof fixedWords
  | 'issuer'
  | 'number'
  | 'type'
  | 'place-and-day'
  | 'addressee'
  | 'decider'
  | 'article'
  | 'substance'
  | 'signature'
  | 'recipients'

/** Fields that stand for whole paragraphs and so need a line of their own. */
export const blockFields = ['noi_dung', 'noi_nhan'] as const

/** Data of letters by their name in a wording: one name may be told by different kinds. */
const names: Readonly<Record<string, string>> = {
  receiver: 'noi_nhan_don',
  reason: 'ly_do',
  ground: 'ly_do',
  advice: 'huong_dan',
  cite: 'can_cu_phap_ly',
  due_on: 'han',
  due_before_on: 'han_cu',
  answer_by: 'han_tra_loi',
  accepted_on: 'ngay_thu_ly',
  settler: 'nguoi_giai_quyet',
  limit: 'thoi_han',
  criterion: 'tieu_chi',
  second_settler: 'nguoi_giai_quyet_lan_hai',
  file_by: 'han_khieu_nai_tiep',
  held_on: 'ngay_doi_thoai',
  held_at: 'gio_doi_thoai',
  where: 'dia_diem',
  chaired_by: 'nguoi_chu_tri',
  content: 'noi_dung_tra_loi',
  contact: 'lien_he',
  reception_on: 'ngay_tiep',
  about: 'noi_dung_trinh_bay',
  detail: 'ket_qua',
  ways: 'cach_xac_nhan',
  sent_by: 'van_ban_chuyen',
  respondent: 'nguoi_bi_khieu_nai',
  explanation: 'giai_thich',
  grounds: 'ly_do',
  contested: 'quyet_dinh_bi_khieu_nai',
  from: 'tu_ngay',
  until: 'den_ngay',
  danger: 'viec_khan_cap',
  signs: 'dau_hieu',
  regulation: 'quy_dinh',
  reasons: 'ly_do',
  proposal: 'kien_nghi',
  verifier: 'nguoi_xac_minh',
  plan: 'ke_hoach',
  findings: 'ket_qua_xac_minh',
  minutes: 'dien_bien',
  proposer: 'nguoi_de_xuat',
}
const petitionNames: Readonly<Record<string, string>> = {
  about: 've_viec',
  received_on: 'ngay_nhan',
  dated_on: 'ngay_don',
  register_number: 'so_don',
}
const people = ['to', 'petitioner', 'complainant', 'giver']

/** What the person must be told by the letters of a kind, where the body is not taken whole. */
const substance: Partial<Record<LetterKind, readonly string[]>> = {
  guidance: ['ly_do', 'huong_dan'],
  transfer: ['noi_nhan_don', 'ly_do'],
  'hand-back': ['ly_do'],
  urge: ['han_tra_loi'],
  'overdue-demand': ['han_tra_loi'],
  'meeting-invitation': ['han_tra_loi'],
  'confirm-signature': ['cach_xac_nhan'],
  acceptance: ['nguoi_giai_quyet', 'han'],
  decline: ['ly_do'],
  extension: ['tieu_chi', 'han'],
  'second-road': ['nguoi_giai_quyet_lan_hai', 'han_khieu_nai_tiep'],
  'court-road': ['han'],
  'dialogue-notice': ['gio_doi_thoai', 'ngay_doi_thoai', 'dia_diem'],
  'verification-order': ['nguoi_xac_minh', 'ke_hoach'],
  'verification-report': ['ket_qua_xac_minh', 'kien_nghi'],
  'dialogue-minutes': ['dien_bien'],
  suspension: ['ly_do', 'tu_ngay'],
  resumption: ['ly_do', 'han'],
  termination: ['ly_do'],
  stay: ['ly_do', 'quyet_dinh_bi_khieu_nai', 'tu_ngay', 'den_ngay'],
  'stay-lifted': ['ly_do', 'quyet_dinh_bi_khieu_nai'],
  alert: ['viec_khan_cap', 'kien_nghi'],
  'crime-referral': ['dau_hieu'],
  'case-reply': ['ket_qua'],
  'party-referral': ['ly_do'],
  answer: ['noi_dung_tra_loi'],
  'propose-change': ['quy_dinh', 'kien_nghi'],
  refusal: ['ly_do'],
  outcome: ['ket_qua'],
}

/** The letter's values by field; a field with an empty value is known but has nothing to say here. */
export type FieldValues = Readonly<Record<string, string>>

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' && value !== null && 'name' in value && 'address' in value

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? officialDay(value) : value
}

/** Values of the one-line fields of a letter; the blocks are made by whoever lays it out. */
export function fieldValues<K extends LetterKind>(data: LetterData[K], letter: Letter): FieldValues {
  const values: Record<string, string> = {
    co_quan_cap_tren: letter.parent ?? '',
    co_quan: letter.issuer.join(' '),
    so_ky_hieu: letter.notation ?? '',
    dia_danh_ngay: letter.place_and_date,
    ten_loai: letter.title.type ?? '',
    trich_yeu: letter.title.about,
    nguoi_quyet_dinh: letter.decider ?? '',
    kinh_gui: letter.to.join('; '),
    thay_the: data.replaces ? replacedSentence(data.replaces) : '',
  }
  for (const [index, one] of letter.signatures.entries()) {
    const after = index === 0 ? '' : `_${index + 1}`
    values[`chuc_vu${after}`] = one.titles.join('\n')
    values[`nguoi_ky${after}`] = one.name
  }
  const given: Readonly<Record<string, unknown>> = { ...data }
  for (const [key, name] of Object.entries(names))
    if (key in given && !isPerson(given[key])) values[name] = textOf(given[key])
  const petition: Readonly<Record<string, unknown>> = Object(given['petition'])
  if ('petition' in given) for (const [key, name] of Object.entries(petitionNames)) values[name] = textOf(petition[key])
  const person = people.map((key) => given[key]).find(isPerson)
  if (person) Object.assign(values, { ho_ten: personName(person), dia_chi: person.address })
  return values
}

/** Which fields each part of a kind may be said by; one of the lists whole is enough. */
export function requiredParts<K extends LetterKind>(
  kind: K,
  data: LetterData[K],
  letter: Letter,
): [TemplatePart, readonly (readonly string[])[]][] {
  const whole = ['noi_dung']
  const signatures = letter.signatures.flatMap((_, index) => {
    const after = index === 0 ? '' : `_${index + 1}`
    return [`chuc_vu${after}`, `nguoi_ky${after}`]
  })
  const own = substance[kind]
  return [
    ['issuer', [['co_quan']]],
    ...(letter.notation === null ? [] : [['number', [['so_ky_hieu']]] as [TemplatePart, string[][]]]),
    // One wording for letters of several types: it must say which.
    ...(kind === 'private' ? [['type', [['ten_loai']]] as [TemplatePart, string[][]]] : []),
    ['place-and-day', [['dia_danh_ngay']]],
    ...(letter.decider ? [['decider', [['nguoi_quyet_dinh']]] as [TemplatePart, string[][]]] : []),
    ...(letter.to.length > 0 ? [['addressee', [['kinh_gui']]] as [TemplatePart, string[][]]] : []),
    ...('cite' in data ? [['article', [whole, ['can_cu_phap_ly']]] as [TemplatePart, string[][]]] : []),
    ['substance', own ? [whole, own] : [whole]],
    ['signature', [signatures]],
    ...(letter.copies.length > 0 ? [['recipients', [['noi_nhan']]] as [TemplatePart, string[][]]] : []),
  ]
}

/** The instrument whose form a letter of this kind follows. */
export function instrumentOf(kind: LetterKind): string {
  return letterFormOf(kind)?.instrument ?? 'NĐ 30/2020'
}
