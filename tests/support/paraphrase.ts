/** The same letter again as somebody else would write it: words replaced, sentences reordered, other spelling. */
import type { Chance } from '../../src/demo/random.ts'

const byEar = [
  ['xử', 'sử'],
  ['chăn', 'trăn'],
  ['giải quyết', 'giãi quyết'],
  ['rác', 'rát'],
  ['nghiêm', 'ngiêm'],
  ['lý', 'lí'],
  ['hòa', 'hoà'],
  ['thủy', 'thuỷ'],
] as const
const southern = [
  ['không', 'hông'],
  ['tôi', 'tui'],
  ['thế', 'vậy'],
  ['bảo', 'biểu'],
] as const
const fillers =
  'ấy kia đấy thật luôn mãi cứ hẳn đã vẫn rồi thì mà cùng thêm hết bên phía bà con tình trạng sự việc'.split(' ')

/** Every fifth syllable replaced, sentences in another order, one in three by ear, one in four southern, one in ten without marks. */
export function paraphrased(chance: Chance, letter: { title: string; text: string }, replaced = 20) {
  const again = (text: string) =>
    text
      .split(' ')
      .map((word) => (chance.percent(replaced) && !/\d/.test(word) ? chance.pick(fillers) : word))
      .join(' ')
  const sentences = letter.text.split(/(?<=[.!?])\s+/u)
  const mixed = sentences.map((sentence) => ({ sentence, at: chance.next() })).sort((a, b) => a.at - b.at)
  let text = again(mixed.map(({ sentence }) => sentence).join(' '))
  if (chance.percent(33)) for (const [from, to] of byEar) text = text.replaceAll(from, to)
  if (chance.percent(25)) for (const [from, to] of southern) text = text.replaceAll(from, to)
  if (chance.percent(10)) text = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
  return { title: again(letter.title), text }
}
