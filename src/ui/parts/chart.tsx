/** Charts drawn on the server as SVG: bars by unit, lines by period. A chart never stands without its table. */
import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import { useSpeech } from './speech.tsx'
import { Table } from './table.tsx'

/** One bar or row. `value` null: nothing was handed in, which is not zero. */
export interface Bar {
  id: string
  label: string
  value: number | null
  /** The same period of last year, drawn as a mark across the bar. */
  before?: number | null
  href?: string
}

const rowHeight = 26
const labelWidth = 240
const barWidth = 380
const chartWidth = labelWidth + barWidth + 90

const number = (value: number, language: string) => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')

/** Frame of a chart: its title, its words for listeners, the drawing, and the table that says the same. */
export function Figure(props: {
  id: string
  title: string
  /** One sentence that says what is to be seen. */
  said: string
  legend?: ComponentChildren
  drawing: ComponentChildren
  table: ComponentChildren
}) {
  const { frame } = useSpeech()
  return (
    <figure class="gd-chart" aria-labelledby={`${props.id}-title`}>
      <figcaption id={`${props.id}-title`} class="govuk-heading-s">
        {props.title}
      </figcaption>
      <p class="govuk-body-s">{props.said}</p>
      {props.legend}
      {props.drawing}
      <details class="govuk-details gd-chart-table">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{frame.chart.table}</span>
        </summary>
        <div class="govuk-details__text">{props.table}</div>
      </details>
    </figure>
  )
}

/** Bars by unit, the longest text first in the reader's order: rows stay as they are given. At most 60 are drawn. */
export function BarChart(props: {
  id: string
  title: string
  said: string
  /** What is counted, heading of the table's column. */
  counted: string
  of: string
  before?: string
  bars: readonly Bar[]
  /** How many are drawn, at most 60; the table has all. */
  drawn?: number
}) {
  const { language, frame } = useSpeech()
  const bars = props.bars.slice(0, Math.min(props.drawn ?? 60, 60))
  const most = Math.max(1, ...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0]))
  const wide = scaleLinear().domain([0, most]).range([0, barWidth])
  const height = bars.length * rowHeight + 8
  const said = (value: number | null | undefined) => (value == null ? frame.chart.nothing : number(value, language))
  return (
    <Figure
      id={props.id}
      title={props.title}
      said={props.said}
      legend={props.before && <BarLegend now={props.counted} before={props.before} />}
      drawing={
        <Wide title={props.title}>
          <svg viewBox={`0 0 ${chartWidth} ${height}`} class="gd-chart-drawing" role="img" aria-label={props.said}>
            <defs>
              <Hatch id={`${props.id}-none`} />
            </defs>
            {bars.map((bar, index) => (
              <BarRow key={bar.id} bar={bar} y={index * rowHeight + 4} wide={wide} said={said} chart={props.id} />
            ))}
          </svg>
        </Wide>
      }
      table={
        <Table
          caption={props.title}
          caption_hidden
          rows={props.bars}
          row_key={(bar) => bar.id}
          empty={frame.chart.nothing}
          columns={[
            {
              key: 'of',
              title: props.of,
              row_header: true,
              cell: (bar) =>
                bar.href ? (
                  <a class="govuk-link" href={bar.href}>
                    {bar.label}
                  </a>
                ) : (
                  bar.label
                ),
            },
            { key: 'value', title: props.counted, numeric: true, cell: (bar) => said(bar.value) },
            ...(props.before
              ? [{ key: 'before', title: props.before, numeric: true, cell: (bar: Bar) => said(bar.before) }]
              : []),
          ]}
        />
      }
    />
  )
}

/** A drawing that scrolls sideways where the screen is narrow. */
function Wide(props: { title: string; children: ComponentChildren }) {
  const { frame } = useSpeech()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="gd-chart-wide" aria-label={frame.chart.drawing(props.title)} tabIndex={0}>
      {props.children}
    </section>
  )
}

function BarRow(props: {
  bar: Bar
  y: number
  wide: (value: number) => number
  said: (value: number | null | undefined) => string
  chart: string
}) {
  const { bar, y, wide } = props
  const length = bar.value === null ? 24 : wide(bar.value)
  return (
    <g>
      <text x={labelWidth - 8} y={y + 15} text-anchor="end" class="gd-chart-label">
        {shortened(bar.label)}
      </text>
      {bar.value === null ? (
        <rect
          x={labelWidth}
          y={y}
          width={length}
          height={18}
          fill={`url(#${props.chart}-none)`}
          class="gd-chart-none"
        />
      ) : (
        <rect x={labelWidth} y={y} width={Math.max(length, 1)} height={18} class="gd-chart-bar" />
      )}
      {bar.before != null && (
        <rect x={labelWidth + wide(bar.before) - 1.5} y={y - 3} width={3} height={24} class="gd-chart-before" />
      )}
      <text
        x={labelWidth + Math.max(length, bar.before == null ? 0 : wide(bar.before)) + 6}
        y={y + 15}
        class="gd-chart-value"
      >
        {props.said(bar.value)}
      </text>
    </g>
  )
}

/** A label that fits beside the bars; the table has it whole. */
const shortened = (label: string) => (label.length > 28 ? `${label.slice(0, 27)}…` : label)

function BarLegend(props: { now: string; before: string }) {
  return (
    <p class="gd-chart-legend">
      <svg width="18" height="14" aria-hidden="true">
        <rect width="18" height="14" class="gd-chart-bar" />
      </svg>{' '}
      {props.now}{' '}
      <svg width="18" height="18" aria-hidden="true">
        <rect x="7" width="3" height="18" class="gd-chart-before" />
      </svg>{' '}
      {props.before}
    </p>
  )
}

/** Lines across: the sign of "nothing handed in", also in black and white. */
export function Hatch(props: { id: string }) {
  return (
    <pattern id={props.id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="gd-chart-paper" />
      <rect width="1.5" height="6" class="gd-chart-hatch" />
    </pattern>
  )
}

/** One line of a chart over periods; at most four, told apart by dash and mark, not by colour alone. */
export interface Series {
  id: string
  name: string
  values: readonly (number | null)[]
}

const plot = { left: 64, right: 20, top: 14, bottom: 34, width: 700, height: 300 }
const marks = ['M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5', 'M-5-5H5V5H-5Z', 'M0-6L6 5H-6Z', 'M0-6L6 0L0 6L-6 0Z']

/** Lines over periods. A period without figures is a gap, never a zero. */
export function LineChart(props: {
  id: string
  title: string
  said: string
  /** Heading of the periods in the table. */
  over: string
  periods: readonly string[]
  series: readonly Series[]
}) {
  const { language, frame } = useSpeech()
  const series = props.series.slice(0, marks.length)
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const up = scaleLinear()
    .domain([0, most])
    .nice()
    .range([plot.height - plot.bottom, plot.top])
  const along = scalePoint()
    .domain(props.periods)
    .range([plot.left, plot.width - plot.right])
    .padding(0.5)
  const x = (index: number) => along(props.periods[index] ?? '') ?? 0
  const said = (value: number | null | undefined) => (value == null ? frame.chart.nothing : number(value, language))
  return (
    <Figure
      id={props.id}
      title={props.title}
      said={props.said}
      legend={<LineLegend series={series} />}
      drawing={
        <Wide title={props.title}>
          <svg viewBox={`0 0 ${plot.width} ${plot.height}`} class="gd-chart-drawing" role="img" aria-label={props.said}>
            {up.ticks(5).map((tick) => (
              <g key={tick}>
                <line x1={plot.left} x2={plot.width - plot.right} y1={up(tick)} y2={up(tick)} class="gd-chart-grid" />
                <text x={plot.left - 8} y={up(tick) + 5} text-anchor="end" class="gd-chart-label">
                  {number(tick, language)}
                </text>
              </g>
            ))}
            {props.periods.map((period, index) => (
              <text key={period} x={x(index)} y={plot.height - 10} text-anchor="middle" class="gd-chart-label">
                {period}
              </text>
            ))}
            {series.map((one, which) => (
              <g key={one.id} class={`gd-chart-line-${which}`}>
                <path
                  class="gd-chart-line"
                  d={
                    line<number | null>()
                      .defined((value) => value !== null)
                      .x((_, index) => x(index))
                      .y((value) => up(value ?? 0))([...one.values]) ?? ''
                  }
                />
                {one.values.map(
                  (value, index) =>
                    value !== null && (
                      <path
                        key={props.periods[index]}
                        d={marks[which]}
                        transform={`translate(${x(index)} ${up(value)})`}
                        class="gd-chart-mark"
                      />
                    ),
                )}
              </g>
            ))}
          </svg>
        </Wide>
      }
      table={
        <Table
          caption={props.title}
          caption_hidden
          rows={props.periods.map((period, index) => ({ period, index }))}
          row_key={({ period }) => period}
          empty={frame.chart.nothing}
          columns={[
            { key: 'period', title: props.over, row_header: true, nowrap: true, cell: ({ period }) => period },
            ...series.map((one) => ({
              key: one.id,
              title: one.name,
              numeric: true,
              cell: ({ index }: { index: number }) => said(one.values[index]),
            })),
          ]}
        />
      }
    />
  )
}

function LineLegend(props: { series: readonly Series[] }) {
  return (
    <p class="gd-chart-legend">
      {props.series.map((one, which) => (
        <span key={one.id} class={`gd-chart-line-${which}`}>
          <svg width="34" height="14" aria-hidden="true">
            <path d="M0 7H34" class="gd-chart-line" />
            <path d={marks[which]} transform="translate(17 7)" class="gd-chart-mark" />
          </svg>{' '}
          {one.name}{' '}
        </span>
      ))}
    </p>
  )
}
