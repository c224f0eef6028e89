import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { BarChart, LineChart } from './chart.tsx'
import { ProvinceMap, stepBounds } from './province-map.tsx'
import { provinceShapes, usedOutlines } from './province-shapes.ts'

test('every outline of the 63 is in one of the 34, none is forgotten or drawn twice', () => {
  const { codes, outlines, all } = usedOutlines()
  assert.equal(codes.length, 34)
  assert.deepEqual(outlines.toSorted(), all.toSorted())
  assert.equal(new Set(outlines).size, 65)
  const shapes = provinceShapes()
  for (const code of codes) assert.match(shapes.get(code) ?? '', /^M[\d. -]+L.*Z$/, code)
  // The archipelagos keep their islands; a page carries the map in well under 100 kB.
  assert.ok((shapes.get('56') ?? '').split('Z').length > 40)
  assert.ok([...shapes.values()].join('').length < 90_000)
})

test('a bar without figures is hatched and says so; a nought is a nought; the table says the same', () => {
  const bars = [
    { id: 'a', label: 'Xã Bắc Hà', value: 1234, before: 1380, href: '/x' },
    { id: 'b', label: 'Xã Mường Hum', value: 0, before: null },
    { id: 'c', label: 'Phường Sa Pa', value: null, before: null },
  ]
  const html = renderToString(
    <BarChart
      id="t"
      title="Lượt tiếp"
      said="Lượt tiếp theo xã"
      counted="Kỳ này"
      of="Xã"
      before="Cùng kỳ"
      bars={bars}
    />,
  )
  assert.equal(html.match(/url\(#t-none\)/g)?.length, 1)
  assert.equal(html.match(/1\.234/g)?.length, 2)
  assert.equal(html.match(/1\.380/g)?.length, 1)
  assert.match(html, />chưa có số liệu</)
  assert.match(html, /<td[^>]*>0<\/td>/)
  assert.doesNotMatch(html, /style=/)
})

test('a period without figures is a gap in the line', () => {
  const html = renderToString(
    <LineChart
      id="l"
      title="Đơn"
      said="Đơn theo kỳ"
      over="Kỳ"
      periods={['2025-6m', '2025-y', '2026-6m']}
      series={[{ id: 's', name: 'Nhận', values: [10, null, 30] }]}
    />,
  )
  // Two points apart, no line between them.
  assert.match(html, /class="gd-chart-line" d="M[\d.,]+ZM[\d.,]+Z"/)
})

test('the steps of the map: round bounds, never more than five, one where all are alike', () => {
  assert.deepEqual(stepBounds([5, 5, 5]), [])
  assert.deepEqual(stepBounds([]), [])
  const bounds = stepBounds(Array.from({ length: 34 }, (_, index) => index * index * 37))
  assert.ok(bounds.length <= 4 && bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? 0)))
  const html = renderToString(
    <ProvinceMap
      id="m"
      title="Đơn"
      said="Đơn theo tỉnh"
      counted="Số đơn"
      of="Tỉnh"
      areas={[
        { code: '01', name: 'Thành phố Hà Nội', value: 900 },
        { code: '15', name: 'Tỉnh Lào Cai', value: null },
      ]}
    />,
  )
  assert.match(html, /Tỉnh Lào Cai: chưa có số liệu/)
  assert.match(html, /Thành phố Hà Nội: 900/)
})
