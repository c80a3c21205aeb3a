/** What one cell gave when it was executed, as the notebook format has it. */
export type Output = Readonly<Record<string, unknown>>;

/** A cell of a notebook; text alone has no outputs. */
export interface NotebookCell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly outputs?: readonly Output[];
  readonly execution_count?: number | null;
}

/** A notebook as this project keeps it. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: { readonly kernelspec: { readonly name: string } };
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

/**
 * Marks a cell that may show other things on another machine, such as which program it found; its outputs
 * are compared by nobody.
 */
const VARIES = "varies";

/**
 * Reads the text of a notebook and keeps of it what is the same at every execution: no times, no version of
 * a kernel, and text as one string however it was cut.
 */
export function readNotebook(text: string): Notebook {
  // The notebooks are our own; nbconvert has checked their form.
  const { cells, metadata, nbformat, nbformat_minor } = JSON.parse(text) as Notebook;
  return {
    cells: cells.map(steady),
    metadata: { kernelspec: metadata.kernelspec },
    nbformat,
    nbformat_minor,
  };
}

function steady(cell: NotebookCell): NotebookCell {
  const { cell_type, id, source, outputs = [], execution_count = null } = cell;
  const { tags } = cell.metadata;
  const metadata = tags === undefined ? {} : { tags };
  const kept = { cell_type, id, metadata, source: joined(source) as string };
  return cell_type === "code" ? { ...kept, execution_count, outputs: outputs.map(steadyOutput) } : kept;
}

function steadyOutput(output: Output): Output {
  const { data, text } = output;
  if (text !== undefined) return { ...output, text: joined(text) };
  if (typeof data !== "object" || data === null) return output;
  return {
    ...output,
    data: Object.fromEntries(Object.entries(data).map(([type, of]) => [type, joined(of)])),
  };
}

/** Joins text that the format may hold as a list of lines. */
const joined = (value: unknown): unknown =>
  Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : value;

/** Returns the outputs that must be the same on every machine, by the id of their cell. */
export function steadyOutputs({ cells }: Notebook): ReadonlyMap<string, readonly Output[]> {
  const mustAgree = cells.filter(
    ({ metadata }) => !(metadata.tags as string[] | undefined)?.includes(VARIES),
  );
  return new Map(mustAgree.map(({ id, outputs = [] }) => [id, outputs]));
}

/** Writes a notebook as it is committed. */
export const notebookText = (notebook: Notebook): string => `${JSON.stringify(notebook, null, 1)}\n`;
