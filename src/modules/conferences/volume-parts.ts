/** The fixed parts of a papers volume: styles, settings, running heads, and the list of what is inside. */
import { escaped, field, paragraph, run } from './volume-xml.ts'

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** How `document.xml` opens and ends; the section of the last pages stands in between. */
export const documentOpens = `${xml}<w:document ${spaces}><w:body>`
/** The end of `document.xml`. */
export const documentEnds = '</w:body></w:document>'

/** How `footnotes.xml` opens: with Word's two separators. */
export const notesOpen = `${xml}<w:footnotes ${spaces}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`
/** The end of `footnotes.xml`. */
export const notesEnd = '</w:footnotes>'

/** One footnote of the part. */
export const noteXml = (id: number, inside: string) => `<w:footnote w:id="${id}">${inside}</w:footnote>`

/** `[Content_Types].xml`: a volume of so many papers has a running head for each. */
export function contentTypes(heads: number): string {
  const parts: [string, string][] = [
    ['word/document.xml', 'document.main'],
    ['word/styles.xml', 'styles'],
    ['word/settings.xml', 'settings'],
    ['word/footnotes.xml', 'footnotes'],
    ['word/footer.xml', 'footer'],
    ['word/header-even.xml', 'header'],
    ['word/header-none.xml', 'header'],
    ...Array.from({ length: heads }, (_, at): [string, string] => [`word/header${at + 1}.xml`, 'header']),
  ]
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${wordType}.${type}+xml"/>`)
  const pictures = ['png', 'jpeg', 'gif', 'bmp'].map(
    (one) => `<Default Extension="${one}" ContentType="image/${one}"/>`,
  )
  return `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${pictures.join('')}${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

const relationships = (rows: readonly string[]) =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`
const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

/** `_rels/.rels`. */
export const packageRelationships = relationships([
  relationship('r1', `${office}/officeDocument`, 'word/document.xml'),
  relationship(
    'r2',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ),
])

/** `docProps/core.xml`: the title, and no author of the file. */
export const properties = (title: string) =>
  `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`

/** `word/_rels/document.xml.rels`: `pictures` are the extensions in the order of their numbers. */
export function documentRelationships(heads: number, pictures: readonly string[]): string {
  return relationships([
    relationship('styles', `${office}/styles`, 'styles.xml'),
    relationship('settings', `${office}/settings`, 'settings.xml'),
    relationship('footnotes', `${office}/footnotes`, 'footnotes.xml'),
    relationship('footer', `${office}/footer`, 'footer.xml'),
    relationship('even', `${office}/header`, 'header-even.xml'),
    relationship('none', `${office}/header`, 'header-none.xml'),
    ...Array.from({ length: heads }, (_, at) => relationship(`h${at + 1}`, `${office}/header`, `header${at + 1}.xml`)),
    ...pictures.map((extension, at) => relationship(`p${at + 1}`, `${office}/image`, `media/${at + 1}.${extension}`)),
  ])
}

/** A running head. */
export const headerPart = (text: string) =>
  `${xml}<w:hdr ${spaces}>${paragraph(text === '' ? 'HeaderNone' : 'Header', text === '' ? '' : run(shortened(text)))}</w:hdr>`

/** The foot of every page: its number. */
export const footerPart = `${xml}<w:ftr ${spaces}>${paragraph('Footer', field('PAGE', '1'))}</w:ftr>`

/** A head holds one line. */
function shortened(text: string): string {
  if (text.length <= 88) return text
  return `${text.slice(0, 86).replace(/\s+\S*$/u, '')}…`
}

/** A section's properties: its head, whether its first page goes without one, and how its pages are counted. */
export function section(of: { head: string; begins?: 'roman' | 'one'; last?: boolean }): string {
  const counted =
    of.begins === 'roman'
      ? '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'
      : of.begins === 'one'
        ? '<w:pgNumType w:fmt="decimal" w:start="1"/>'
        : '<w:pgNumType w:fmt="decimal"/>'
  const foot = of.begins === 'roman' ? '' : '<w:footerReference w:type="first" r:id="footer"/>'
  return `<w:sectPr><w:headerReference w:type="default" r:id="${of.head}"/><w:headerReference w:type="even" r:id="even"/><w:headerReference w:type="first" r:id="none"/><w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="even" r:id="footer"/>${foot}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1304" w:left="1417" w:header="680" w:footer="624" w:gutter="0"/>${counted}<w:titlePg/></w:sectPr>`
}

/** The paragraph in which a section ends. */
export const sectionEnds = (properties_xml: string) => paragraph('SectionEnd', '', properties_xml)

/** `settings.xml`. Where page numbers could not be worked out, Word is asked to do it when it opens the file. */
export function settings(update_fields: boolean): string {
  return `${xml}<w:settings ${spaces}>${update_fields ? '<w:updateFields w:val="true"/>' : ''}<w:evenAndOddHeaders/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>`
}

interface Style {
  name: string
  based?: string
  next?: string
  /** Paragraph properties. */
  p?: string
  /** Run properties. */
  r?: string
}

const size = (half_points: number) => `<w:sz w:val="${half_points}"/><w:szCs w:val="${half_points}"/>`
const spacing = (before: number, after: number, line = 288) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`
const dots = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
const centred = '<w:jc w:val="center"/>'

/** Order of the properties inside a style is the schema's: keepNext, pageBreak, tabs, spacing, ind, jc, outlineLvl. */
const styles: Readonly<Record<string, Style>> = {
  BodyText: { name: 'Body Text', p: `${spacing(0, 120)}<w:ind w:firstLine="567"/><w:jc w:val="both"/>` },
  ListText: { name: 'List Text', p: `${spacing(0, 80)}<w:jc w:val="both"/>` },
  CellText: { name: 'Cell Text', p: spacing(20, 20, 240), r: size(24) },
  AfterTable: { name: 'After Table', p: spacing(0, 60, 240), r: size(12) },
  Figure: { name: 'Figure', p: `${spacing(120, 120, 240)}${centred}` },
  Heading1: {
    name: 'heading 1',
    next: 'Author',
    p: `<w:keepNext/><w:keepLines/>${spacing(240, 160, 276)}${centred}<w:outlineLvl w:val="0"/>`,
    r: `<w:b/>${size(30)}`,
  },
  Author: {
    name: 'Author',
    p: `<w:keepNext/>${spacing(0, 60, 264)}${centred}<w:outlineLvl w:val="1"/>`,
    r: `<w:b/>${size(26)}`,
  },
  AuthorUnit: {
    name: 'Author Unit',
    p: `${spacing(0, 240, 264)}<w:contextualSpacing/>${centred}`,
    r: `<w:i/>${size(24)}`,
  },
  Abstract: {
    name: 'Abstract',
    p: `${spacing(0, 200, 264)}<w:ind w:left="567" w:right="567"/><w:jc w:val="both"/>`,
    r: `<w:i/>${size(24)}`,
  },
  Heading3: { name: 'heading 3', p: `<w:keepNext/>${spacing(200, 100)}<w:outlineLvl w:val="2"/>`, r: '<w:b/>' },
  Heading4: { name: 'heading 4', p: `<w:keepNext/>${spacing(160, 80)}<w:outlineLvl w:val="3"/>`, r: '<w:b/><w:i/>' },
  Heading5: { name: 'heading 5', p: `<w:keepNext/>${spacing(120, 60)}<w:outlineLvl w:val="4"/>`, r: '<w:i/>' },
  FrontTitle: { name: 'Front Title', p: `<w:keepNext/>${spacing(0, 240)}${centred}`, r: `<w:b/>${size(30)}` },
  TOC1: { name: 'toc 1', p: `<w:keepNext/>${dots}${spacing(120, 0, 264)}`, r: size(26) },
  TOC2: { name: 'toc 2', p: `${spacing(0, 40, 264)}<w:ind w:left="284"/>`, r: `<w:i/>${size(24)}` },
  IndexLine: { name: 'Index Line', p: `${dots}${spacing(0, 40, 264)}<w:ind w:left="284" w:hanging="284"/>` },
  Header: {
    name: 'header',
    p: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>${spacing(0, 0, 240)}${centred}`,
    r: `<w:i/>${size(20)}`,
  },
  HeaderNone: { name: 'Header None', p: `${spacing(0, 0, 240)}${centred}`, r: size(20) },
  Footer: { name: 'footer', p: `${spacing(0, 0, 240)}${centred}`, r: size(22) },
  FootnoteText: { name: 'footnote text', p: `${spacing(0, 20, 240)}<w:jc w:val="both"/>`, r: size(20) },
  Organiser: { name: 'Organiser', p: `${spacing(0, 40)}${centred}`, r: `<w:b/>${size(26)}` },
  CoverKind: { name: 'Cover Kind', p: `${spacing(3400, 240)}${centred}`, r: `<w:b/>${size(44)}` },
  CoverTitle: { name: 'Cover Title', p: `${spacing(0, 400)}${centred}`, r: `<w:b/>${size(34)}` },
  CoverPlace: { name: 'Cover Place', p: `${spacing(4400, 0)}${centred}`, r: `<w:i/>${size(26)}` },
  SectionEnd: {
    name: 'Section End',
    p: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    r: size(2),
  },
}

/** `styles.xml`: one look for all papers, in the typeface of official papers. */
export function stylesPart(): string {
  const rows = Object.entries(styles).map(
    ([id, { name, based = 'Normal', next, p = '', r = '' }]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"${/^(Heading\d|TOC\d|Header|Footer|FootnoteText|BodyText)$/.test(id) ? '' : ' w:customStyle="1"'}><w:name w:val="${name}"/><w:basedOn w:val="${based}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${p}</w:pPr><w:rPr>${r}</w:rPr></w:style>`,
  )
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
  )
  const table = `<w:style w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name w:val="Paper Table"/><w:tblPr><w:tblBorders>${border.join('')}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
  const face =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
  return `${xml}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr>${face}${size(27)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${rows.join('')}${table}</w:styles>`
}
