import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { visible } from "../../../sim/words/visible.ts";
import { pngOf } from "../../figures/render.ts";
import type { FigureBlock, Front, Report, ReportCell, TableBlock } from "../page/content.ts";
import { withoutClock } from "./archive.ts";

/** Widest picture in pixels of 1/96 inch: what a page of A4 leaves between its margins. */
const PAGE_WIDTH = 600;
/** Highest picture in the same pixels: two stand on a page with their texts, of tall ones one. */
const HALF_PAGE = 320;
const PAGE_HEIGHT = 620;
/** Times its width that a tall picture is high. */
const TALL = 1.1;
/** The same width in twentieths of a point. */
const TEXT_WIDTH = 9000;
/** Where a PNG says how wide and how high it is. */
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;
/** A face that every word processor has, and sizes in half points. */
const STYLES = {
  document: { run: { font: "Arial", size: 21 } },
  title: { run: { font: "Arial", size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
  heading1: { run: { font: "Arial", size: 30, bold: true }, paragraph: { spacing: { after: 120 } } },
  heading2: {
    run: { font: "Arial", size: 25, bold: true },
    paragraph: { spacing: { before: 200, after: 80 } },
  },
  heading3: {
    run: { font: "Arial", size: 22, bold: true },
    paragraph: { spacing: { before: 120, after: 60 } },
  },
} as const;
/** Space about the text of a cell, in twentieths of a point. */
const CELL_MARGINS = { top: 50, bottom: 50, left: 90, right: 90 } as const;
/** The section whose table a board reads. */
const BOARD = "board";

/**
 * Writes the front of a report, its figures and the table of a board as a document for Word. The same
 * results give the same bytes.
 */
export async function reportDocument({ title, subtitle, front, sections }: Report): Promise<Uint8Array> {
  const blocks = sections.flatMap((section) => section.blocks);
  const figures = blocks
    .filter((block) => block.kind === "figure")
    .filter(({ name }) => name !== front.figure?.name);
  const board = sections.find(({ id }) => id === BOARD);
  const pictures = new Pictures();
  const children = [
    ...frontOf(front, subtitle),
    ...(front.figure === null ? [] : await pictures.of(front.figure, HeadingLevel.HEADING_2)),
    ...(board === undefined ? [] : [onNewPage(board.heading)]),
    ...(board?.blocks ?? []).filter((block) => block.kind === "table").flatMap(tableOf),
    ...(figures.length === 0 ? [] : [headed("Figures", HeadingLevel.HEADING_1)]),
  ];
  // One after the other, as pictures are numbered.
  for (const figure of figures) children.push(...(await pictures.of(figure, HeadingLevel.HEADING_2)));
  const document = new Document({
    title: visible(title),
    creator: "linksim",
    lastModifiedBy: "linksim",
    styles: { default: STYLES },
    sections: [{ children }],
  });
  return withoutClock(await Packer.toBuffer(document));
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

const headed = (text: string, heading: Level): Paragraph =>
  new Paragraph({ text: visible(text), heading, keepNext: true });

const onNewPage = (text: string): Paragraph =>
  new Paragraph({ text: visible(text), heading: HeadingLevel.HEADING_1, pageBreakBefore: true });

const said = (text: string): Paragraph => new Paragraph({ text: visible(text), spacing: { after: 120 } });

function frontOf(front: Front, subtitle: string): Paragraph[] {
  const { question, answer, lines, numbers, slots } = front;
  return [
    new Paragraph({ text: visible(question), heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: [new TextRun({ text: visible(answer), bold: true, size: 28 })],
      spacing: { after: 160 },
    }),
    ...numbers.map(
      ({ value, label, note }) =>
        new Paragraph({
          children: [
            new TextRun({ text: `${visible(value)} `, bold: true, size: 32 }),
            new TextRun(visible(label)),
            ...(note === "" ? [] : [new TextRun({ text: ` (${visible(note)})`, color: "555555" })]),
          ],
          spacing: { after: 80 },
        }),
    ),
    ...slots.flatMap(({ heading, mark, text }) => [
      headed(heading, HeadingLevel.HEADING_3),
      said(mark === undefined ? text : `${mark} ${text}`),
    ]),
    ...lines.map(({ mark, text }) => said(`${mark} ${text}`)),
    new Paragraph({ children: [new TextRun({ text: visible(subtitle), color: "555555", size: 18 })] }),
  ];
}

/** Makes pictures, numbered as they come. */
class Pictures {
  private made = 0;

  async of(
    {
      heading,
      title,
      svg,
      description,
      ...rest
    }: Pick<FigureBlock, "heading" | "svg" | "title" | "description"> & Partial<Pick<FigureBlock, "caption">>,
    level: Level,
  ): Promise<Paragraph[]> {
    const data = Buffer.from(await pngOf(svg));
    const size = [data.readUInt32BE(PNG_WIDTH_AT), data.readUInt32BE(PNG_HEIGHT_AT)];
    const most = size[1] > TALL * size[0] ? PAGE_HEIGHT : HALF_PAGE;
    const scale = Math.min(0.5, PAGE_WIDTH / size[0], most / size[1]);
    this.made++;
    const picture = new ImageRun({
      type: "png",
      data,
      transformation: { width: Math.round(size[0] * scale), height: Math.round(size[1] * scale) },
      altText: {
        id: String(this.made),
        name: `figure ${this.made}`,
        title: visible(title),
        description: visible(description),
      },
    });
    return [
      headed(heading, level),
      new Paragraph({ text: visible(title), keepNext: true }),
      new Paragraph({
        children: [picture],
        alignment: AlignmentType.CENTER,
        keepNext: rest.caption !== undefined,
      }),
      ...(rest.caption === undefined
        ? []
        : [
            new Paragraph({
              children: [new TextRun({ text: visible(rest.caption), size: 18, color: "555555" })],
              spacing: { after: 200 },
              keepLines: true,
            }),
          ]),
    ];
  }
}

function tableOf({ caption, heads, rows }: TableBlock): (Paragraph | Table)[] {
  const row = (cells: readonly ReportCell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell) => cellOf(cell, isHead)),
    });
  return [
    new Paragraph({ text: visible(caption), spacing: { before: 160, after: 80 }, keepNext: true }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins: CELL_MARGINS,
      columnWidths: widthsOf(heads, rows),
      layout: TableLayoutType.FIXED,
      rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
    }),
  ];
}

/** Letters for which a column has room at least and at most. */
const COLUMN_LETTERS = { least: 9, most: 30 } as const;
/** Letters whose room a digit takes, as it must not be broken. */
const DIGIT = 1.75;

/** Shares the width of a page, in twentieths of a point, among columns by the longest text of each. */
export function widthsOf(heads: readonly string[], rows: readonly (readonly ReportCell[])[]): number[] {
  const letters = heads.map((_, i) => {
    const texts = rows.map((cells) => textOf(cells[i]).length * (typeof cells[i] === "string" ? 1 : DIGIT));
    return Math.min(COLUMN_LETTERS.most, Math.max(COLUMN_LETTERS.least, ...texts));
  });
  const whole = letters.reduce((sum, one) => sum + one, 0);
  return letters.map((one) => Math.floor((TEXT_WIDTH * one) / whole));
}

const textOf = (cell: ReportCell): string => (typeof cell === "string" ? cell : cell.text);

function cellOf(cell: ReportCell, isHead: boolean): TableCell {
  return new TableCell({
    children: [
      new Paragraph({
        children: [new TextRun({ text: visible(textOf(cell)), bold: isHead, size: 18 })],
        alignment: typeof cell === "string" ? AlignmentType.LEFT : AlignmentType.RIGHT,
      }),
    ],
  });
}
