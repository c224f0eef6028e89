/** Every part on one page, for the eyes and for axe; served in tests only. */
import { serve } from '@hono/node-server'
import { z } from 'zod'
import { createFrame } from '../../src/http/frame.ts'
import { frameOf, readPost, renderFragment, renderPage } from '../../src/http/pages.ts'
import type { Viewer } from '../../src/platform/actions/viewer.ts'
import { fixDay } from '../../src/platform/clock.ts'
import * as input from '../../src/platform/input.ts'
import type { FormRead } from '../../src/platform/read-form.ts'
import { Button, ButtonGroup, Link } from '../../src/ui/parts/button.tsx'
import { Radios } from '../../src/ui/parts/choices.tsx'
import { DateText, InstantText, Money, NumberText } from '../../src/ui/parts/day.tsx'
import { DeskPage } from '../../src/ui/parts/desk-page.tsx'
import { TextInput } from '../../src/ui/parts/fields.tsx'
import { FormOf } from '../../src/ui/parts/form.tsx'
import { LiveMatches } from '../../src/ui/parts/islands.tsx'
import { Pagination, SummaryList, Tabs, Timeline } from '../../src/ui/parts/lists.tsx'
import type { Frame } from '../../src/ui/parts/page.tsx'
import { PortalPage } from '../../src/ui/parts/portal-page.tsx'
import { DueDate, State } from '../../src/ui/parts/state.tsx'
import { Table } from '../../src/ui/parts/table.tsx'
import { Details, Inset, NotificationBanner, Panel, Tag, ToBeChecked, Warning } from '../../src/ui/parts/text.tsx'

const on = Temporal.PlainDate.from('2026-07-09')
const at = Temporal.Instant.from('2026-07-09T02:30:00Z')
const due = Temporal.PlainDate.from('2026-08-07')

/** A form with every kind of field. */
export const schema = z.object({
  name: input.personName(),
  born_on: input.day({ until: () => on }).optional(),
  identity_number: input.identityNumber().optional(),
  kind: input.choice(['complaint', 'observation', 'recommendation']),
  place: input.unitId(),
  content: input.longText(),
  fields: input.choices(['land', 'welfare']),
  people: input.count(1, 500),
  published: input.yesNo(),
  attachments: input.files().optional(),
  agreed: input.mustAgree(),
})

const words = {
  labels: {
    name: 'Họ và tên',
    born_on: 'Ngày sinh',
    identity_number: 'Số căn cước',
    kind: 'Ông/Bà muốn gửi gì?',
    place: 'Nơi xảy ra việc',
    content: 'Nội dung',
    fields: 'Lĩnh vực',
    people: 'Số người cùng ký',
    published: 'Có cho công bố câu trả lời không?',
    attachments: 'Giấy tờ kèm theo',
    agreed: 'Tôi chịu trách nhiệm về điều đã viết',
  },
  hints: { name: 'Ghi như trên căn cước.' },
  names: { kind: 'loại đơn', published: 'có công bố hay không' },
  choices: {
    kind: {
      complaint: 'Khiếu nại (đòi xem lại một quyết định)',
      observation: 'Phản ánh (báo một việc đang xảy ra)',
      recommendation: 'Kiến nghị (đề nghị làm hoặc sửa một điều)',
    },
    fields: { land: 'Đất đai', welfare: 'Chế độ, chính sách' },
  },
  submit: 'Gửi đơn',
}

const places = ['Phường Cam Đường', 'Phường Lào Cai', 'Xã Hợp Thành'].map((label, index) => ({
  value: `0190a0a0-0000-7000-8000-00000000000${index}`,
  label,
}))

type Read = FormRead<z.output<typeof schema>>

function Form(props: { read?: Read; draft?: string; heading?: string }) {
  const errors = props.read && !props.read.ok ? props.read.errors : undefined
  return (
    <FormOf
      schema={schema}
      words={words}
      action="/_form"
      values={props.read?.values}
      errors={errors}
      options={{ place: places }}
      cancel="/"
      draft={props.draft}
      heading={props.heading}
      hidden={{ revision: 3 }}
    >
      {props.draft && <LiveMatches of={['content', 'name']} from="/_matches" />}
    </FormOf>
  )
}

function Parts(props: { desk: boolean }) {
  return (
    <>
      <h1>Khiếu nại về bồi thường đất – Phường Cam Đường</h1>
      <p>
        Mã: <span class="gd-number">7K3F-Q9MD-2WXA-H4</span> <State state="on-time" />
      </p>
      <NotificationBanner kind="success" text="Chúng tôi đã nhận đơn của Ông/Bà." />
      <p>
        Hạn giải quyết: <DueDate on={due} days_left={21} why="/vi-sao/1" />
      </p>
      <p>
        <DueDate on={due} days_left={2} why="/vi-sao/2" />
      </p>
      <p>
        <DueDate on={due} days_left={-5} why="/vi-sao/3" />
      </p>
      <p>
        <DueDate on={due} days_left={null} state="suspended" why="/vi-sao/4" />
      </p>
      <p>
        <State state="overdue" /> <State state="due-soon" /> <State state="suspended" /> <State state="settled" />{' '}
        <Tag>Lần đầu</Tag> <Tag colour="grey">Nháp</Tag> <ToBeChecked />
      </p>
      <p>
        Gửi ngày <DateText on={on} />, lúc <InstantText at={at} />: <NumberText value={1234567} /> lượt,{' '}
        <Money amount={1250000} />. Xem <Link href="/tra-loi">câu trả lời đã công bố</Link>.
      </p>
      <ul class="gd-tiles">
        {['Gửi đơn, phản ánh', 'Tra cứu đơn', 'Lịch tiếp công dân'].map((title) => (
          <li key={title} class="gd-tile">
            <h2>
              <a href="/gui-don">{title}</a>
            </h2>
            <p>Gửi một lần, theo dõi từng bước.</p>
          </li>
        ))}
      </ul>
      <Timeline
        items={[
          {
            title: 'Đã nhận đơn',
            byline: 'Nguyễn Thị B',
            datetime: '2026-07-01',
            date: '01/07/2026',
            children: <p>Giấy biên nhận.</p>,
          },
          { title: 'Đã thụ lý', datetime: '2026-07-08', date: '08/07/2026', children: <p>Luật Khiếu nại, Điều 27.</p> },
          { title: 'Quyết định giải quyết', datetime: '2026-08-07', date: 'hạn 07/08/2026', ahead: true },
        ]}
      />
      <SummaryList
        rows={[
          {
            key: 'Người gửi',
            value: 'Nguyễn Văn A',
            actions: [{ href: '/sua', text: 'Sửa', hidden_text: 'người gửi' }],
          },
          { key: 'Nơi xảy ra', value: 'Tổ 12, phường Cam Đường' },
        ]}
      />
      <ButtonGroup>
        <Button>Thụ lý</Button>
        <Button kind="secondary">Hướng dẫn</Button>
        <Button kind="warning">Trả đơn</Button>
        <Button reason="Cần ghi tiêu chí phức tạp trước khi gia hạn (Luật Khiếu nại, Điều 28).">Gia hạn</Button>
      </ButtonGroup>
      <Tabs
        label="Danh sách"
        items={[
          { href: '?ds=toi', text: 'Của tôi', count: 12, current: true },
          { href: '?ds=qua-han', text: 'Quá hạn', count: 3 },
        ]}
      />
      <Table
        caption="Việc của tôi"
        columns={[
          {
            key: 'due',
            title: 'Hạn',
            nowrap: true,
            sort: { href: '?xep=han', now: 'ascending' },
            cell: (row) => <DueDate compact on={due} days_left={row.left} why="/vi-sao/9" />,
          },
          {
            key: 'number',
            title: 'Số',
            row_header: true,
            nowrap: true,
            cell: (row) => <a href={`/ho-so/${row.id}`}>{row.id}</a>,
          },
          { key: 'what', title: 'Nội dung', sort: { href: '?xep=noi-dung' }, cell: (row) => row.what },
          { key: 'people', title: 'Số người', numeric: true, cell: (row) => <NumberText value={row.people} /> },
        ]}
        rows={[
          { id: 'LC-26-00431', left: -5, what: 'Đất đai · Kiến nghị · Lê T. H', people: 1 },
          { id: 'LC-26-00466', left: 2, what: 'Chế độ · Khiếu nại · Tr. T. B', people: 41 },
          { id: 'LC-26-00482', left: 21, what: 'Đất đai · Khiếu nại · Ng. V. A', people: 1200 },
        ]}
        row_key={(row) => row.id}
        row_href={props.desk ? (row) => `/ho-so/${row.id}` : undefined}
        empty="Chưa có việc nào."
        select={props.desk ? { name: 'chon', value: (row) => row.id, label: (row) => `Chọn ${row.id}` } : undefined}
        foot={['', 'Cộng', '', '1.242']}
      />
      <Pagination earlier="?truoc=1" later="?sau=2" />
      <Details summary="Vì sao cần số căn cước?">
        <p>Để xác nhận người gửi.</p>
      </Details>
      <Inset>Gia đình tôi chưa nhận được tiền bồi thường.</Inset>
      <Warning>Đơn gửi quá thời hiệu sẽ không được thụ lý.</Warning>
      <Radios
        name="how"
        legend="Nhận trả lời bằng cách nào?"
        items={[
          {
            value: 'mail',
            label: 'Thư điện tử',
            conditional: <TextInput name="address" label="Địa chỉ thư" type="email" />,
          },
          { value: 'desk', label: 'Đến nhận', hint: 'Trong giờ làm việc.' },
        ]}
        value="mail"
      />
      <Table
        caption="Trống"
        columns={[]}
        rows={[]}
        row_key={() => ''}
        empty={<p>Chưa có đơn nào. Đơn mới sẽ hiện ở đây.</p>}
      />
    </>
  )
}

const officer: Viewer = {
  account_id: '0190a0a0-0000-7000-8000-000000000001',
  name: 'Nguyễn Thị Bình',
  language: 'vi',
  via: 'desk',
  positions: [{ unit_id: '0190a0a0-0000-7000-8000-000000000002', kind: 'handler' }],
  visible_unit_ids: [],
  opened: [],
  on,
} as unknown as Viewer // The viewer's narrowing is not what these pages are about.

function pages() {
  const app = createFrame({
    moment: () => ({ on, at }),
    viewerOf: async (c) =>
      c.req.path.includes('desk')
        ? { ...officer, language: c.var.language }
        : { ...officer, account_id: null, language: c.var.language },
    officeOf: () => ({ name: 'Ủy ban nhân dân phường Cam Đường', unit: 'Văn phòng' }),
  })
  const portal = (frame: Frame, read?: Read) => (
    <PortalPage frame={frame} title="Gửi đơn" current="send" faulty={read && !read.ok} back={{ href: '/' }}>
      <Form read={read} heading="Gửi đơn" />
    </PortalPage>
  )
  app.get('/_parts', (c) =>
    renderPage(c, <PortalPage frame={frameOf(c)} title="Các phần" current="track" children={<Parts desk={false} />} />),
  )
  app.get('/_panel', (c) =>
    renderPage(
      c,
      <PortalPage frame={frameOf(c)} title="Đã nhận">
        <Panel title="Chúng tôi đã nhận đơn">
          Mã tra cứu <strong class="gd-code">7K3F-Q9MD-2WXA-H4</strong>
        </Panel>
        <p>Ông/Bà hãy giữ mã này.</p>
      </PortalPage>,
    ),
  )
  app.get('/_parts/desk', (c) =>
    renderPage(c, <DeskPage frame={frameOf(c)} title="Các phần" current="worklists" children={<Parts desk />} />),
  )
  app.get('/_form', (c) => renderPage(c, portal(frameOf(c))))
  app.get('/_form/desk', (c) =>
    renderPage(
      c,
      <DeskPage
        frame={frameOf(c)}
        title="Nhập đơn"
        current="petitions"
        children={[<h1 key="h">Nhập đơn</h1>, <Form key="f" draft="try" />]}
      />,
    ),
  )
  app.post('/_form', async (c) => {
    const read = await readPost(c, schema)
    return read.ok ? c.redirect('/_panel', 303) : renderPage(c, portal(frameOf(c), read), 422)
  })
  app.post('/_matches', async (c) => {
    const { content } = await c.req.parseBody()
    return renderFragment(c, String(content).includes('đất') ? <p>Giống đơn LC-26-00431</p> : null)
  })
  return app
}

/** Serves the pages on a free port. */
export async function servePartsPages(): Promise<{ url: string; close: () => Promise<void> }> {
  fixDay(on)
  const server = serve({ fetch: pages().fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      fixDay(null)
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
