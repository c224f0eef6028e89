/** The sections of a six-month report on public engagement, in their order, and what the program can draft of each. */
import type { Unverified } from './law.ts'

/** A part of the report, numbered I, II, …; its sections are numbered 1, 2, … where it has several. */
export const narrativeParts = [
  { id: 'results', title: 'Kết quả thực hiện' },
  { id: 'limits', title: 'Tồn tại, hạn chế và nguyên nhân' },
  { id: 'tasks', title: 'Nhiệm vụ trọng tâm thời gian tới' },
  { id: 'proposals', title: 'Kiến nghị, đề xuất' },
] as const

/** The part of a section. */
export type NarrativePartId = (typeof narrativeParts)[number]['id']

/**
 * One section. `register`: false while the program keeps no register of it, so that people write it and nothing is invented;
 * `partly`: what registers tell is drafted, and the rest is left to people.
 */
export interface NarrativeSection {
  id: string
  part: NarrativePartId
  title: string
  register: boolean | 'partly'
  cite: string
  unverified?: Unverified
}

// No text lays these sections down: reports of several provinces have them, in this order.
const seen = { cite: 'Chỉ thị 33/CT-TTg (2021)', unverified: 'own-reading' } as const

/** A module that comes to keep a register turns `register` on; a section is never taken away from old reports. */
export const narrativeSections = [
  {
    id: 'leadership',
    part: 'results',
    title: 'Công tác lãnh đạo, chỉ đạo và quán triệt văn bản',
    register: true,
    ...seen,
  },
  {
    id: 'reform',
    part: 'results',
    title: 'Cải cách hành chính, giải quyết thủ tục hành chính',
    register: false,
    ...seen,
  },
  {
    id: 'petitions',
    part: 'results',
    title: 'Tiếp công dân, xử lý đơn, giải quyết khiếu nại, kiến nghị, phản ánh',
    register: true,
    ...seen,
  },
  { id: 'dialogue', part: 'results', title: 'Đối thoại với Nhân dân', register: true, ...seen },
  { id: 'democracy', part: 'results', title: 'Thực hiện dân chủ ở cơ sở', register: 'partly', ...seen },
  {
    id: 'front',
    part: 'results',
    title: 'Phối hợp với Mặt trận Tổ quốc và các đoàn thể',
    register: 'partly',
    ...seen,
  },
  { id: 'practices', part: 'results', title: 'Phong trào thi đua và các mô hình', register: 'partly', ...seen },
  { id: 'limits', part: 'limits', title: 'Tồn tại, hạn chế và nguyên nhân', register: true, ...seen },
  { id: 'tasks', part: 'tasks', title: 'Nhiệm vụ trọng tâm thời gian tới', register: true, ...seen },
  { id: 'proposals', part: 'proposals', title: 'Kiến nghị, đề xuất', register: false, ...seen },
] as const satisfies NarrativeSection[]

/** A section by its id. */
export type NarrativeSectionId = (typeof narrativeSections)[number]['id']

const [first, ...others] = narrativeSections

/** All ids in their order. */
export const narrativeSectionIds = [first.id, ...others.map((section) => section.id)] as const

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const

/** Parts with their sections and numbers: `I`, and `1` where a part has several sections, else none (NĐ 30/2020 Phụ lục I). */
export function numberedParts(): {
  number: string
  title: string
  sections: { id: NarrativeSectionId; number: string | null; title: string; register: boolean | 'partly' }[]
}[] {
  return narrativeParts.map((part, index) => {
    const inside = narrativeSections.filter((section) => section.part === part.id)
    return {
      number: roman[index]!,
      title: part.title,
      sections: inside.map(({ id, title, register }, at) => ({
        id,
        title,
        register,
        number: inside.length > 1 ? String(at + 1) : null,
      })),
    }
  })
}
