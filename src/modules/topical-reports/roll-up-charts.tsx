/** What came in as bars by place or by unit, and how many have answered on the map of the provinces. */
import { BarChart } from '../../ui/parts/chart.tsx'
import { ProvinceMap } from '../../ui/parts/province-map.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { answerPath, rollUpPath } from './addresses.ts'
import { behind, type Group, sumOf, tally } from './roll-up.ts'
import { dueOf, figured, figureOf, type RollUpData } from './roll-up-data.ts'

/** The first two numbers by place; where the places are provinces, how many units have answered on the map too. */
export function Charts({ data, groups, language }: { data: RollUpData; groups: readonly Group[]; language: Language }) {
  const { 'topical-reports': topical, units } = words(language)
  const own = topical.sums
  const { call, round } = data
  const drawn = figured(data)
    .filter(({ kind }) => kind === 'number')
    .slice(0, 2)
  const share = ({ rows }: Group) => {
    const { asked, answered } = tally(rows, dueOf(data))
    return answered === 0 ? null : Math.round((100 * answered) / asked)
  }
  const isCountry = groups.length >= 20 && groups.every(({ code }) => /^\d{2}$/.test(code ?? ''))
  return (
    <>
      {isCountry && (
        <>
          <ProvinceMap
            id="ban-do"
            title={own.share}
            said={own.map_said}
            counted={own.share}
            of={units.levels.province}
            areas={groups.map((group) => ({
              code: group.code ?? '',
              name: group.name,
              value: share(group),
              href: rollUpPath(call, { round: round.no, group: group.id }),
            }))}
          />
          <p class="govuk-body-s">{own.map_source}</p>
        </>
      )}
      {drawn.map((question) => (
        <BarChart
          key={question.id}
          id={`so-${question.id}`}
          title={own.chart(question.text)}
          said={own.chart_said}
          counted={question.measure ?? question.text}
          of={topical.columns.place}
          bars={groups.map((group) => ({
            id: group.id,
            label: group.name,
            value: figureOf(sumOf(group.rows, question)),
            href: rollUpPath(call, { round: round.no, group: group.id, question: question.id }),
          }))}
        />
      ))}
    </>
  )
}

/** Where one place is looked at: the units with the largest answers to the first number. */
export function UnitChart({ data, language }: { data: RollUpData; language: Language }) {
  const { 'topical-reports': topical } = words(language)
  const question = figured(data).find(({ kind }) => kind === 'number')
  const bars = question
    ? behind(data.rows, question).map((one) => ({
        id: one.id,
        label: one.name,
        value: Number(one.answers[question.id]),
        href: answerPath(one),
      }))
    : []
  if (!question || bars.length < 2) return null
  return (
    <BarChart
      id={`don-vi-${question.id}`}
      title={topical.sums.chart_units(question.text)}
      said={topical.sums.chart_units_said}
      counted={question.measure ?? question.text}
      of={topical.columns.unit}
      drawn={30}
      bars={bars.sort((a, b) => b.value - a.value)}
    />
  )
}
