/**
 * The public holidays of each year and the rest days that the Government swapped. Only what differs from year to year
 * stands here; the fixed days and the rule of compensation are in `calendar.ts`. Rows entered by an office override them.
 */

/** How sure a year is: a schedule was published, remembered, or worked out from the Labour Code alone. */
export type CalendarStatus = 'published' | 'recalled' | 'computed'

/** What is particular to one year. */
export interface CalendarYear {
  year: number
  /** First day of the lunar year (mùng 1 Tết), by the Vietnamese calendar (UTC+7). */
  tet_first: string
  /** First of the statutory days of Tết, which the Prime Minister chooses, and how many there are. */
  tet_from: string
  tet_days: 4 | 5
  /** 10/3 of the lunar year (Giỗ Tổ Hùng Vương). */
  gio_to: string
  /** The statutory days of National Day: 2/9, since 2021 with the day before or after. */
  national_days: readonly string[]
  /** A working day given free against a Saturday worked. */
  swaps: readonly { rest: string; work: string }[]
  status: CalendarStatus
  /** The decision or announcement; where its number is not on file, what we rely on. */
  source: string
}

const computed = 'Tính theo Bộ luật Lao động, chưa có lịch nghỉ được công bố: cần kiểm tra'
const recalled = 'Theo lịch nghỉ đã áp dụng, chưa đối chiếu số văn bản: cần kiểm tra'

/** The years the program can count in. */
export const calendarYears = [
  year(2012, '2012-01-23', '2012-01-22', 4, '2012-03-31', ['2012-09-02'], [], 'computed'),
  year(2013, '2013-02-10', '2013-02-09', 4, '2013-04-19', ['2013-09-02'], [], 'computed'),
  year(2014, '2014-01-31', '2014-01-30', 5, '2014-04-09', ['2014-09-02'], [], 'computed'),
  year(
    2015,
    '2015-02-19',
    '2015-02-17',
    5,
    '2015-04-28',
    ['2015-09-02'],
    [
      { rest: '2015-01-02', work: '2014-12-27' },
      { rest: '2015-02-16', work: '2015-02-14' },
      { rest: '2015-04-29', work: '2015-04-25' },
    ],
    'recalled',
  ),
  year(2016, '2016-02-08', '2016-02-07', 5, '2016-04-16', ['2016-09-02'], [], 'recalled'),
  year(2017, '2017-01-28', '2017-01-26', 5, '2017-04-06', ['2017-09-02'], [], 'recalled'),
  year(
    2018,
    '2018-02-16',
    '2018-02-14',
    5,
    '2018-04-25',
    ['2018-09-02'],
    [{ rest: '2018-12-31', work: '2019-01-05' }],
    'recalled',
  ),
  year(
    2019,
    '2019-02-05',
    '2019-02-04',
    5,
    '2019-04-14',
    ['2019-09-02'],
    [{ rest: '2019-04-29', work: '2019-05-04' }],
    'recalled',
  ),
  year(2020, '2020-01-25', '2020-01-23', 5, '2020-04-02', ['2020-09-02'], [], 'recalled'),
  year(2021, '2021-02-12', '2021-02-10', 5, '2021-04-21', ['2021-09-02', '2021-09-03'], [], 'recalled'),
  year(2022, '2022-02-01', '2022-01-31', 5, '2022-04-10', ['2022-09-01', '2022-09-02'], [], 'recalled'),
  year(2023, '2023-01-22', '2023-01-20', 5, '2023-04-29', ['2023-09-01', '2023-09-02'], [], 'recalled'),
  year(
    2024,
    '2024-02-10',
    '2024-02-08',
    5,
    '2024-04-18',
    ['2024-09-02', '2024-09-03'],
    [{ rest: '2024-04-29', work: '2024-05-04' }],
    'recalled',
  ),
  year(
    2025,
    '2025-01-29',
    '2025-01-27',
    5,
    '2025-04-07',
    ['2025-09-01', '2025-09-02'],
    [{ rest: '2025-05-02', work: '2025-04-26' }],
    'recalled',
  ),
  year(
    2026,
    '2026-02-17',
    '2026-02-16',
    5,
    '2026-04-26',
    ['2026-09-01', '2026-09-02'],
    [
      { rest: '2026-01-02', work: '2026-01-10' },
      { rest: '2026-08-31', work: '2026-08-22' },
    ],
    'published',
    'Lịch nghỉ năm 2026 công bố trên báo (13/01/2026); số văn bản và các thứ Bảy làm bù cần kiểm tra',
  ),
  year(2027, '2027-02-06', '2027-02-04', 5, '2027-04-16', ['2027-09-02', '2027-09-03'], [], 'computed'),
  year(2028, '2028-01-26', '2028-01-24', 5, '2028-04-04', ['2028-09-01', '2028-09-02'], [], 'computed'),
  year(2029, '2029-02-13', '2029-02-12', 5, '2029-04-23', ['2029-09-02', '2029-09-03'], [], 'computed'),
  year(2030, '2030-02-02', '2030-01-31', 5, '2030-04-12', ['2030-09-02', '2030-09-03'], [], 'computed'),
  year(2031, '2031-01-23', '2031-01-21', 5, '2031-04-01', ['2031-09-01', '2031-09-02'], [], 'computed'),
  year(2032, '2032-02-11', '2032-02-09', 5, '2032-04-19', ['2032-09-02', '2032-09-03'], [], 'computed'),
] as const satisfies CalendarYear[]

function year(
  year: number,
  tet_first: string,
  tet_from: string,
  tet_days: 4 | 5,
  gio_to: string,
  national_days: readonly string[],
  swaps: CalendarYear['swaps'],
  status: CalendarStatus,
  source = status === 'computed' ? computed : recalled,
): CalendarYear {
  return { year, tet_first, tet_from, tet_days, gio_to, national_days, swaps, status, source }
}
